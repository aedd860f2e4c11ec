"""Carries out the lines of docs/tutorials/python.md as they stand there."""

import contextlib
import importlib.util
import io
import os
import re
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

import hopfilm  # noqa: E402


@unittest.skipUnless(
    importlib.util.find_spec("matplotlib") or os.environ.get("CI") == "true", "needs matplotlib"
)
class TenLines(unittest.TestCase):
    def test_they_do_what_the_page_says(self):
        import matplotlib

        matplotlib.use("Agg")
        page = (ROOT / "docs" / "tutorials" / "python.md").read_text(encoding="utf-8")
        code = re.search(r"^Ten lines .*?```python\n(.*?)```", page, re.S | re.M).group(1)
        before = os.getcwd()
        names, said = {}, io.StringIO()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                with warnings.catch_warnings(), contextlib.redirect_stdout(said):
                    warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
                    exec(code, names)
                self.assertGreater(Path("energies.png").stat().st_size, 1000)
            finally:
                os.chdir(before)
        self.assertEqual(len(names["run"].energies["trained"]), 8)
        np.testing.assert_allclose(names["sweep"].table["train.voltage"], [2e-3, 4e-3, 8e-3])
        # P = sum V_i G_ij V_j, and G moves by some percent while the film learns
        self.assertAlmostEqual(names["power"], 2, delta=0.1)
        self.assertRegex(said.getvalue(), r"^heat grows with the voltage to the power of [12]\.\d\d; learned: ")


class SeveralMemories(unittest.TestCase):
    def test_they_are_read_as_the_page_says(self):
        page = (ROOT / "docs" / "tutorials" / "python.md").read_text(encoding="utf-8")
        code = re.search(r"^Several memories.*?```python\n(.*?)```", page, re.S | re.M).group(1)
        film = {
            "film": {"size": ["96 nm", "80 nm"]},
            "electrodes": {"layout": "corners", "radius": "24 nm"},
            "initial": {"relax": "10 ps"},
            "protocol": [
                {"measure": "untrained"},
                {"train": {"patterns": ["+-+-", "+--+"], "voltage": "5 mV", "time": "20 ps"}},
                {"measure": "remembered"},
            ],
            "output": {"table": "5 ps", "snapshots": "20 ps", "report": "off"},
        }
        before = os.getcwd()
        names, said = {"hopfilm": hopfilm, "np": np}, io.StringIO()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                with warnings.catch_warnings(), contextlib.redirect_stdout(said):
                    warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
                    hopfilm.run(film, "memories")
                    exec(code, names)
            finally:
                os.chdir(before)
        # p_i p_j summed over both patterns, for the pairs 12, 13, 14, 23, 24, 34
        np.testing.assert_array_equal(names["hebb"], [-2, 0, 0, 0, 0, -2])
        self.assertEqual(names["run"].stored, names["run"].summary["stored"])
        self.assertRegex(said.getvalue(), r"^[012] \[\('\+-\+-', \d+, \d+\), .*\]\n")


class AReservoir(unittest.TestCase):
    def test_a_film_holds_what_the_page_says(self):
        page = (ROOT / "docs" / "howto" / "use-a-reservoir.md").read_text(encoding="utf-8")
        code, shown = re.search(r"```python\n(.*?)```\n\n(.*?)\n\n", page, re.S).groups()
        before = os.getcwd()
        said = io.StringIO()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                with warnings.catch_warnings(), contextlib.redirect_stdout(said):
                    warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
                    exec(code, {})
            finally:
                os.chdir(before)
        numbers = [[float(n) for n in re.findall(r"\d+\.\d+", text)] for text in (said.getvalue(), shown)]
        # another processor grows another maze: two of them held 6.6 and 7.6; with noise chance decides
        np.testing.assert_allclose(*numbers, rtol=0.25, atol=0.3)


if __name__ == "__main__":
    unittest.main()
