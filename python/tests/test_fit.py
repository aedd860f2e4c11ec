"""A fit of a film whose resistivity the test knows.

    python3 -m unittest discover -s python/tests
"""

import sys
import tempfile
import unittest
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

import hopfilm  # noqa: E402

RHO = 0.163e-6
FILM = {
    "film": {"size": [100e-9, 60e-9], "cell": 10e-9, "thickness": 20e-9},
    "material": {"rho_perp": 0.15e-6},
    "electrodes": {"layout": "corners", "radius": 25e-9},
    "initial": {"texture": "uniform"},
    "protocol": [{"measure": "before"}],
    "output": {"table": 100e-12, "report": "off"},
}


class Fitted(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
            film = {**FILM, "material": {"rho_perp": RHO}}
            measured = hopfilm.run(film, self.folder / "measured").summary["conductance"]["before"]
        pairs = [(a, b) for a in range(4) for b in range(a + 1, 4)]
        names = ",".join(f"G_n{a + 1}_n{b + 1}" for a, b in pairs)
        values = ",".join(repr(measured[a][b]) for a, b in pairs)
        self.table = self.folder / "g.csv"
        self.table.write_text(f"label,{names}\nbefore,{values}\n", encoding="utf-8")

    def fit(self, noise):
        data = [{"file": self.table, "noise": noise}]
        ranges = {"material.rho_perp": [0.1e-6, 0.2e-6]}
        return {**FILM, "fit": {"data": data, "parameters": ranges, "seed": 3}}

    def test_the_resistivity_is_inside(self):
        found = hopfilm.fit(self.fit("0.1 %"), self.folder / "fit")
        self.assertTrue(found["explained"])
        rho = found["parameters"]["material.rho_perp"]
        self.assertTrue(rho["identifiable"])
        self.assertLess(rho["low"], RHO)
        self.assertGreater(rho["high"], RHO)
        # six readings of 0.1 % give 0.08 %; the interval is less than five times as wide
        self.assertLess(rho["relative"], 0.005)
        self.assertTrue((self.folder / "fit" / "residuals.csv").is_file())

    def test_a_table_without_values_is_refused(self):
        self.table.write_text("label,G_n1_n2\n", encoding="utf-8")
        with self.assertRaisesRegex(hopfilm.HopfilmError, "has no measured values"):
            hopfilm.fit(self.fit("0.1 %"), self.folder / "fit")


if __name__ == "__main__":
    unittest.main()
