"""Carries out the notebook cell by cell, as somebody who opens it would."""

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

NOTEBOOK = ROOT / "python" / "examples" / "train-and-plot.ipynb"


@unittest.skipUnless(
    importlib.util.find_spec("matplotlib") or os.environ.get("CI") == "true", "needs matplotlib"
)
class Notebook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        import matplotlib

        matplotlib.use("Agg")
        cls.names = {}
        before = os.getcwd()
        cls.scratch = tempfile.TemporaryDirectory()
        os.chdir(cls.scratch.name)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
                for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]:
                    if cell["cell_type"] == "code":
                        exec("".join(cell["source"]), cls.names)
            cls.folder = Path(cls.scratch.name) / "notebook"
        finally:
            os.chdir(before)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_heat_grows_with_the_square_of_the_voltage(self):
        # G moves by some percent while the film learns
        self.assertAlmostEqual(self.names["power"], 2, delta=0.2)

    def test_weights_are_the_change_of_the_conductances(self):
        run = hopfilm.open(self.folder / "run")
        change = np.asarray(run.G["trained"]) - np.asarray(run.G["untrained"])
        np.testing.assert_allclose(np.asarray(run.weights["trained"]), change, atol=1e-12)
        self.assertIsNone(run.pulses)

    def test_curves_have_what_the_table_has_after_each_pulse(self):
        films = hopfilm.open(self.folder / "pulses")
        response = self.names["response"]
        self.assertEqual(response.shape, (3, 5))
        for run, curve in zip(films, response):
            table = run.table
            t = np.asarray(table["t"])
            g = -np.asarray(table["G_n1_n2"])
            # 300 ps of relaxation, then 60 ps on and 40 ps off
            for k in range(5):
                at = int(np.argmin(np.abs(t - (300e-12 + k * 100e-12))))
                self.assertAlmostEqual(curve[k], g[at], places=12)
        spread = films.pulses
        last = np.flatnonzero(np.asarray(spread["pulse"]) == 4)[0]
        self.assertAlmostEqual(
            -np.asarray(spread["G_n1_n2"])[last], response[:, -1].mean(), places=10
        )
        self.assertAlmostEqual(
            np.asarray(spread["G_n1_n2_deviation"])[last], response[:, -1].std(ddof=1), places=10
        )

    def test_pairs_go_either_way_and_others_are_refused(self):
        run = hopfilm.open(self.folder / "pulses")[0]
        np.testing.assert_array_equal(
            hopfilm.pulse_response(run, ("n2", "n1")), self.names["response"][:1]
        )
        with self.assertRaisesRegex(hopfilm.HopfilmError, "no pair of electrodes n1, n9"):
            hopfilm.pulse_response(run, ("n1", "n9"))
        with self.assertRaisesRegex(hopfilm.HopfilmError, "train in pulses"):
            hopfilm.pulse_response(hopfilm.open(self.folder / "run"), ("n1", "n2"))

    def test_arrays_have_names_and_units_where_xarray_is_installed(self):
        if importlib.util.find_spec("xarray") is None:
            self.assertNotEqual(os.environ.get("CI"), "true", "CI installs xarray")
            self.skipTest("needs xarray")
        run = hopfilm.open(self.folder / "run")
        self.assertEqual(run.m.dims, ("t", "z", "y", "x", "component"))
        self.assertEqual(run.m.x.attrs["units"], "m")
        self.assertEqual(run.G["trained"].sel(to="n1", **{"from": "n3"}).attrs["units"], "S")
        self.assertEqual(run.table["P"].attrs["units"], "W")
        pulses = hopfilm.open(self.folder / "pulses")[0].pulses
        self.assertEqual(pulses["heat"].dims, ("pulse",))
        self.assertEqual(pulses["heat"].attrs["units"], "J")

    def test_steps_of_a_known_response(self):
        steps = hopfilm.pulse_steps(np.array([[1.0, 1.1, 1.2], [2.0, 2.3, 2.6]]))
        self.assertAlmostEqual(float(steps["mean"]), 0.2)
        self.assertAlmostEqual(float(steps["film_to_film"]), np.std([0.1, 0.3], ddof=1))
        self.assertAlmostEqual(float(steps["pulse_to_pulse"]), 0)


if __name__ == "__main__":
    unittest.main()
