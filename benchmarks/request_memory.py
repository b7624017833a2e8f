#!/usr/bin/env python3
"""Sends a server the requests that take the most memory and prints its resident memory around each.

    python3 benchmarks/request_memory.py PHOTO [--jar face-http/target/face-http.jar] [--java=-Xmx256m] [--env NAME=VALUE]
        [--only NAME] [--most MB]

PHOTO shows one face; a mosaic of it is one of the requests. Each request is sent twice, then as many at once as there
are cores. Works on Linux, where /proc tells VmRSS and VmHWM. The exit status is 1 where an answer is 500 or 503, or the
peak is above the bound.
"""
import argparse, base64, concurrent.futures, json, os, pathlib, re, struct, subprocess, tempfile, time, urllib.error
import urllib.request, zlib

import server

JSON = {"Content-Type": "application/json"}

def flat_webp(side):
    """34 bytes for any size: five prefix codes of one symbol each, so that pixels take no bits."""
    bits, at = 0, 0
    for value, width in [(side - 1, 14), (side - 1, 14), (0, 4), (0, 3)] + [(1, 1), (0, 1), (1, 1), (120, 8)] * 4 + [(1, 1), (0, 1), (0, 1), (0, 1)]:
        bits |= value << at
        at += width
    data = b"\x2f" + bits.to_bytes(13, "little")
    return b"RIFF" + struct.pack("<I", 12 + len(data)) + b"WEBPVP8L" + struct.pack("<I", len(data)) + data


