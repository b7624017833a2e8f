"""Starts face-http on a free port, for the other scripts."""
import http.client, os, re, subprocess, threading, time


def start(jar, java="java", options=()):
    """The process and its port, once it listens; whether it is ready is another question."""
    server = subprocess.Popen(
        [java, *options, "-jar", jar],
        env={**os.environ, "PORT": "0", "HOST": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    for line in server.stdout:
        listens = re.search(r"listens on \S+:(\d+)", line)
        if listens:
            threading.Thread(target=server.stdout.read, daemon=True).start()  # or the server waits for a reader
            return server, int(listens.group(1))
    raise SystemExit("the server did not start")


def await_ready(port):
    """Asks /ready until it answers 200."""
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", "/ready", headers={"Connection": "close"})
        status = connection.getresponse().status
        connection.close()
        if status == 200:
            return
        time.sleep(0.002)
