#!/usr/bin/env python3
"""Sends photographs to the service and saves a headshot of each person.

Needs Python 3.8 or newer and nothing else. Set API_TOKEN where the service asks for one.
"""
import argparse
import base64
import json
import os
import pathlib
import sys
import urllib.error
import urllib.request


def image(source):
    if source.startswith(("http://", "https://")):
        return {"image_url": source}
    return {"image_base64": base64.b64encode(pathlib.Path(source).read_bytes()).decode()}


def extract(server, sources, threshold):
    body = {"images": [image(source) for source in sources], "similarity_threshold": threshold}
    request = urllib.request.Request(
        server + "/extract-faces",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    if "API_TOKEN" in os.environ:
        request.add_header("Authorization", "Bearer " + os.environ["API_TOKEN"])
    with urllib.request.urlopen(request, timeout=300) as response:
        return json.load(response)


def save(faces, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for number, face in enumerate(faces, 1):
        file = folder / f"face_{number}.jpg"
        file.write_bytes(base64.b64decode(face["headshot_base64"].split(",", 1)[1]))
        print(file)


def main():
    parser = argparse.ArgumentParser(description="Saves a headshot of each person on photographs.")
    parser.add_argument("images", nargs="+", metavar="IMAGE", help="a file, or an http(s) address")
    parser.add_argument("--server", default="http://localhost:5003")
    parser.add_argument("--out", default="headshots", metavar="DIR", type=pathlib.Path)
    parser.add_argument("--threshold", default=0.4, type=float, help="from which similarity two faces are one")
    options = parser.parse_args()
    try:
        answer = extract(options.server, options.images, options.threshold)
    except urllib.error.HTTPError as refusal:
        sys.exit(json.load(refusal)["error"])
    except OSError as failure:
        sys.exit(str(failure))
    print(f"{answer['unique_faces']} unique of {answer['total_faces_detected']} faces")
    save(answer["faces"], options.out)
    errors = answer.get("image_errors", [])
    for error in errors:
        print(f"{options.images[error['image_index']]}: {error['error']}", file=sys.stderr)
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
