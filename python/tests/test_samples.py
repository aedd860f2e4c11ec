"""Samples of a small film, and numbers without unit, which are in SI units.

    python3 -m unittest discover -s python/tests
"""

import os
import re
import sys
import tempfile
import unittest
import unittest.mock
import warnings
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

import hopfilm  # noqa: E402
from hopfilm._results import Samples  # noqa: E402
from hopfilm._si import with_units  # noqa: E402

FILM = {
    "film": {"size": [96e-9, 80e-9], "cell": 4e-9},
    "electrodes": {"layout": "corners", "radius": 24e-9},
    "initial": {"relax": 5e-12},
    "protocol": [
        {"train": {"voltages": [5e-3, 0, -5e-3, 0], "time": 20e-12}},
        {"rest": 5e-12},
        {"measure": "trained"},
    ],
    "output": {
        "table": 5e-12,
        "formats": [],
        "report": "off",
        "columns": ["V", "I"],
        "resistance": [["n1", "n3"]],
        "samples": {"every": 2e-12, "of": ["V", "I", "m"], "cells": "3x2"},
    },
}


class Sampled(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
            cls.run_ = hopfilm.run(FILM, Path(cls.scratch.name) / "run")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_a_film_that_has_not_begun_has_no_samples(self):
        with hopfilm.Film(FILM, runs=Path(self.scratch.name) / "live") as film:
            self.assertEqual(np.asarray(film.samples_after().m).shape[1:], (2, 3))
            seen = film.drive([1, -1], "5 ps", ["n1"], "5 mV")
            self.assertEqual(np.asarray(seen.m).shape[1:], (2, 3))
            self.assertGreater(len(seen.t), 1)

    def test_volts_and_amperes_have_axes_of_time_and_contact(self):
        s = self.run_.samples
        self.assertEqual(s.names, ["n1", "n2", "n3", "n4"])
        np.testing.assert_allclose(s.t, 2e-12 * np.arange(16), atol=1e-24)
        v, i = np.asarray(s.V), np.asarray(s.I)
        self.assertEqual((v.shape, i.shape, np.asarray(s.m).shape), ((16, 4), (16, 4), (16, 2, 3)))
        # sources are on after 5 ps, until 25 ps
        np.testing.assert_array_equal(v[3:12, 0], 5e-3)
        np.testing.assert_array_equal(v[13:], 0)
        largest = np.abs(i).max()
        self.assertLess(np.abs(i.sum(axis=1)).max(), 1e-6 * largest)
        self.assertIsNone(s.G)

    def test_conductances_in_time_are_those_of_the_table_and_give_the_currents(self):
        run = self.run_
        g, t = np.asarray(run.G_t), np.asarray(run.table["t"])
        self.assertEqual(g.shape, (len(t), 4, 4))
        np.testing.assert_array_equal(g[:, 0, 2], np.asarray(run.table["G_n1_n3"]))
        np.testing.assert_array_equal(g[:, 2, 0], np.asarray(run.table["G_n1_n3"]))
        v = np.array([np.asarray(run.table[f"V_{n}"]) for n in run.samples.names]).T
        i = np.array([np.asarray(run.table[f"I_{n}"]) for n in run.samples.names]).T
        np.testing.assert_allclose(np.einsum("tij,tj->ti", g, v), i, atol=1e-15)
        last = float(np.asarray(run.table["R_n1_n3"])[-1])
        # the row is read to 1e-8 of the conductances
        self.assertAlmostEqual(last, run.resistance("n1", "n3"), delta=1e-6 * last)

    def test_conductances_alone_name_their_contacts(self):
        text = b"Time[s],G_a_a[S],G_a_b1[S],G_b1_a[S],G_b1_b1[S]\n0e0,1,-2,-3,4\n1e0,5,-6,-7,8\n2e"
        s = Samples.read(text)
        self.assertEqual(s.names, ["a", "b1"])
        np.testing.assert_array_equal(np.asarray(s.G), [[[1, -2], [-3, 4]], [[5, -6], [-7, 8]]])
        self.assertIsNone(s.V)

    def test_states_are_all_samples_under_an_input(self):
        t = 50e-12 * np.arange(13)  # 100 ps of relaxation, then five inputs of 100 ps
        s = Samples(["n1"], t, V=-np.arange(13.0)[:, None], G=np.arange(13.0)[:, None, None])
        rows = np.arange(3.0, 13).reshape(5, 2)
        np.testing.assert_array_equal(s.states(5, "100 ps", of="G", start="100 ps"), rows)
        np.testing.assert_array_equal(s.states(5, 1e-10, of=["G", "V"], start=1e-10), np.c_[rows, -rows])
        np.testing.assert_array_equal(s.states(2, "100 ps", of="G", start="200ps"), rows[1:3])
        own = Samples(["n1"], t[3:], G=np.arange(3.0, 13)[:, None, None], start=1e-10)
        np.testing.assert_array_equal(own.states(5, "100 ps"), rows)
        self.assertEqual(repr(s), "Samples(13 times to 600 ps, 1 contact: V, G)")

    def test_states_that_do_not_fit_are_refused(self):
        t = 50e-12 * np.arange(13)
        s = Samples(["n1"], t, V=np.zeros((13, 1)), G=np.zeros((13, 1, 1)))
        for inputs, dt, start, of, said in (
            (5, "100 ps", None, "G", "10 samples in 5 inputs of 100 ps from 0 s on, and 2 after them; say with start='100 ps'"),
            (10, "25 ps", "100 ps", "G", "5 samples in 10 inputs of 25 ps .* dt must be output.samples.every or a multiple"),
            (4, "125 ps", "100 ps", "G", "not as many in each"),
            (6, "100 ps", None, None, "of is None; the samples hold V, G"),
            (6, "100 ps", None, "m", "of is 'm'; the samples hold V, G"),
            (6, "100 mV", None, "G", "dt is '100 mV'; write a time"),
            (6, None, None, "G", "dt is None; give text with a unit, or a number in s"),
            (0, "100 ps", None, "G", r"give len\(u\)"),
        ):
            with self.subTest(said), self.assertRaisesRegex(hopfilm.HopfilmError, said):
                s.states(inputs, dt, of=of, start=start)
        with self.assertWarnsRegex(hopfilm.HopfilmWarning, "each input is 10 ps before its end") as caught:
            self.assertEqual(s.states(4, "100 ps", of="G", start="110 ps").shape, (4, 2))
        self.assertEqual(caught.filename, __file__)  # the line that called, not one of the package


class Driven(unittest.TestCase):
    """A live film under samples, and a run under the same samples in a file."""

    U = np.random.default_rng(1).uniform(-1, 1, (12, 2))

    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.scratch.name)
        samples = {"every": "2 ps", "of": ["V", "I", "G"]}
        cls.film_ = {**FILM, "initial": {"relax": "4 ps"}, "output": {**FILM["output"], "samples": samples}}

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def run_of_file(self):
        np.save(self.folder / "u.npy", self.U)
        signal = {"samples": self.folder / "u.npy", "every": 2e-12, "scale": 5e-3}
        voltages = {n: {**signal, "column": k} for k, n in ((1, "n1"), (2, "n3"))}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
            return hopfilm.run(
                {**self.film_, "protocol": [{"drive": {"voltages": voltages}}]}, self.folder / "file"
            )

    def test_a_film_that_is_driven_shows_what_a_run_writes(self):
        run = self.run_of_file()
        with hopfilm.Film(self.film_, runs=self.folder) as film:
            samples = film.drive(self.U, 2e-12, ["n1", "n3"], scale="5 mV")
            again = film.drive(self.U[:3, 0], "2 ps", "n1", scale=5e-3, others="float")
            film.undo()
            film.undo()
            repeated = film.drive(self.U, "2 ps", ["n1", "n3"], scale=5e-3)
            saved = film.save("saved")
        self.assertEqual(samples.t.shape, (12,))
        # each is the end of what is held, and of no later value
        np.testing.assert_array_equal(np.asarray(samples.V)[:, [0, 2]], 5e-3 * self.U)
        for key in ("V", "I", "G"):
            own, other = np.asarray(getattr(samples, key)), np.asarray(getattr(run.samples, key))
            np.testing.assert_array_equal(own, other[3:])
            np.testing.assert_array_equal(own, np.asarray(getattr(repeated, key)))
        self.assertEqual(np.asarray(again.V).shape, (3, 4))
        # of one contact alone, by the matrix: 5 mV times 5 S to rounding
        np.testing.assert_allclose(np.asarray(again.I), 0, atol=1e-15)
        text = (saved.folder / "samples.csv").read_bytes()
        self.assertEqual(text, (run.folder / "samples.csv").read_bytes())
        states = samples.states(12, "2 ps", of=["V", "G"])
        np.testing.assert_array_equal(states[:, 4:], np.asarray(samples.G).reshape(12, 16))
        own = run.samples.states(len(self.U), "2 ps", of=["V", "G"], start="4 ps")
        np.testing.assert_array_equal(states, own)

    def test_samples_that_do_not_show_each_input_at_its_end_are_warned_of(self):
        with hopfilm.Film(self.film_, runs=self.folder) as film:
            with self.assertWarnsRegex(hopfilm.HopfilmWarning, "3 samples in 6 inputs of 1 ps from 4 ps on") as caught:
                samples = film.drive(np.ones(6), "1 ps", "n1", scale="1 mV")
            self.assertEqual(caught.filename, __file__)
            with self.assertRaisesRegex(hopfilm.HopfilmError, "not as many in each"):
                samples.states(6, "1 ps", of="V")
            film.rest("0.5 ps")
            with self.assertWarnsRegex(hopfilm.HopfilmWarning, "each input is 500 fs before its end"):
                film.drive(np.ones(3), "2 ps", "n1", scale="1 mV")

    def test_what_check_says_of_a_drive_is_a_warning(self):
        film = hopfilm.Film.__new__(hopfilm.Film)
        states = [{"time": 0.0, "warnings": ["old"]}, {"time": 1e-12, "warnings": ["old", "+900 K"]}]
        samples = unittest.mock.MagicMock()
        with (
            unittest.mock.patch.object(hopfilm.Film, "state", unittest.mock.PropertyMock(side_effect=states)),
            unittest.mock.patch.object(hopfilm.Film, "samples_after", return_value=samples),
            unittest.mock.patch.object(hopfilm.Film, "_do"),
            warnings.catch_warnings(record=True) as said,
        ):
            warnings.simplefilter("always")
            film.drive([1.0], "1 ps", "n1", scale="1 mV", time="1 ps")
        self.assertEqual([str(w.message) for w in said], ["+900 K"])

    def test_a_dictionary_names_files_from_the_working_directory(self):
        before = os.getcwd()
        os.chdir(self.folder)
        try:
            np.savetxt("square.csv", [0, 1, 0])
            signal = {"samples": "square.csv", "every": "2 ps", "scale": "1 mV"}
            film = {**self.film_, "protocol": [{"drive": {"voltages": {"n1": signal}}}]}
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
                run = hopfilm.run(film, "named")
            # under way 1, then 0 held; the relaxation of 4 ps is at 0 V
            volts = np.asarray(run.samples.V)[:, 0]
            np.testing.assert_allclose(volts, [0, 0, 0, 0, 1e-3, 0], atol=1e-18)
            signal["samples"] = "none.csv"
            said = f"no file {re.escape(os.getcwd())}/none.csv; paths start at the working directory"
            with self.assertRaisesRegex(hopfilm.HopfilmError, said):
                hopfilm.run(film, "wrong")
        finally:
            os.chdir(before)

    def test_wrong_inputs_are_refused_and_the_film_stays(self):
        with hopfilm.Film(self.film_, runs=self.folder) as film:
            for u, contacts, said in (
                (np.zeros((3, 3)), ["n1", "n3"], r"u has the shape \(3, 3\); it must be \(time, 2\)"),
                (np.zeros((0, 1)), ["n1"], "u has the shape"),
                (np.random.default_rng(1).uniform(-1, 1, 250_000), "n1", "u has 250000 numbers"),
                ([0.0, np.nan], "n1", r"u\[1\] is not finite"),
                ([0.0, 1.0], "n9", "n9"),
                (np.zeros((3, 2)), ["n1", "n1"], "contacts has n1 twice"),
                ([0.0, 1.0], 5, "contacts is 5; give names"),
                (["one"], "n1", "u holds no numbers"),
                ([0.0, 1j], "n1", "u is complex"),
                (np.ma.masked_equal([0.0, 1.0], 1), "n1", "u has masked values"),
            ):
                with self.assertRaisesRegex(hopfilm.HopfilmError, said):
                    film.drive(u, "2 ps", contacts, scale="1 mV")
            with self.assertRaisesRegex(hopfilm.HopfilmError, "u has no unit; .* scale="):
                film.drive([0.0, 1.0], "2 ps", "n1")
            for call, said in (
                (lambda: film.drive([0.0, 1.0], None, "n1", scale=1e-3), "dt is None; give text"),
                (lambda: film.drive([0.0, 1.0], "2 ps", "n1", scale=[1]), r"scale is \[1\]; give"),
                (lambda: film.train(None), "time is None; give text with a unit, or a number in s"),
                (lambda: film.rest(["1 ps"]), "time is"),
                (lambda: film.command("rest", time={1}), "cannot be sent"),
            ):
                with self.subTest(said), self.assertRaisesRegex(hopfilm.HopfilmError, said):
                    call()
            self.assertAlmostEqual(film.time, 4e-12, delta=1e-20)
        bare = {**self.film_, "output": {"table": "5 ps"}}
        with hopfilm.Film(bare, runs=self.folder) as film:
            with self.assertRaisesRegex(hopfilm.HopfilmError, "output.samples"):
                film.drive([0.0, 1.0], "2 ps", "n1", scale="1 mV")