def flat_png(width, height, colours, depth):
    channels = {0: 1, 2: 3, 6: 4}[colours]
    row = b"\0" + b"\x77" * (width * channels * depth // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def flat_jpeg(side):
    """Progressive and in CMYK: the decoder holds two bytes for every sample until the last scan has come."""
    def segment(marker, data):
        return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data
    blocks = ((side + 7) // 8) ** 2
    frame = struct.pack(">BHHB", 8, side, side, 4) + b"".join(bytes([i, 0x11, 0]) for i in range(4))
    zero, long_run = b"\1" + bytes(15) + b"\0", b"\1" + bytes(15) + b"\xe0"  # one code of one bit: a difference of 0, 2^14 empty blocks
    run = bytes((15 * (blocks // 2**14 + 1) + 7) // 8)
    scans = segment(0xDA, b"\4" + b"".join(bytes([i, 0]) for i in range(4)) + bytes(3)) + bytes((4 * blocks + 7) // 8)
    for i in range(4):
        scans += segment(0xDA, bytes([1, i, 0, 1, 63, 0])) + run
    tables = segment(0xDB, b"\0" + b"\1" * 64) + segment(0xC4, b"\0" + zero) + segment(0xC4, b"\x10" + long_run)
    return b"\xff\xd8" + tables + segment(0xC2, frame) + scans + b"\xff\xd9"


def mosaic(photo, columns, rows, side, square):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "mosaic.jpg")
        source = pathlib.Path(__file__).with_name("Mosaic.java")
        subprocess.run(["java", str(source), photo, str(out), *map(str, (columns, rows, side, *square))], check=True)
        return out.read_bytes()


def picture(data):
    return {"image_base64": base64.b64encode(data).decode()}


def requests(photo, square):
    wide = {"detection_size": 4096}
    crowd = {**wide, "details": True, "same_photo_distinct": True, "min_face_size": 10}  # so everyone is somebody else
    return {
        "flat WebP of 34 bytes, 4096": {"images": [picture(flat_webp(4096))], **wide},
        "PNG of 50 megapixels": {"images": [picture(flat_png(7071, 7071, 2, 8))]},
        "PNG of 50 megapixels, 16 bits, alpha": {"images": [picture(flat_png(7071, 7071, 6, 16))]},
        "progressive JPEG of 50 megapixels, CMYK": {"images": [picture(flat_jpeg(7071))], **wide},
        "1,200 faces in one picture": {"images": [picture(mosaic(photo, 40, 30, 96, square))], **crowd},
        "4,800 faces in one picture": {"images": [picture(mosaic(photo, 80, 60, 64, square))], **crowd},
        "9,600 faces in two pictures": {"images": [picture(mosaic(photo, 80, 60, 64, square))] * 2, **crowd},
        "100 addresses of 80,000 characters": {"images": [picture(flat_png(64, 64, 2, 8))] + [{"image_url": "http://host/" + "a" * 80_000}] * 99},
    }


def face_square(url, photo):
    """The square around the face of a photograph, a little larger than its box."""
    body = json.dumps({"images": [picture(pathlib.Path(photo).read_bytes())], "details": True}).encode()
    with urllib.request.urlopen(urllib.request.Request(url, body, JSON)) as answer:
        box = json.load(answer)["faces"][0]["box"]
    side = 1.3 * box["height"]
    middle_x, middle_y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    return [int(middle_x - side / 2), int(middle_y - side / 2), int(side)]


def status(pid, name):
    return int(re.search(name + r":\s+(\d+) kB", pathlib.Path(f"/proc/{pid}/status").read_text()).group(1)) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photo")
    parser.add_argument("--jar", default="face-http/target/face-http.jar")
    parser.add_argument("--java", action="append", default=[], help="an option of Java, such as --java=-Xmx256m")
    parser.add_argument("--env", action="append", default=[], help="a variable of the service, such as MAX_QUEUE=2")
    parser.add_argument("--only", default="", help="only requests whose name holds this")
    parser.add_argument("--most", type=float, default=float("inf"), help="the bound of the peak in MB")
    parser.add_argument("--at-once", type=int, default=os.cpu_count())
    a = parser.parse_args()
    os.environ.update(dict(setting.split("=", 1) for setting in a.env))
    process, port = server.start(a.jar, options=a.java)
    server.await_ready(port)
    url = f"http://127.0.0.1:{port}/extract-faces"
    square = face_square(url, a.photo)
    bodies = {name: json.dumps(body).encode() for name, body in requests(a.photo, square).items() if a.only in name}

    def send(body):
        request = urllib.request.Request(url, body, JSON)
        try:
            with urllib.request.urlopen(request) as answer:
                size, found = 0, b""
                while piece := answer.read(1 << 20):
                    size, found = size + len(piece), (found + piece)[-1000:]
                return answer.status, size
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.load(refusal)["error"]
        except OSError as gone:
            return 500, str(gone)

    wrong, peak = 0, 0
    try:
        print(f"idle: {status(process.pid, 'VmRSS'):.0f} MB\n| request | answers | seconds | before | peak | after each, MB |\n|---|---|---|---|---|---|", flush=True)
        for name, body in bodies.items():
            pathlib.Path(f"/proc/{process.pid}/clear_refs").write_text("5")
            before, after, answers, begin = status(process.pid, "VmRSS"), [], [], time.time()
            for at_once in (1, 1, a.at_once):
                with concurrent.futures.ThreadPoolExecutor(at_once) as clients:
                    answers += clients.map(send, [body] * at_once)
                time.sleep(0.5)
                after.append(status(process.pid, "VmRSS"))
            highest = status(process.pid, "VmHWM")
            peak = max(peak, highest)
            wrong += sum(code >= 500 for code, _ in answers)
            shown = sorted({f"{code}: {rest if isinstance(rest, str) else f'{rest / 1e6:.1f} MB'}" for code, rest in answers})
            print(f"| {name} | {'; '.join(shown)} | {time.time() - begin:.1f} | {before:.0f} | {highest:.0f} | {', '.join(f'{m:.0f}' for m in after)} |", flush=True)
    finally:
        process.terminate()
    return 1 if wrong or peak > a.most else 0


if __name__ == "__main__":
    raise SystemExit(main())
