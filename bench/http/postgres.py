"""A PostgreSQL server of the run's own, on the loopback address and a port of its own, with everything durable."""
import glob
import os
import shutil
import subprocess
import tempfile
import time

from servers import Failure, free_port

SETTINGS = {
    "listen_addresses": "'127.0.0.1'", "unix_socket_directories": "''", "max_connections": "200",
    "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "wal_compression": "on",
    "shared_buffers": "512MB", "max_wal_size": "4GB", "random_page_cost": "1.1"}
TOLD = ("fsync", "synchronous_commit", "full_page_writes", "wal_compression", "shared_buffers")


class Postgres:
    def __init__(self, log):
        self.log = log
        self.binaries = binaries()
        self.process = None
        self.home = tempfile.mkdtemp(prefix="compliance-bench-postgres.")
        # PostgreSQL refuses to run as root; root hands it to the account that the package made.
        self.owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        if self.owner:
            shutil.chown(self.home, "postgres", "postgres")
        self.data = os.path.join(self.home, "data")
        open(log, "wb").close()

    def start(self):
        self.call("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
        with open(os.path.join(self.data, "postgresql.conf"), "a") as file:
            file.writelines(f"{name} = {value}\n" for name, value in SETTINGS.items())
        self.port = free_port()
        with open(self.log, "ab") as log:
            # In a session of its own: Ctrl-C is for the run, which stops its programs first and the server last.
            self.process = subprocess.Popen(
                [os.path.join(self.binaries, "postgres"), "-D", self.data, "-p", str(self.port)], cwd="/", stdin=subprocess.DEVNULL,
                stdout=log, stderr=subprocess.STDOUT, start_new_session=True, **self.owner)
        begun = time.monotonic()
        while self.ran("pg_isready", "-q", *self.address()).returncode:
            if self.process.poll() is not None or time.monotonic() - begun > 60:
                raise Failure(f"PostgreSQL in {self.binaries} did not start; see {self.log}.")
            time.sleep(0.1)
        return self

    def create(self, database, template="template1"):
        """A new database, empty or a copy of one that nobody uses, as the connection string to it."""
        self.sql("postgres", f"CREATE DATABASE {database} TEMPLATE {template}")
        return f"Host=127.0.0.1;Port={self.port};Username=postgres;Database={database}"

    def drop(self, *databases):
        for database in databases:
            self.sql("postgres", f"DROP DATABASE {database}")

    def sql(self, database, text):
        return self.call("psql", "-q", "-v", "ON_ERROR_STOP=1", *self.address(), "-d", database, "-c", text)

    def tidy(self):
        """What autovacuum would do at some moment, done between the rounds, for all databases alike."""
        self.call("vacuumdb", "-q", *self.address(), "--all", "--analyze")
        self.call("psql", "-q", *self.address(), "-d", "postgres", "-c", "CHECKPOINT")

    def told(self):
        version = self.call("psql", "-At", *self.address(), "-d", "postgres", "-c", "SHOW server_version").split()[0]
        return f"PostgreSQL {version} ({', '.join(f'{name} {SETTINGS[name]}' for name in TOLD)})"

    def stop(self):
        if self.process is not None:
            # SIGINT is its fast shutdown.
            self.process.send_signal(2)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None
        shutil.rmtree(self.home, ignore_errors=True)

    def address(self):
        return ["-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres"]

    def call(self, program, *words):
        done = self.ran(program, *words)
        if done.returncode:
            raise Failure(f"{program} failed: {(done.stderr or done.stdout)[-1000:]}")
        return done.stdout

    def ran(self, program, *words):
        return subprocess.run([os.path.join(self.binaries, program), *words], cwd="/", capture_output=True, text=True, timeout=120, **self.owner)


def binaries():
    """Where initdb is: on the path, else of the newest version among the usual places."""
    found = [os.path.dirname(os.path.realpath(shutil.which("initdb")))] if shutil.which("initdb") else []
    versions = glob.glob("/usr/lib/postgresql/*/bin") + glob.glob("/opt/homebrew/opt/postgresql@*/bin")
    found += sorted(versions, key=lambda path: (len(path), path), reverse=True) + ["/usr/local/pgsql/bin", "/opt/homebrew/bin"]
    for folder in found:
        if os.path.exists(os.path.join(folder, "initdb")):
            return folder
    raise Failure("PostgreSQL is not installed; DATABASES=sqlite does without.")
