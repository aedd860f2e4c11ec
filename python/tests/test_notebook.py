"""Carries out the notebooks cell by cell, as somebody who opens one would."""

import importlib.util
import json
import os
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

import hopfilm  # noqa: E402

NOTEBOOKS = {path.stem: path for path in (ROOT / "python" / "examples").glob("*.ipynb")}


def cells(name):
    """The cells with code."""
    notebook = json.loads(NOTEBOOKS[name].read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


class Carried:
    """Carries out a notebook; ``names`` are the variables that it leaves."""

    notebook = None

    @classmethod
    def setUpClass(cls):
        if not (importlib.util.find_spec("matplotlib") or os.environ.get("CI") == "true"):
            raise unittest.SkipTest("needs matplotlib")
        import matplotlib

        matplotlib.use("Agg")
        from matplotlib import pyplot

        cls.names = {}
        before = os.getcwd()
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = Path(cls.scratch.name)
        os.chdir(cls.folder)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
                for cell in cells(cls.notebook):
                    exec("".join(cell["source"]), cls.names)
            cls.pictures = len(pyplot.get_fignums())
        finally:
            os.chdir(before)
            pyplot.close("all")

    def test_it_draws(self):
        self.assertGreater(self.pictures, 0)


class Notebooks(unittest.TestCase):
    def test_all_are_carried_out(self):
        self.assertEqual(sorted(c.notebook for c in Carried.__subclasses__()), sorted(NOTEBOOKS))

    def test_hold_no_results(self):
        for name in NOTEBOOKS:
            for cell in cells(name):
                with self.subTest(name, cell=cell["id"]):
                    self.assertEqual((cell["outputs"], cell["execution_count"]), ([], None))


class TrainAndPlot(Carried, unittest.TestCase):
    notebook = "train-and-plot"

    def test_heat_grows_with_the_square_of_the_voltage(self):
        # G moves by some percent while the film learns
        self.assertAlmostEqual(self.names["power"], 2, delta=0.2)

    def test_weights_are_the_change_of_the_conductances(self):
        run = hopfilm.open(self.folder / "notebook" / "run")
        change = np.asarray(run.G["trained"]) - np.asarray(run.G["untrained"])
        np.testing.assert_allclose(np.asarray(run.weights["trained"]), change, atol=1e-12)
        self.assertIsNone(run.pulses)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "train in pulses"):
            hopfilm.pulse_response(run, ("n1", "n2"))

    def test_arrays_have_names_and_units_where_xarray_is_installed(self):
        needs_xarray(self)
        run = hopfilm.open(self.folder / "notebook" / "run")
        self.assertEqual(run.m.dims, ("t", "z", "y", "x", "component"))
        self.assertEqual(run.m.x.attrs["units"], "m")
        self.assertEqual(run.G["trained"].sel(to="n1", **{"from": "n3"}).attrs["units"], "S")
        self.assertEqual(run.table["P"].attrs["units"], "W")


class DeviceCurve(Carried, unittest.TestCase):
    notebook = "device-curve"

    def test_the_readout_has_the_resistances(self):
        for pair, before, after in zip(
            self.names["read"]["pairs"], self.names["before"], self.names["after"]
        ):
            self.assertAlmostEqual(pair["R"], before, places=9)
            self.assertAlmostEqual(pair["dR"], after - before, places=9)

    def test_curves_have_what_the_table_has_after_each_pulse(self):
        films = hopfilm.open(self.folder / "device-curve" / "pulses")
        response = self.names["response"]
        self.assertEqual(response.shape, (3, 6))
        for run, curve in zip(films, response):
            table = run.table
            t = np.asarray(table["t"])
            g = -np.asarray(table["G_n1_n2"])
            # 1 ns of relaxation, then 300 ps on and 100 ps off
            for k in range(6):
                at = int(np.argmin(np.abs(t - (1e-9 + k * 400e-12))))
                self.assertAlmostEqual(curve[k], g[at], places=12)
        spread = films.pulses
        last = np.flatnonzero(np.asarray(spread["pulse"]) == 5)[0]
        self.assertAlmostEqual(
            -np.asarray(spread["G_n1_n2"])[last], response[:, -1].mean(), places=10
        )
        self.assertAlmostEqual(
            np.asarray(spread["G_n1_n2_deviation"])[last], response[:, -1].std(ddof=1), places=10
        )

    def test_pairs_go_either_way_and_others_are_refused(self):
        run = hopfilm.open(self.folder / "device-curve" / "pulses")[0]
        np.testing.assert_array_equal(
            hopfilm.pulse_response(run, ("n2", "n1")), self.names["response"][:1]
        )
        with self.assertRaisesRegex(hopfilm.HopfilmError, "no pair of electrodes n1, n9"):
            hopfilm.pulse_response(run, ("n1", "n9"))

    def test_pulses_have_units_where_xarray_is_installed(self):
        needs_xarray(self)
        pulses = hopfilm.open(self.folder / "device-curve" / "pulses")[0].pulses
        self.assertEqual(pulses["heat"].dims, ("pulse",))
        self.assertEqual(pulses["heat"].attrs["units"], "J")

    def test_steps_of_a_known_response(self):
        steps = hopfilm.pulse_steps(np.array([[1.0, 1.1, 1.2], [2.0, 2.3, 2.6]]))
        self.assertAlmostEqual(float(steps["mean"]), 0.2)
        self.assertAlmostEqual(float(steps["film_to_film"]), np.std([0.1, 0.3], ddof=1))
        self.assertAlmostEqual(float(steps["pulse_to_pulse"]), 0)


class TwoMemories(Carried, unittest.TestCase):
    notebook = "two-memories"

    def test_the_film_holds_both(self):
        # another processor grows another maze; of 100 in examples/two-memories.yaml 99 held both
        self.assertEqual(self.names["run"].stored, 2)
        # contacts whose signs differ in both patterns conduct better
        self.assertLess(self.names["weights"][self.names["hebb"] == -2].mean(), 0)


class Reservoir(Carried, unittest.TestCase):
    notebook = "reservoir"

    def test_the_film_remembers_and_multiplies(self):
        # films of 256 nm on nine mazes held 5.7 to 7.6 inputs; states that know nothing hold 0.2
        self.assertGreater(self.names["capacity"], 4)
        # chance adds up to 0.2 in 57 samples
        self.assertLess(self.names["read"], 0.5)
        self.assertLess(self.names["fit"].nrmse, self.names["linear"].nrmse)


class PhaseMap(Carried, unittest.TestCase):
    notebook = "phase-map"

    def test_a_strong_current_learns_nothing_and_heats_most(self):
        # rows of margin are radii, columns voltages; at 80 mV the stripes never rest
        margin, heat = self.names["margin"], self.names["heat"]
        self.assertEqual(margin.shape, (3, 5))
        self.assertLess(margin[:, -1].mean(), margin[:, 1:4].mean())
        self.assertTrue((np.diff(heat, axis=0) > 0).all())
        self.assertTrue((np.diff(heat, axis=1) > 0).all())


def needs_xarray(test):
    if importlib.util.find_spec("xarray") is None:
        test.assertNotEqual(os.environ.get("CI"), "true", "CI installs xarray")
        test.skipTest("needs xarray")


if __name__ == "__main__":
    unittest.main()
