#!/usr/bin/env python3
"""Runs `faces bench` and the Python peers in turn on the same pictures and weights: A, B, A, B, …

    python3 benchmarks/compare.py --peers PEERS.py --python VENV/bin/python \\
        --detector RETINAFACE.onnx --embedder ARCFACE.onnx --turns 5 --out docs/performance-table.md PICTURES...

PEERS.py is run as `PEERS.py uniface DETECTOR EMBEDDER PICTURES --bgr --threads N --rounds R` and must print one JSON line
with images_per_s, of its best round as ours. Each does one round first that does not count; Java compiles for two or three
more. Ratios are taken turn by turn, for the speed of a shared machine drifts; quote the median and show the spread.
"""
import argparse, json, pathlib, platform, statistics, subprocess


def last_json(command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(output.strip().splitlines()[-1])


def spread(values, digits=1):
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"


def described(folder, report):
    count, faceless = report["images"], report["images_without_face"]
    return f"{pathlib.Path(folder).name}: {count}, {faceless} without a face, {report['megapixels_per_image']:.1f} megapixels"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", nargs="+")
    for name in ("peers", "python", "detector", "embedder"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--peer", default="uniface")
    parser.add_argument("--jar", default="face-examples/target/faces.jar")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out")
    a = parser.parse_args()
    lines = [
        f"| pictures | faces bench, pictures/s | {a.peer}, pictures/s | ratio | outside networks and codec | peak RSS, MB |",
        "|---|---|---|---|---|---|",
    ]
    for folder in a.pictures:
        ours, theirs = [], []
        effort = ["--threads", str(a.threads), "--rounds", str(a.rounds)]
        for _ in range(a.turns):
            ours.append(last_json(["java", "-jar", a.jar, "bench", folder, *effort]))
            theirs.append(last_json([a.python, a.peers, a.peer, a.detector, a.embedder, folder, "--bgr", *effort]))
        ratios = [o["images_per_second"] / t["images_per_s"] for o, t in zip(ours, theirs)]
        lines.append(
            f"| {described(folder, ours[0])} | {spread([o['images_per_second'] for o in ours])}"
            f" | {spread([t['images_per_s'] for t in theirs])} | {spread(ratios, 2)}"
            f" | {spread([100 * o['outside_networks_and_codec'] for o in ours])} % | {max(o['peak_rss_mb'] for o in ours)} and {max(t['peak_rss_mb'] for t in theirs)} |"
        )
        print(lines[-1], flush=True)
    m = ours[0]
    lines += ["", f"Median (lowest to highest) of {a.turns} turns; {m['cpu']}, {a.threads} threads, Java {m['java']}, ONNX Runtime {m['onnxruntime']}, OpenCV {m['opencv']}, {platform.system()}."]
    print("\n".join(lines))
    if a.out:
        pathlib.Path(a.out).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
