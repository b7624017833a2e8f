#!/usr/bin/env python3
"""What images that are cheap to send and dear to search cost: looks, processor seconds and memory of one image each.

    python3 benchmarks/looks.py PHOTO [--jar face-examples/target/faces.jar] [--most SECONDS]

PHOTO shows one face, which the images repeat: upright, turned by other angles from cell to cell, and so pale that the
detector sees little. Each is searched on one thread, once to warm up and once measured. The exit status is 1 where an image
takes more seconds than the bound.
"""
import argparse, json, pathlib, subprocess, tempfile

HERE = pathlib.Path(__file__).parent
MOSAICS = {  # columns, rows, side, degrees from cell to cell, opacity in percent
    "40 x 30 upright faces of 96 pixels": (40, 30, 96, 0, 100),
    "80 x 60 upright faces of 64 pixels": (80, 60, 64, 0, 100),
    "16 x 12 faces of 240 pixels, at odd angles": (16, 12, 240, 37, 100),
    "40 x 30 faces of 96 pixels, at odd angles": (40, 30, 96, 37, 100),
    "80 x 60 faces of 64 pixels, at odd angles": (80, 60, 64, 37, 100),
    "7,072 x 7,072 pixels of pale faces of 208 pixels, at odd angles": (34, 34, 208, 37, 8),
    "7,072 x 7,072 pixels of pale faces of 884 pixels, at odd angles": (8, 8, 884, 37, 8),
}


def last_json(command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(output.strip().splitlines()[-1])


def face_square(jar, photo):
    """The square around the face of a photo, a little larger than its box."""
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(["java", "-jar", jar, "extract", photo, "--out", out], check=True, capture_output=True)
        x, y, width, height = json.loads(pathlib.Path(out, "faces.jsonl").read_text().splitlines()[0])["box"]
    side = 1.3 * height
    return [str(int(v)) for v in (x + width / 2 - side / 2, y + height / 2 - side / 2, side)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photo")
    parser.add_argument("--jar", default="face-examples/target/faces.jar")
    parser.add_argument("--most", type=float, default=float("inf"))
    a = parser.parse_args()
    square, slowest = face_square(a.jar, a.photo), 0
    print("| image | detection size | file, MB | faces | looks | seconds | peak RSS, MB |\n|---|---|---|---|---|---|---|")
    for name, (columns, rows, side, turn, opacity) in MOSAICS.items():
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "mosaic.jpg")
            sizes = map(str, (columns, rows, side, *square, turn, opacity))
            subprocess.run(["java", str(HERE / "Mosaic.java"), a.photo, str(file), *sizes], check=True)
            for size in ("auto", "4096"):
                options = ["--threads", "1", "--rounds", "1", "--detection-size", size]
                run = last_json(["java", "-jar", a.jar, "bench", folder, *options])
                slowest = max(slowest, run["seconds"])
                print(
                    f"| {name} | {size} | {file.stat().st_size / 1e6:.1f} | {run['faces']} | {run['looks_per_image']:.1f}"
                    f" | {run['seconds']:.1f} | {run['peak_rss_mb']} |",
                    flush=True,
                )
    return 1 if slowest > a.most else 0


if __name__ == "__main__":
    raise SystemExit(main())
