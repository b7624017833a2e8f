#!/usr/bin/env python3
"""Starts the server again and again and prints how long it takes until it answers /ready with 200.

    python3 benchmarks/start.py [--jar face-http/target/face-http.jar] [--starts 10] [--java JAVA]...

With several --java, they take turns. Works on Linux, where /proc tells the processor time.
"""
import argparse, os, statistics, subprocess, time

import server

TICKS = os.sysconf("SC_CLK_TCK")


def measured_start(java, jar):
    begin = time.monotonic()
    process, port = server.start(jar, java)
    try:
        server.await_ready(port)
        seconds = time.monotonic() - begin
        stat = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
        return seconds, (int(stat[11]) + int(stat[12])) / TICKS
    finally:
        process.terminate()
        process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", default="face-http/target/face-http.jar")
    parser.add_argument("--starts", type=int, default=10)
    parser.add_argument("--java", action="append")
    a = parser.parse_args()
    starts = {java: [] for java in a.java or ["java"]}
    for _ in range(a.starts):
        for java, measured in starts.items():
            measured.append(measured_start(java, a.jar))
    print("| Java | ready after, s | processor time, s |\n|---|---|---|")
    for java, measured in starts.items():
        seconds, work = zip(*measured)
        version = subprocess.run([java, "-version"], capture_output=True, text=True).stderr.split('"')[1]
        print(f"| {version} | {statistics.median(seconds):.2f} ({min(seconds):.2f} to {max(seconds):.2f}) | {statistics.median(work):.1f} |")


if __name__ == "__main__":
    main()
