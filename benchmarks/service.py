#!/usr/bin/env python3
"""Sends the same photographs, one a request, to face-http and to another service with POST /extract-faces, in turn.

    python3 benchmarks/service.py face-http/target/face-http.jar --peer "VENV/bin/python seed_service.py" PICTURES...

The peer's command is started with PORT and HOST in its environment; /ready must answer 200. Both services stay up all the
time and only one of them has work. Every photograph is sent once a turn, by --clients clients that each have one connection;
the first turn does not count. Requests a second of each turn, and the ratio turn by turn, for the speed of a shared machine
drifts; quote the median and show the spread.
"""
import argparse, base64, http.client, json, os, pathlib, shlex, socket, statistics, subprocess, threading, time

import server


def start_peer(command):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    peer = subprocess.Popen(
        shlex.split(command),
        env={**os.environ, "PORT": str(port), "HOST": "127.0.0.1", "LOG_LEVEL": "ERROR"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while peer.poll() is None:
        try:
            server.await_ready(port)
            return peer, port
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the peer did not start")


def turn(port, bodies, clients):
    """Requests a second, and the faces that were found."""
    left, faces, lock = list(bodies), [], threading.Lock()

    def client():
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
        while True:
            with lock:
                if not left:
                    return
                body = left.pop()
            connection.request("POST", "/extract-faces", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            found = json.loads(answer.read())
            if answer.status != 200:
                raise SystemExit(f"status {answer.status}: {found}")
            with lock:
                faces.append(found["total_faces_detected"])

    threads = [threading.Thread(target=client) for _ in range(clients)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(faces) != len(bodies):
        raise SystemExit(f"{len(faces)} answers to {len(bodies)} requests")
    return len(bodies) / (time.perf_counter() - start), sum(faces)


def spread(values, digits=1):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jar")
    parser.add_argument("pictures", nargs="+")
    parser.add_argument("--peer", required=True)
    parser.add_argument("--clients", default="1,4")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--most", type=int, default=60, help="photographs of each folder")
    a = parser.parse_args()
    ours, our_port = server.start(a.jar)
    server.await_ready(our_port)
    peer, peer_port = start_peer(a.peer)
    print("| pictures | clients | face-http, requests/s | the peer | ratio | faces found by each |\n|---|---|---|---|---|---|")
    try:
        for folder in a.pictures:
            files = sorted(p for p in pathlib.Path(folder).rglob("*") if p.suffix.lower() in (".jpg", ".jpeg", ".png"))[: a.most]
            bodies = [json.dumps({"images": [{"image_base64": base64.b64encode(p.read_bytes()).decode()}]}) for p in files]
            for clients in map(int, a.clients.split(",")):
                both = []
                for i in range(a.turns + 1):
                    both.append((turn(our_port, bodies, clients), turn(peer_port, bodies, clients)))
                both = both[1:]
                ratios = [us[0] / them[0] for us, them in both]
                print(
                    f"| {pathlib.Path(folder).name}, {len(files)} | {clients} | {spread([us[0] for us, _ in both])}"
                    f" | {spread([them[0] for _, them in both])} | {spread(ratios, 2)} | {both[0][0][1]}, {both[0][1][1]} |",
                    flush=True,
                )
    finally:
        for process in (ours, peer):
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
