"""Drives a film and compares it with the run of the experiment that it wrote down."""

import contextlib
import json
import os
import signal as signals
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))
sys.path.insert(0, str(ROOT / "python" / "tests"))

import hopfilm  # noqa: E402
from test_results import FILM  # noqa: E402


class LiveFilm(unittest.TestCase):
    def test_equals_the_run_of_its_experiment_bit_for_bit(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            with hopfilm.Film(FILM, runs=folder / "runs") as film:
                before = np.asarray(film.measure("before"))
                film.train("20 ps", pattern="+-+-", voltage="5 mV")
                film.rest("10 ps")
                after = np.asarray(film.measure("after"))
                live = np.asarray(film.m)
                energies = film.energies
                recalled = film.retrieve("+--+")
                left = film.retain()
                written = film.experiment
                saved = film.save("driven")
                with self.assertRaisesRegex(hopfilm.HopfilmError, "parsec"):
                    film.rest("4 parsec")
            self.assertGreater(np.abs(after - before).max(), 0)
            self.assertEqual(len(energies), 8)
            self.assertIn(recalled["start"], "+--+")
            self.assertEqual(set(left), {"weights", "margin", "recalled"})
            self.assertLessEqual({"before", "after"}, set(saved.G))

            file = folder / "written.yaml"
            file.write_text(written, encoding="utf-8")
            again = hopfilm.run(file, folder / "again")
            for label, matrix in (("before", before), ("after", after)):
                np.testing.assert_array_equal(
                    np.asarray(again.G[label]), np.asarray(saved.G[label])
                )
                # what is shown has the accuracy of a row of the table
                np.testing.assert_allclose(matrix, np.asarray(saved.G[label]), rtol=1e-6)
            self.assertEqual(
                (folder / "again" / "table.txt").read_bytes(),
                (saved.folder / "table.txt").read_bytes(),
            )
            np.testing.assert_array_equal(np.asarray(again.m)[-1], live)

    def test_a_long_script_is_read_again(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            with hopfilm.Film(FILM, runs=folder / "runs") as film:
                for _ in range(9):  # steps of 60 kB
                    film.train("5 ps", patterns=["+-+-", "+--+"] * 5000, voltage="5 mV")
                saved = film.save("long")
            file = saved.folder / "experiment.yaml"
            self.assertGreater(file.stat().st_size, 500_000)
            again = hopfilm.run(file, folder / "again")
            self.assertEqual(
                (again.folder / "table.txt").read_bytes(), (saved.folder / "table.txt").read_bytes()
            )

    def test_a_server_ends_with_the_python_that_started_it(self):
        script = """
import json, os, sys, time
import hopfilm
film = hopfilm.Film(json.loads(sys.argv[1]), runs=sys.argv[2])
film.command("train")
while "- train:" not in film.experiment:
    time.sleep(0.02)
print(film._server.base, film._server._headers["Authorization"], flush=True)
time.sleep(600)
"""
        for signal in ("SIGKILL", "SIGTERM") if os.name != "nt" else ():
            with self.subTest(signal), tempfile.TemporaryDirectory() as scratch:
                runs = Path(scratch) / "runs"
                with subprocess.Popen(
                    [sys.executable, "-c", script, json.dumps(FILM), str(runs)],
                    stdout=subprocess.PIPE,
                    text=True,
                    env={**os.environ, "PYTHONPATH": str(ROOT / "python")},
                ) as python:
                    base, _, token = python.stdout.readline().strip().partition(" Bearer ")
                    self.assertTrue(base.startswith("http"), base)
                    python.send_signal(getattr(signals, signal))
                server = hopfilm.Server(f"{base}/?token={token}")
                with self.assertRaises(hopfilm.HopfilmError):
                    for _ in range(600):  # a hang guard of a minute
                        server.call("GET", "/api/hello")
                        time.sleep(0.1)
                # it answers no more once the film was kept
                kept = hopfilm.open(runs / "small-film-kept-001")
                self.assertIn("- train:", kept.experiment)
                self.assertEqual(kept.status, "done")

    @unittest.skipUnless(os.path.exists("/proc/net/tcp"), "a list of Linux")
    def test_its_server_listens_to_this_machine_alone(self):
        with tempfile.TemporaryDirectory() as runs, hopfilm.Film(FILM, runs=runs) as film:
            process = Path("/proc", str(film._server._process.pid))
            own = set()
            for link in (process / "fd").iterdir():
                with contextlib.suppress(FileNotFoundError):  # closed meanwhile
                    own.add(os.readlink(link))
            found = []
            for name in ("tcp", "tcp6"):
                for line in (process / "net" / name).read_text().splitlines()[1:]:
                    words = line.split()
                    if words[3] == "0A" and f"socket:[{words[9]}]" in own:  # listening
                        found.append(words[1].partition(":")[0])
        self.assertEqual(len(found), 1)
        loopback = socket.inet_aton("127.0.0.1")
        words = {loopback[::-1].hex().upper(), loopback.hex().upper()}  # by the processor's order
        self.assertIn(found[0][-8:], words)
        self.assertIn(found[0][:-8], ("", "0" * 16 + "FFFF0000", "0" * 16 + "0000FFFF"))

    def test_a_server_that_ends_during_a_request_is_one_line(self):
        with socket.create_server(("127.0.0.1", 0)) as ends:
            closing = threading.Thread(target=lambda: ends.accept()[0].close())
            closing.start()
            server = hopfilm.Server("http://127.0.0.1:%d" % ends.getsockname()[1])
            with self.assertRaisesRegex(hopfilm.HopfilmError, "does not answer"):
                server.call("GET", "/api/hello")
            closing.join()

    def test_a_wrong_film_is_one_line_and_leaves_no_server(self):
        with self.assertRaises(hopfilm.HopfilmError) as caught:
            hopfilm.Film({"film": {"size": ["1 parsec", "1 nm"]}})
        self.assertEqual(caught.exception.status, 422)
        self.assertIn("film.size", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
