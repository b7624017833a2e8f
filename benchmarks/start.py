#!/usr/bin/env python3
"""Starts the server again and again and prints how long it takes until it answers /ready with 200.

    python3 benchmarks/start.py [--jar face-http/target/face-http.jar] [--starts 10] [--java JAVA]...

With several --java, they take turns. Works on Linux, where /proc tells the processor time.
"""
import argparse, os, re, socket, statistics, subprocess, time

TICKS = os.sysconf("SC_CLK_TCK")


def is_ready(port):
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET /ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return b" 200 " in connection.recv(4096).split(b"\r\n")[0]


def start(java, jar):
    begin = time.monotonic()
    server = subprocess.Popen(
        [java, "-jar", jar], env={**os.environ, "PORT": "0", "HOST": "127.0.0.1"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        for line in server.stdout:
            listens = re.search(r"listens on \S+:(\d+)", line)
            if listens:
                break
        else:
            raise SystemExit("the server did not start")
        while not is_ready(int(listens.group(1))):
            time.sleep(0.002)
        seconds = time.monotonic() - begin
        stat = open(f"/proc/{server.pid}/stat").read().rsplit(")", 1)[1].split()
        return seconds, (int(stat[11]) + int(stat[12])) / TICKS
    finally:
        server.terminate()
        server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", default="face-http/target/face-http.jar")
    parser.add_argument("--starts", type=int, default=10)
    parser.add_argument("--java", action="append")
    a = parser.parse_args()
    starts = {java: [] for java in a.java or ["java"]}
    for _ in range(a.starts):
        for java, measured in starts.items():
            measured.append(start(java, a.jar))
    print("| Java | ready after, s | processor time, s |\n|---|---|---|")
    for java, measured in starts.items():
        seconds, work = zip(*measured)
        version = subprocess.run([java, "-version"], capture_output=True, text=True).stderr.split('"')[1]
        print(f"| {version} | {statistics.median(seconds):.2f} ({min(seconds):.2f} to {max(seconds):.2f}) | {statistics.median(work):.1f} |")


if __name__ == "__main__":
    main()
