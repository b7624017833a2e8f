#!/usr/bin/env python3
"""Runs `faces extract` on a folder and prints its resident memory along the way, for every so many pictures.

    python3 benchmarks/memory.py PICTURES [--jar face-examples/target/faces.jar] [--every 1000] [--max-peak MB]
        [--max-growth MB] [--option=OPTION OF EXTRACT]

Works on Linux, where /proc tells VmRSS and VmHWM. Pictures are counted by the lines of the work file, so failed ones are
left out. The last line is the peak of the whole run, with grouping and writing. The growth is from the first sample to
the last picture. The exit status is 1 where a bound is passed.
"""
import argparse, pathlib, re, subprocess, sys, tempfile, time


def memory(pid, name):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    found = re.search(name + r":\s+(\d+) kB", status)
    return int(found.group(1)) / 1024 if found else 0


class Lines:
    """Counts the lines of a growing file without reading any byte twice."""

    def __init__(self, folder):
        self.folder, self.at, self.count = folder, 0, 0

    def now(self):
        for path in self.folder.glob("*.jsonl"):
            with path.open("rb") as file:
                file.seek(self.at)
                while block := file.read(1 << 20):
                    self.at += len(block)
                    self.count += block.count(b"\n")
        return self.count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures")
    parser.add_argument("--jar", default="face-examples/target/faces.jar")
    parser.add_argument("--every", type=int, default=1000)
    parser.add_argument("--max-peak", type=float, default=float("inf"))
    parser.add_argument("--max-growth", type=float, default=float("inf"))
    parser.add_argument("--option", action="append", default=[], help="one of extract, such as --option=--threads=1")
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as out:
        command = ["java", "-jar", a.jar, "extract", a.pictures, "--out", out, *a.option]
        run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        lines, following, peak, first, last = Lines(pathlib.Path(out, ".faces")), a.every, 0, None, None
        print("| pictures | RSS, MB | peak so far, MB |\n|---|---|---|", flush=True)
        while run.poll() is None:
            try:
                peak = max(peak, memory(run.pid, "VmHWM"))
                done = lines.now()
                if done > (last[0] if last else 0):
                    last = (done, memory(run.pid, "VmRSS"), peak)
                if done >= following:
                    print(f"| {done} | {last[1]:.0f} | {peak:.0f} |", flush=True)
                    following += a.every
                    first = first or last
            except OSError:
                pass  # the process or the file went away meanwhile
            time.sleep(0.05)
        if last:
            print(f"| {last[0]}, the last | {last[1]:.0f} | {last[2]:.0f} |")
        print(f"| all written | | {peak:.0f} |\n\n{run.stdout.read().splitlines()[0]}")
    growth = last[1] - first[1] if first else 0
    print(f"growth {growth:.0f} MB")
    sys.exit(run.returncode or int(peak > a.max_peak or growth > a.max_growth))


if __name__ == "__main__":
    main()
