"""Runs a small film and compares what Python reads with what the program says in other ways.

    python3 -m unittest discover -s python/tests
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import unittest.mock
import warnings
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

import hopfilm  # noqa: E402
from hopfilm import _launcher, _ovf, _results  # noqa: E402
from hopfilm._crc import crc32c  # noqa: E402
from hopfilm._results import Sweep, _column, _meaning_of, _number  # noqa: E402

FILM = {
    "name": "small film",
    "film": {"size": ["96 nm", "80 nm"]},
    "electrodes": {"layout": "corners", "radius": "24 nm"},
    "initial": {"relax": "20 ps"},
    "protocol": [
        {"measure": "untrained"},
        {"train": {"pattern": "+-+-", "voltage": "5 mV", "time": "20 ps"}},
        {"rest": "5 ps"},
        {"measure": "trained"},
    ],
    "output": {"table": "5 ps", "snapshots": "10 ps", "formats": ["ovf"]},
}


class SmallFilm(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.scratch.name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
            cls.run_ = hopfilm.run(FILM, cls.folder / "run")
            cls.sweep = hopfilm.run(
                FILM, cls.folder / "sweep", set={"train.voltage": ["4 mV", "5 mV"]}
            )

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_retain(self):
        kept = self.run_.retain(["300 K", 600], "20 ps", seeds=2, out=self.folder / "kept", events=True)
        crossed = [b["events"] for b in kept["crossed"]]
        self.assertEqual(sum(len(e["temperatures"]) for e in kept["events"]), sum(crossed))
        self.assertEqual([bake["temperature"] for bake in kept["bakes"]], [0, 300, 600])
        self.assertEqual([bake["of"] for bake in kept["bakes"]], [1, 2, 2])
        self.assertAlmostEqual(kept["bakes"][0]["times"][-1], 20e-12, delta=1e-20)
        # the film is 1 um thick: 600 K in it are 300 K in half of it
        self.assertAlmostEqual(kept["bakes"][2]["same_thickness"], 0.5e-6, delta=1e-15)
        # no event in two bakes of 20 ps: at least 40 ps / ln 20
        self.assertAlmostEqual(kept["crossed"][0]["at_least"], 40e-12 / np.log(20), delta=1e-15)
        each = self.sweep.retain(300, 10e-12, 1, self.folder / "each")
        kinds = [kind["kind"] for kind in each["kinds"]]
        self.assertEqual(kinds, ["train.voltage 4 mV", "train.voltage 5 mV"])
        with self.assertRaisesRegex(hopfilm.HopfilmError, "--seeds: 0 is out of range"):
            self.run_.retain(seeds=0)

    def test_readout(self):
        read = self.run_.readout(current=1e-6, noise=8e-9, contact=0, drift="0 K")
        self.assertEqual(read["current"], 1e-6)
        for pair in read["pairs"]:
            before, after = (
                self.run_.resistance(pair["a"], pair["b"], label)
                for label in ("untrained", "trained")
            )
            # both take R of the same G, to rounding
            self.assertAlmostEqual(pair["R"] / before, 1, delta=1e-12)
            self.assertAlmostEqual(pair["dR"], after - before, delta=1e-12 * before)
            self.assertAlmostEqual(pair["amplifier"], 8e-9 * 0.5**0.5, delta=1e-20)
        self.assertIn("of all 6 pairs in 6 s", read["sentence"])
        usual = json.loads((self.run_.folder / "readout.json").read_text())
        self.assertEqual(usual, self.run_.readout())
        np.testing.assert_allclose(
            self.sweep.table["read_sigma"],
            [run.readout()["sigma"] for run in self.sweep],
            rtol=1e-12,
        )
        with self.assertRaisesRegex(hopfilm.HopfilmError, "--current"):
            self.run_.readout(current=-1)

    def test_how_far_from_rest_the_start_is(self):
        (start,) = self.run_.relaxed
        self.assertEqual((start["start"], start["end"]), (0, 20e-12))
        self.assertLess(start["energy_change"], 0)  # damping alone acts

    def test_columns_have_their_meaning(self):
        self.assertEqual(hopfilm.COLUMNS["Q"], ("", "topological charge"))
        for name in self.run_.table:
            self.assertTrue(_meaning_of(name), name)
        self.assertEqual(_meaning_of("G_n1_n2"), hopfilm.COLUMNS["G_a_b"][1])

    def test_matrices_obey_kirchhoff(self):
        self.assertEqual(list(self.run_.G), ["untrained", "trained"])
        for matrix in self.run_.G.values():
            g = np.asarray(matrix)
            self.assertEqual(g.shape, (4, 4))
            # symmetric, and rows sum to zero: to the 1e-11 of the solver
            np.testing.assert_allclose(g, g.T, atol=1e-10 * g.max())
            np.testing.assert_allclose(g.sum(axis=1), 0, atol=1e-10 * g.max())

    def test_energies_follow_from_the_matrices(self):
        weights = np.asarray(self.run_.G["trained"]) - np.asarray(self.run_.G["untrained"])
        for pattern, energy in self.run_.energies["trained"].items():
            v = 5e-3 * np.array([1 if sign == "+" else -1 for sign in pattern])
            # a difference of matrices: rounding of the largest energies
            self.assertAlmostEqual(-v @ weights @ v, energy, delta=1e-12)

    def test_magnetisation_is_the_one_the_program_converts(self):
        run = self.run_
        m = np.asarray(run.m)
        self.assertEqual(m.shape, (len(run.snapshots), 1, 20, 24, 3))
        np.testing.assert_allclose(np.linalg.norm(m, axis=-1), 1, atol=1e-12)
        last = run.snapshots[-1]
        for form in ("npy", "ovf4", "ovf-text"):
            out = self.folder / f"last.{form}{'' if form == 'npy' else '.ovf'}"
            subprocess.run(
                [_launcher.launcher(), "convert", last, "--to", form, "--out", out],
                check=True,
                stdout=subprocess.DEVNULL,
            )
            read = np.load(out) if form == "npy" else _ovf.read(out)[0]
            # text and npy keep every bit, ovf4 24 of them
            np.testing.assert_allclose(read, m[-1], atol=6e-8 if form == "ovf4" else 0)
        self.assertAlmostEqual(_ovf.time(_ovf.head(last)), 40e-12, delta=6e-12)

    def test_the_dataset_of_a_run(self):
        try:
            import zarr  # noqa: F401
        except ImportError:
            self.skipTest("needs xarray and zarr")
        out = self.folder / "run.zarr.zip"
        subprocess.run(
            [_launcher.launcher(), "convert", self.run_.folder, "--out", out],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        run = hopfilm.open(out)
        np.testing.assert_array_equal(run.m, self.run_.m)
        np.testing.assert_array_equal(
            run.conductance.sel(measure="trained"), self.run_.G["trained"]
        )
        np.testing.assert_array_equal(run.E_total, self.run_.table["E_total"])
        with self.assertRaisesRegex(hopfilm.HopfilmError, "is not there"):
            hopfilm.open(self.folder / "none.zarr")

    def test_table_has_its_columns(self):
        t = np.asarray(self.run_.table["t"])
        np.testing.assert_allclose(np.diff(t), 5e-12, rtol=1e-9)
        last = np.asarray(self.run_.G["trained"])[0, 1]
        self.assertAlmostEqual(
            np.asarray(self.run_.table["G_n1_n2"])[-1] / last, 1, delta=1e-6
        )

    def test_the_outcome_is_one_of_three_words(self):
        # nothing was verified
        words = {True: "learned", False: "not-learned"}
        self.assertEqual(self.run_.outcome, words[self.run_.learned])
        self.assertIn(self.run_.outcome, self.run_._repr_html_())
        outcomes = [run.outcome for run in self.sweep]
        self.assertEqual(list(np.asarray(self.sweep.table["outcome"])), outcomes)

    def test_sweeps_have_numbers_in_si_units(self):
        np.testing.assert_allclose(np.asarray(self.sweep.table["train.voltage"]), [4e-3, 5e-3])
        self.assertEqual(len(self.sweep), 2)
        # the second is the film of the run
        np.testing.assert_array_equal(
            np.asarray(self.sweep[1].G["trained"]), np.asarray(self.run_.G["trained"])
        )
        self.assertIn("train.voltage", self.sweep._repr_html_())

    def test_a_wrong_input_is_a_line_for_each_error(self):
        with self.assertRaises(hopfilm.HopfilmError) as caught:
            hopfilm.run(FILM, self.folder / "wrong", set={"film.cel": "4 nm", "seed": "one"})
        self.assertEqual(caught.exception.status, 2)
        said = str(caught.exception).splitlines()
        self.assertEqual(len(said), 2)
        self.assertIn("film.cel: unknown key; did you mean film.cell?", said[0])
        self.assertIn('seed: "one" is not a whole number', said[1])
        self.assertFalse((self.folder / "wrong").exists())
        with self.assertRaisesRegex(hopfilm.HopfilmError, r"^film\.size: 1 m is out of range"):
            hopfilm.run({"film": {"size": [1, 2]}}, self.folder / "wrong")
        with self.assertRaisesRegex(hopfilm.HopfilmError, r"^material\.D: 0.003 has no unit"):
            hopfilm.run({"material": {"D": 3e-3}}, self.folder / "wrong")  # A or J/m^2
        with self.assertRaisesRegex(hopfilm.HopfilmError, "no folder of a run"):
            hopfilm.open(self.folder)

    def test_arguments_of_a_wrong_type_are_one_line(self):
        for call, said in (
            (lambda: hopfilm.run(5), "experiment is 5; give a file or a dictionary"),
            (lambda: hopfilm.run({"film": {"size": {1, 2}}}), "cannot be written as a file"),
            (lambda: hopfilm.run(FILM, 5), "out is 5; give a folder"),
            (lambda: hopfilm.run(FILM, set=["seed"]), r"set is \['seed'\]; give keys with values"),
            (lambda: hopfilm.open(None), "folder is None"),
            (lambda: hopfilm.Film(5), "experiment is 5; give a file or a dictionary"),
            (lambda: hopfilm.Film("none.yaml"), "none.yaml cannot be read: No such file"),
            (lambda: self.sweep["margin"], "give the number of a run"),
            (lambda: self.run_.readout(current=None), "current is None; give text"),
            (lambda: hopfilm.recall(self.run_), "has no row with a picture"),
        ):
            with self.subTest(said), self.assertRaisesRegex(hopfilm.HopfilmError, said):
                call()

    def test_the_variable_names_the_program_or_its_folder(self):
        program = Path(_launcher.launcher()).resolve()
        with unittest.mock.patch.dict(os.environ, HOPFILM=str(program.parent)):
            self.assertEqual(Path(_launcher.launcher()), program)
        with unittest.mock.patch.dict(os.environ, HOPFILM=str(self.folder)):
            with self.assertRaisesRegex(hopfilm.HopfilmError, "nor a folder with one"):
                hopfilm.run(FILM)

    def test_names_and_paths_are_no_messages_and_no_options(self):
        before = os.getcwd()
        name = "hopfilm: report in OTHER/index.html"
        os.chdir(self.folder)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
                named = hopfilm.run({**FILM, "name": name}, "--force")
                self.assertEqual((named.folder, named.name), (Path("--force"), name))
                Path("-film.yaml").write_text(named.experiment, encoding="utf-8")
                free = hopfilm.run("-film.yaml")
                self.assertEqual(free.folder, (self.folder / "runs" / "-film-001").resolve())
                self.assertEqual(free.name, name)
        finally:
            os.chdir(before)

    def test_notebooks_show_the_film(self):
        page = self.run_._repr_html_()
        self.assertIn("small film", page)
        self.assertIn("data:image/png;base64,", page)

    def test_damaged_files_are_noticed(self):
        copy = self.folder / "cut.ovf"
        copy.write_bytes(self.run_.snapshots[0].read_bytes()[:-400])
        with self.assertRaisesRegex(hopfilm.HopfilmError, "cut off"):
            _ovf.read(copy)
        changed = self.folder / "changed"
        shutil.copytree(self.run_.folder, changed)
        for name, read in (("summary.json", lambda r: r.G), ("table.txt", lambda r: r.table)):
            whole = (changed / name).read_bytes()
            digit = re.search(rb"[1-8](?=[0-9]{6})", whole).start()  # of some number
            (changed / name).write_bytes(whole[:digit] + b"9" + whole[digit + 1 :])
            with self.subTest(name), self.assertRaisesRegex(hopfilm.HopfilmError, "as the run wrote"):
                read(hopfilm.open(changed))
            (changed / name).write_bytes(whole)
            read(hopfilm.open(changed))

    def test_the_experiment_is_that_of_the_run(self):
        changed = self.folder / "other"
        shutil.copytree(self.run_.folder, changed)
        file = changed / "experiment.yaml"
        file.write_text(self.run_.experiment.replace("seed: 1", "seed: 2"), encoding="utf-8")
        self.assertNotEqual(file.read_bytes(), (self.run_.folder / "experiment.yaml").read_bytes())
        with self.assertRaisesRegex(hopfilm.HopfilmError, "experiment.yaml is not as the run wrote"):
            hopfilm.open(changed).experiment

    @unittest.skipUnless(os.name == "posix", "signals as POSIX has them")
    def test_a_signal_to_python_alone_stops_the_film(self):
        out = self.folder / "interrupted"
        film = {"film": {"size": ["64 nm", "64 nm"]}, "electrodes": "none", "protocol": [{"rest": "1 us"}]}
        # a job in the background of a shell has SIGINT ignored, and hands this on
        heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
        code = f"{heard}; import hopfilm; hopfilm.run({film!r}, out={str(out)!r})"
        paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        process = subprocess.Popen(
            [sys.executable, "-c", code], stderr=subprocess.PIPE, start_new_session=True, env=paths
        )
        try:
            status = out / "status.json"
            for _ in range(600):
                if status.is_file() and "running" in status.read_text():
                    break
                time.sleep(0.1)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
        self.assertIn(b"KeyboardInterrupt", said)
        self.assertEqual(json.loads(status.read_text())["status"], "stopped")
        with self.assertWarnsRegex(hopfilm.HopfilmWarning, "interrupted is not done, but stopped") as caught:
            hopfilm.open(out)
        self.assertEqual(caught.filename, __file__)

    def test_snapshots_are_compared_with_their_checksums(self):
        changed = self.folder / "flipped"
        shutil.copytree(self.run_.folder, changed)
        last = hopfilm.open(changed).snapshots[-1]
        whole = last.read_bytes()
        last.write_bytes(whole[:-200] + bytes([whole[-200] ^ 1]) + whole[-199:])
        with self.assertRaisesRegex(hopfilm.HopfilmError, f"{last.name} is not as the run wrote"):
            hopfilm.open(changed).m
        last.unlink()
        with self.assertRaisesRegex(hopfilm.HopfilmError, f"{last.name} is missing"):
            hopfilm.open(changed).m
        (changed / "summary.json").unlink()
        with self.assertRaisesRegex(hopfilm.HopfilmError, "summary.json is missing"):
            hopfilm.open(changed).summary

    def test_the_checksum_is_that_of_the_standard(self):
        """RFC 3720, B.4: 32 bytes of zeros; the check value of the catalogue of CRCs; and byte by
        byte for data of many blocks and a rest."""
        self.assertEqual(crc32c(bytes(32)), 0x8A9136AA)
        self.assertEqual(crc32c(b"123456789"), 0xE3069283)
        data = bytes(np.random.default_rng(1).integers(0, 256, 5000, np.uint8))
        crc = 0xFFFFFFFF
        for byte in data:
            crc ^= byte
            for _ in range(8):
                crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
        self.assertEqual(crc32c(data), crc ^ 0xFFFFFFFF)


class Values(unittest.TestCase):
    def test_quantities(self):
        for text, value in {
            "40 mV": 0.04,
            "0.15 uOhm m": 1.5e-7,
            "150 %": 1.5,
            "512 nm": 512e-9,
            "480 kJ/m^3": 480e3,
            "180 deg": np.pi,
            "6.5 mA": 6.5e-3,
            "2": 2,
        }.items():
            self.assertAlmostEqual(_number(text) / value, 1, places=12, msg=text)
        self.assertTrue(np.isnan(_number("")))
        for text in ("+-+-", "on", "4 parsec"):
            self.assertIsNone(_number(text))

    def test_values_of_two_units_stay_text(self):
        # D is an energy per area, or the period of the helix
        self.assertEqual(list(_column(["1 mJ/m^2", "70 nm"])), ["1 mJ/m^2", "70 nm"])
        np.testing.assert_allclose(_column(["1 um", "70 nm", "0"]), [1e-6, 70e-9, 0])
        np.testing.assert_allclose(_column(["150 %", "2.5"]), [1.5, 2.5])

    def test_settings_read_as_in_a_file(self):
        self.assertEqual(_launcher._text(["+-+-", "+--+"]), '["+-+-", "+--+"]')
        self.assertEqual(_launcher._text({"time": "1 ns", "alpha": 0.5}), '{time: "1 ns", alpha: 0.5}')
        self.assertEqual(_launcher._text(True), "on")


class WithoutTheProgram(unittest.TestCase):
    def test_numpy_values_and_paths_are_settings(self):
        text = _launcher._text
        self.assertEqual(text(np.arange(3)), "[0, 1, 2]")
        self.assertEqual(text([np.int64(1), np.float64(0.5)]), "[1, 0.5]")
        self.assertEqual(text(np.float64(2e-3)), "0.002")
        self.assertEqual(text(Path("a.ovf")), os.path.abspath("a.ovf"))

    def test_runs_beyond_999_keep_their_order(self):
        with tempfile.TemporaryDirectory() as folder:
            for number in (99, 100, 999, 1000, 1001):
                run = Path(folder) / f"{number:03d}_initial.seed={number}"
                run.mkdir()
                (run / "table.txt").touch()
            names = [run.folder.name for run in Sweep(folder).runs]
        self.assertEqual([int(name.split("_")[0]) for name in names], [99, 100, 999, 1000, 1001])

    def test_a_film_that_gets_too_hot_says_so(self):
        hot = {
            "film": {"size": ["64 nm", "64 nm"], "cell": "8 nm", "thickness": "20 nm"},
            "material": {"Tc": "400 K"},
            "heat": {"substrate": "ideal"},
            "electrodes": {"layout": "corners", "radius": "16 nm"},
            "initial": {"texture": "uniform"},
            "protocol": [{"train": {"pattern": "+-+-", "voltage": "200 mV", "time": "1 ns"}}],
            "output": {"report": "off", "figures": "off"},
        }
        with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
            warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
            with self.assertRaisesRegex(hopfilm.HopfilmError, "too near its Curie temperature"):
                hopfilm.run(hot, Path(folder) / "hot")

    def test_a_failed_run_says_why(self):
        said = ["hopfilm: writing mine", "1 of 2 ns", "FAILED: NaN in the texture at 3.2 ns"]
        script = "import sys\nfor line in %r: print(line, file=sys.stderr)\nsys.exit(1)" % (said,)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "NaN in the texture"):
            _launcher._carry_out([sys.executable, "-c", script], "mine", False)

    def test_the_folder_is_the_one_that_was_named(self):
        said = "import sys, json; print(json.dumps({'folder': 'told'})); "
        said += "print('hopfilm: report in OTHER/index.html', file=sys.stderr)"
        for out, folder in (("mine", "mine"), (None, "told")):
            found = _launcher._carry_out([sys.executable, "-c", said], out, False)
            self.assertEqual(found, Path(folder))


class Wheel(unittest.TestCase):
    def test_is_made_without_anything_else(self):
        sys.path.insert(0, str(ROOT / "python"))
        import backend

        with tempfile.TemporaryDirectory() as folder:
            wheel = Path(folder) / backend.build_wheel(folder)
            said = subprocess.run(
                [sys.executable, "-c", "import hopfilm; print(hopfilm.__version__)"],
                env={"PYTHONPATH": str(wheel), "PATH": ""},
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
            )
            first = wheel.read_bytes()
            self.assertEqual(backend.build_wheel(folder), wheel.name)
            self.assertEqual(first, wheel.read_bytes())
        # NumPy may lie where an empty environment does not look
        if "numpy" not in said.stderr:
            self.assertEqual(said.stdout.strip(), hopfilm.__version__, said.stderr)


if __name__ == "__main__":
    unittest.main()
