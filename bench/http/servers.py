"""Processes under measurement, and how to speak to them. Everything listens on the loopback address only."""
import http.client
import os
import socket
import subprocess
import time
import urllib.parse


class Failure(Exception):
    """The run cannot go on; the message says why."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(base, method, path, body=None, headers=None, timeout=30):
    """One request on a connection of its own: status, headers and body."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(base).netloc, timeout=timeout)
    try:
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


class Server:
    """A .NET program started for the run, and stopped by its own process id."""

    def __init__(self, name, folder, assembly, log, settings):
        self.name = name
        self.folder = folder
        self.command = ["dotnet", os.path.join(folder, assembly)]
        self.log = log
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.settings = {key: value.replace("{port}", str(self.port)) for key, value in settings.items()}
        self.process = None
        open(log, "wb").close()

    def start(self, path, patience=120, pause=0.05):
        """Starts, waits for a 200 from the path, and returns the milliseconds that took."""
        with open(self.log, "ab") as log:
            begun = time.perf_counter()
            self.process = subprocess.Popen(
                self.command, cwd=self.folder, env={**os.environ, **self.settings},
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        while time.perf_counter() - begun < patience:
            if self.process.poll() is not None:
                raise Failure(f"{self.name} ended at once:\n{self.last_words()}")
            try:
                if ask(self.base, "GET", path)[0] == 200:
                    return (time.perf_counter() - begun) * 1000
            except OSError:
                pass
            except http.client.HTTPException:
                pass
            time.sleep(pause)
        raise Failure(f"{self.name} never answered {path} with 200:\n{self.last_words()}")

    def stop(self):
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def last_words(self):
        with open(self.log, "rb") as log:
            return log.read().decode(errors="replace")[-2000:]