class DamagedFiles(unittest.TestCase):
    def test_say_so_in_a_line(self):
        whole = b"Time[s],n1_V[V],n1_I[A]\n0,1,2\n1e-12,2,3\n"
        self.assertEqual(Samples.read(whole).names, ["n1"])
        self.assertEqual(len(Samples.read(whole[:-2]).t), 1)  # a line that is being written
        for damaged in (
            b"",
            b"\n" + whole,
            whole[8:],
            whole.replace(b"1e-12,2,3", b"1e-12,2"),
            whole.replace(b"2,3", b"2,3,4"),
            whole.replace(b"2,3", b"2,x"),
            whole.replace(b"n1_I[A]", b"G_n1_n1,G_n1_n2"),
            whole.replace(b"n1_I[A]", b"mz_"),
            b"\xff\xfe" + whole,
        ):
            with self.subTest(damaged):
                with self.assertRaisesRegex(hopfilm.HopfilmError, "^samples.csv is damaged: "):
                    Samples.read(damaged)

    def test_of_a_run_too(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            (folder / "experiment.yaml").write_text("{}")
            for name, text, read in (
                ("table.txt", "# t (s)\tmx ()\n0\t1\t2\n", lambda r: r.table),
                ("table.txt", "# t (s)\tmx ()\n0\tx\n", lambda r: r.table),
                ("samples.csv", "", lambda r: r.samples),
                ("pulses.csv", "", lambda r: r.pulses),
                ("pulses.csv", "pulse,E\n1\n", lambda r: r.pulses),
                ("summary.json", "{", lambda r: r.summary),
                ("runs.csv", "run,status\n1\n", lambda r: r.table),
            ):
                (folder / "table.txt").write_text("# t (s)\n")
                (folder / name).write_text(text)
                said = f"{re.escape(name)} is damaged: "
                with self.subTest(name), self.assertRaisesRegex(hopfilm.HopfilmError, said):
                    read(hopfilm.open(folder))


class BareNumbers(unittest.TestCase):
    def test_get_the_si_unit_of_their_key(self):
        said = with_units(
            {
                "film": {"size": np.array([1e-7, 2e-7]), "mask": [{"radius": 1e-8}]},
                "material": {"alpha": 0.3, "D": "3 mJ/m^2"},
                "initial": {"seed": 3, "relax": 1e-9},
                "protocol": [
                    {"train": {"pattern": "+-+-", "voltage": 0.04, "time": "20 ns"}},
                    {"repeat": {"times": 2, "steps": [{"rest": 1e-9}]}},
                ],
                "sweep": {"train.voltage": [0.03, 0.04], "initial.seed": "1..3"},
            }
        )
        self.assertEqual(said["film"], {"size": ["1e-07 m", "2e-07 m"], "mask": [{"radius": "1e-08 m"}]})
        self.assertEqual(said["material"], {"alpha": 0.3, "D": "3 mJ/m^2"})
        self.assertEqual(said["initial"], {"seed": 3, "relax": "1e-09 s"})
        self.assertEqual(said["protocol"][0]["train"]["voltage"], "0.04 V")
        self.assertEqual(said["protocol"][1]["repeat"], {"times": 2, "steps": [{"rest": "1e-09 s"}]})
        self.assertEqual(said["sweep"], {"train.voltage": ["0.03 V", "0.04 V"], "initial.seed": "1..3"})
        drive = {
            "time": 1e-8,
            "voltages": {"n1": 0.02, "n2": {"sine": 0.01, "frequency": 1e9}, "n3": "float"},
            "currents": {"n4": {"samples": np.array([0.0, 1.0]), "every": 1e-9, "scale": 1e-5}},
        }
        said = with_units({"protocol": [{"drive": drive}]})["protocol"][0]["drive"]
        self.assertEqual(said["time"], "1e-08 s")
        self.assertEqual(said["voltages"]["n1"], "0.02 V")
        self.assertEqual(said["voltages"]["n2"], {"sine": "0.01 V", "frequency": "1000000000.0 Hz"})
        self.assertEqual(said["voltages"]["n3"], "float")
        self.assertEqual(
            said["currents"]["n4"], {"samples": [0.0, 1.0], "every": "1e-09 s", "scale": "1e-05 A"}
        )
        self.assertEqual(with_units(0.04, "train[2].voltage"), "0.04 V")
        zipped = with_units({"sweep": {"zip": {"film.thickness": [1e-8, 2e-8]}}})
        self.assertEqual(zipped["sweep"]["zip"]["film.thickness"], ["1e-08 m", "2e-08 m"])
        start = with_units({"initial": {"texture": "skyrmion", "centres": [[2e-8, 3e-8]]}})
        self.assertEqual(start["initial"]["centres"], [["2e-08 m", "3e-08 m"]])
        self.assertEqual(with_units(5, "electrodes[1].resistance"), "5 Ohm")


if __name__ == "__main__":
    unittest.main()
