"""Stops the server with SIGTERM while networks run, and says how it ended.

hard_stop.py JAR PHOTO [ROUNDS]   half of the rounds send the signal twice; exit status 1 where a process crashed."""
import base64, collections, json, pathlib, random, signal, sys, threading, time, urllib.error, urllib.request

import server as servers

CLIENTS = 8


def keep_asking(url, body, stopped):
    while not stopped.is_set():
        try:
            request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
            urllib.request.urlopen(request, timeout=20).read()
        except (urllib.error.URLError, OSError):
            time.sleep(0.01)


def stop_under_load(jar, body, twice):
    process, port = servers.start(jar, options=["-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null"])
    servers.await_ready(port)
    stopped = threading.Event()
    clients = [threading.Thread(target=keep_asking, args=(f"http://127.0.0.1:{port}/extract-faces", body, stopped)) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    time.sleep(random.uniform(0.5, 1.5))
    begin = time.monotonic()
    process.send_signal(signal.SIGTERM)
    if twice:
        time.sleep(random.uniform(0, 0.3))
        process.send_signal(signal.SIGTERM)
    status = process.wait(60)
    took = time.monotonic() - begin
    stopped.set()
    for client in clients:
        client.join()
    return status, took


def main():
    jar, photo = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    picture = {"image_base64": base64.b64encode(pathlib.Path(photo).read_bytes()).decode()}
    body = json.dumps({"images": [picture] * 4}).encode()
    ends, slowest = collections.Counter(), 0
    for i in range(rounds):
        twice = i % 2 == 1
        status, took = stop_under_load(jar, body, twice)
        ends["twice" if twice else "once", status] += 1
        slowest = max(slowest, took)
        print(f"{i + 1}: SIGTERM {'twice' if twice else 'once'}, status {status} after {took:.1f} s", flush=True)
    for (signals, status), count in sorted(ends.items()):
        print(f"SIGTERM {signals}: {count} ended with status {status}")
    print(f"slowest end {slowest:.1f} s")
    # 0 in order, 143 at once by the second signal; anything else is a crash.
    return 0 if {status for _, status in ends} <= {0, 143} else 1


if __name__ == "__main__":
    raise SystemExit(main())
