"""What hostile clients cost the service: request heads without a body, and many small requests.

attacks.py JAR [SECONDS]   prints one line for each; small bounded loops against 127.0.0.1 only, no token needed."""
import http.client, os, re, socket, subprocess, sys, threading, time

import server as servers

HEAD = b"POST / HTTP/1.1\r\nHost:x\r\nContent-Length: 9\r\n\r\n"
HEADS_A_SECOND = 180


def get_health(port):
    begin = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/health")
    connection.getresponse().read()
    connection.close()
    return 1000 * (time.monotonic() - begin)


def heads(port, process, seconds):
    """Bodies that are announced and never come: what /health takes meanwhile."""
    stop = threading.Event()

    def flood():
        held = []
        while not stop.is_set():
            connection = socket.create_connection(("127.0.0.1", port), timeout=5)
            connection.sendall(HEAD)
            held.append(connection)
            if len(held) > 4 * HEADS_A_SECOND:
                held.pop(0).close()
            time.sleep(1 / HEADS_A_SECOND)

    flooding = threading.Thread(target=flood)
    flooding.start()
    time.sleep(3)
    took, most, end = [], 0, time.monotonic() + seconds
    while time.monotonic() < end:
        took.append(get_health(port))
        with open(f"/proc/{process.pid}/status") as status:
            most = max(most, int(re.search(r"Threads:\s+(\d+)", status.read()).group(1)))
        time.sleep(0.1)
    stop.set()
    flooding.join()
    took.sort()
    print(f"heads: /health median {took[len(took) // 2]:.0f} ms, worst {took[-1]:.0f} ms, {most} threads", flush=True)


def timers(port, process, seconds):
    """Small requests: what they leave in the heap."""
    end, counts = time.monotonic() + seconds, []

    def ask():
        connection, count = http.client.HTTPConnection("127.0.0.1", port), 0
        while time.monotonic() < end:
            connection.request("POST", "/extract-faces", "{}", {"Content-Type": "application/json"})
            connection.getresponse().read()
            count += 1
        counts.append(count)

    clients = [threading.Thread(target=ask) for _ in range(4)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    # The histogram counts live objects: it collects first.
    live = subprocess.run(["jcmd", str(process.pid), "GC.class_histogram"], capture_output=True, text=True, check=True).stdout
    total = int(re.search(r"Total\s+\d+\s+(\d+)", live).group(1)) / 2**20
    print(f"small requests: {sum(counts)}, live heap {total:.0f} MiB", flush=True)


if __name__ == "__main__":
    jar, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 20
    os.environ.pop("API_TOKEN", None)
    for attack in (heads, timers):
        process, port = servers.start(jar, options=["-Xmx256m"])
        try:
            servers.await_ready(port)
            attack(port, process, seconds)
        finally:
            process.terminate()
            process.wait()
