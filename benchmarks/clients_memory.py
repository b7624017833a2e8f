#!/usr/bin/env python3
"""Lets many clients ask a server at once with all three kinds of body, some of them leaving early, and prints the
answers and the server's memory beside what docs/performance.md says to give it.

    python3 benchmarks/clients_memory.py IMAGES [--jar face-http/target/face-http.jar] [--clients 64] [--seconds 60]

Works on Linux, where /proc tells VmRSS and VmHWM. The exit status is 1 where an answer is wrong or 500, or the peak is
above the sum. An answer is wrong if it differs from the one given to the same body alone.
"""
import argparse, base64, collections, http.client, json, os, pathlib, random, re, socket, threading, time

import server

LIMITS = {"MAX_REQUEST_BYTES": 4 << 20, "MAX_IMAGE_BYTES": 2 << 20, "MAX_IMAGE_PIXELS": 5_000_000, "MAX_FACES_PER_REQUEST": 200}
BOUNDARY = "parts-of-a-form"
MB = 1e6


def status(pid, name):
    return int(re.search(name + r":\s+(\d+) kB", pathlib.Path(f"/proc/{pid}/status").read_text()).group(1)) * 1024 / MB


def sums(places, cores, idle):
    """Heap and container in MB, as steps 2 and 3 of "How to size a container" have them."""
    heap = max(places * (LIMITS["MAX_REQUEST_BYTES"] + 2 * LIMITS["MAX_FACES_PER_REQUEST"] * 10_000) / MB + 64, 25 * cores)
    return heap, heap + cores * (LIMITS["MAX_IMAGE_PIXELS"] * 12 / MB + 100) + idle


def bodies(files):
    """Content type, query and bytes of each kind."""
    data = [file.read_bytes() for file in files]
    images = [{"image_base64": base64.b64encode(one).decode()} for one in data]
    part = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n'.encode()
    form = b"".join(part + one + b"\r\n" for one in data) + f"--{BOUNDARY}--\r\n".encode()
    return [
        ("application/json", "", json.dumps({"details": True, "images": images}).encode()),
        (f"multipart/form-data; boundary={BOUNDARY}", "?details=true", form),
        *(("image/jpeg", "?details=true", one) for one in data),
    ]


def comparable(answer):
    return re.sub(r'"(face_id|request_id)":"[^"]*"|"(processing_time_ms|load|detect|embed|dedup)":[^,}]*', "", answer.decode())


class Clients:
    def __init__(self, port, requests):
        self.port, self.requests = port, requests
        self.answers, self.wrong, self.lock = collections.Counter(), 0, threading.Lock()
        self.alone = [comparable(self.ask(request)[1]) for request in requests]

    def ask(self, request):
        kind, query, body = request
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=200)
        try:
            connection.request("POST", "/extract-faces" + query, body, {"Content-Type": kind})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def leave(self, request, chance):
        """Goes away while the request is sent, or when it is sent and not answered."""
        kind, query, body = request
        head = f"POST /extract-faces{query} HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            connection.sendall(head.encode() + body[: chance.choice((len(body), chance.randrange(len(body))))])

    def run(self, seed, end):
        chance = random.Random(seed)
        while time.monotonic() < end:
            which = chance.randrange(len(self.requests))
            try:
                if chance.randrange(5) == 0:
                    self.leave(self.requests[which], chance)
                    outcome, same = "left", True
                else:
                    outcome, answer = self.ask(self.requests[which])
                    same = outcome != 200 or comparable(answer) == self.alone[which]
            except OSError:
                outcome, same = "closed", True  # a refusal came while the body was being sent
            with self.lock:
                self.answers[outcome] += 1
                self.wrong += not same or outcome == 500


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images")
    parser.add_argument("--jar", default="face-http/target/face-http.jar")
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=60)
    a = parser.parse_args()
    cores = os.cpu_count()
    os.environ.update({name: str(value) for name, value in LIMITS.items()})
    heap, _ = sums(5 * cores, cores, 0)
    process, port = server.start(a.jar, options=[f"-Xmx{heap:.0f}m"])
    try:
        server.await_ready(port)
        idle = status(process.pid, "VmRSS")
        _, most = sums(5 * cores, cores, idle)
        clients = Clients(port, bodies(sorted(pathlib.Path(a.images).glob("*.jpg"))))
        end = time.monotonic() + a.seconds
        threads = [threading.Thread(target=clients.run, args=(seed, end)) for seed in range(a.clients)]
        for thread in threads:
            thread.start()
        levels = []
        while any(thread.is_alive() for thread in threads):
            levels.append(status(process.pid, "VmRSS"))
            time.sleep(1)
        peak = status(process.pid, "VmHWM")
        time.sleep(3)
        outcomes = ", ".join(f"{outcome}: {count}" for outcome, count in sorted(clients.answers.items(), key=str))
        print(f"{a.clients} clients, {a.seconds:.0f} s, -Xmx{heap:.0f}m: {outcomes}; wrong answers {clients.wrong}")
        print(f"memory in MB: idle {idle:.0f}, {min(levels):.0f} to {max(levels):.0f} under load, peak {peak:.0f}, afterwards {status(process.pid, 'VmRSS'):.0f}; the sum says {most:.0f}")
        return 1 if clients.wrong or peak > most or not clients.answers[200] else 0
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    raise SystemExit(main())
