#!/usr/bin/env python3
"""Sends a server many requests and prints its resident memory along the way.

    python3 benchmarks/server_memory.py PICTURES [--jar face-http/target/face-http.jar] [--requests 2000] [--per-request 10]
        [--clients 2] [--first 200] [--max-growth MB] [--java=OPTION]

Each request holds other pictures of the folder. Works on Linux, where /proc tells VmRSS. The growth is from the level
after the first requests to that after the last; the exit status is 1 where it is above the bound.
"""
import argparse, base64, concurrent.futures, itertools, json, os, pathlib, re, urllib.request

import server


def resident(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures")
    parser.add_argument("--jar", default="face-http/target/face-http.jar")
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--per-request", type=int, default=10)
    parser.add_argument("--clients", type=int, default=2)
    parser.add_argument("--first", type=int, default=200)
    parser.add_argument("--max-growth", type=float, default=float("inf"))
    parser.add_argument("--java", action="append", default=[], help="an option of Java, such as --java=-Xmx256m")
    a = parser.parse_args()
    files = sorted(p for p in pathlib.Path(a.pictures).rglob("*") if p.suffix.lower() in (".jpg", ".jpeg", ".png"))
    endless = itertools.cycle(files)
    process, port = server.start(a.jar, options=a.java)
    server.await_ready(port)

    def send(pictures):
        images = [{"image_base64": base64.b64encode(p.read_bytes()).decode()} for p in pictures]
        body = json.dumps({"images": images}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{port}/extract-faces", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as response:
            return len(json.load(response)["faces"])

    levels, faces = {}, 0
    try:
        print("| requests | RSS, MB |\n|---|---|", flush=True)
        with concurrent.futures.ThreadPoolExecutor(a.clients) as clients:
            for done in range(0, a.requests, a.first):
                batches = [list(itertools.islice(endless, a.per_request)) for _ in range(a.first)]
                faces += sum(clients.map(send, batches))
                levels[done + a.first] = resident(process.pid)
                print(f"| {done + a.first} | {levels[done + a.first]:.0f} |", flush=True)
    finally:
        process.terminate()
    values = list(levels.values())
    growth = values[-1] - values[0]
    print(f"{faces} people; growth from the first {a.first} requests to the last {growth:.0f} MB, at most {max(values) - values[0]:.0f} MB")
    return 1 if growth > a.max_growth else 0


if __name__ == "__main__":
    raise SystemExit(main())
