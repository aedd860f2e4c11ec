"""Resistances: of networks that are worked out by hand, and of films against the program and theory."""

import sys
import tempfile
import unittest
import warnings
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

import hopfilm  # noqa: E402
from hopfilm import _resistance  # noqa: E402


def network(size, resistors):
    """G of resistors (a, b, Ohm) between electrodes."""
    g = np.zeros((size, size))
    for a, b, ohm in resistors:
        g[[a, b], [a, b]] += 1 / ohm
        g[[a, b], [b, a]] -= 1 / ohm
    return g


def between(g, a, b):
    return _resistance.between(_resistance.matrix(g), _resistance.parts(g), a, b)


class Networks(unittest.TestCase):
    def test_two_contacts(self):
        self.assertAlmostEqual(between(network(2, [(0, 1, 24.0)]), 0, 1), 24, places=12)

    def test_in_series_and_in_parallel(self):
        row = network(3, [(0, 1, 2.0), (1, 2, 3.0)])
        self.assertAlmostEqual(between(row, 0, 2), 5, places=12)
        self.assertAlmostEqual(between(row, 0, 1), 2, places=12)
        # 1 beside 1 + 1
        ring = network(3, [(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0)])
        self.assertAlmostEqual(between(ring, 0, 1), 2 / 3, places=12)
        # a balanced bridge: no current in its middle, (1 + 2) beside (2 + 4)
        bridge = [(0, 1, 1.0), (1, 2, 2.0), (0, 3, 2.0), (3, 2, 4.0), (1, 3, 7.0)]
        self.assertAlmostEqual(between(network(4, bridge), 0, 2), 2, places=12)

    def test_errors_of_the_solution_make_no_resistance(self):
        random = np.random.default_rng(1)
        g = network(4, [(0, 1, 1.0), (1, 2, 2.0), (0, 3, 2.0), (3, 2, 4.0), (1, 3, 7.0)])
        for scale in (1e-9, 1, 1e9):
            noisy = scale * (g + 1e-12 * random.standard_normal(g.shape))
            # a resistance is some times 1e-12 off, a pseudo-inverse by 1e12 Ohm
            self.assertAlmostEqual(between(noisy, 0, 2) * scale, 2, delta=1e-10)
            self.assertGreater(np.abs(np.linalg.pinv(noisy)).max() * scale, 1e9)

    def test_films_in_parts(self):
        random = np.random.default_rng(2)
        g = network(5, [(0, 1, 2.0), (2, 3, 3.0)]) + 1e-13 * random.standard_normal((5, 5))
        g[4] = g[:, 4] = 0  # a contact without film is exactly 0
        self.assertAlmostEqual(between(g, 0, 1), 2, delta=1e-11)
        self.assertAlmostEqual(between(g, 2, 3), 3, delta=1e-11)
        for a, b in ((0, 2), (3, 1), (0, 4), (4, 2)):
            self.assertEqual(between(g, a, b), np.inf)
        self.assertEqual(between(g, 4, 4), 0)
        self.assertEqual(_resistance.matrix(g)[0, 2], 0)

    def test_contact_resistances_are_in_series(self):
        film = network(3, [(0, 1, 2.0), (1, 2, 3.0)])
        contacts = np.diag([10.0, 20.0, 1e9])
        seen = np.linalg.solve(np.eye(3) + film @ contacts, film)
        self.assertAlmostEqual(between(seen, 0, 1), 32, delta=1e-9)
        # 1e-9 S beside 1 S has lost nine of sixteen digits
        self.assertAlmostEqual(between(seen, 0, 2), 1e9, delta=1e2)

    def test_hall_currents(self):
        # the skew part of a Hall film has rows and columns that add up to zero
        g = network(4, [(k, (k + 1) % 4, 2.0) for k in range(4)])
        g += 0.1 * (np.roll(np.eye(4), 1, axis=1) - np.roll(np.eye(4), 1, axis=0))
        r = _resistance.matrix(g)
        for a, b in ((0, 1), (0, 2), (3, 1)):
            current = np.zeros(4)
            current[[a, b]] = 1, -1
            voltage = np.zeros(4)
            voltage[1:] = np.linalg.solve(g[1:, 1:], current[1:])  # electrode 0 grounded
            self.assertAlmostEqual(between(g, a, b), voltage[a] - voltage[b], places=12)
            # the voltage across, which is 0 without Hall currents
            c, d = sorted({0, 1, 2, 3} - {a, b})
            across = r[c, a] - r[c, b] - r[d, a] + r[d, b]
            self.assertAlmostEqual(across, voltage[c] - voltage[d], places=12)

    def test_inverters(self):
        # one contact behind an inverter turns its row and column
        turn = np.diag([1.0, -1.0, 1.0])
        g = turn @ network(3, [(0, 1, 2.0), (1, 2, 3.0)]) @ turn + np.diag([1.0, 0, 0])
        np.testing.assert_allclose(_resistance.matrix(g) @ g, np.eye(3), atol=1e-12)


BAR = {
    "name": "bar",
    "film": {"size": ["400 nm", "80 nm"], "cell": "8 nm", "thickness": "20 nm"},
    "material": {"rho_perp": "0.5 uOhm m", "amr": "0 %"},
    "electrodes": {"layout": "sides-x", "resistance": "3 Ohm"},
    "initial": {"texture": "uniform", "relax": "0 ns"},
    "protocol": [{"measure": "bar"}],
    "output": {"report": "off"},
}
CROSS = {
    "name": "cross",
    "film": {"size": ["96 nm", "80 nm"]},
    "material": {"hall_angle": "6 deg"},
    "electrodes": [
        {"name": "west", "shape": "rectangle", "centre": ["0 nm", "40 nm"], "size": ["8 nm", "24 nm"]},
        {"name": "east", "shape": "rectangle", "centre": ["96 nm", "40 nm"], "size": ["8 nm", "24 nm"]},
        {"name": "low", "shape": "rectangle", "centre": ["48 nm", "0 nm"], "size": ["24 nm", "8 nm"], "drive": "float"},
        {"name": "high", "shape": "rectangle", "centre": ["48 nm", "80 nm"], "size": ["24 nm", "8 nm"], "drive": "float"},
    ],
    "initial": {"relax": "2 ps"},
    "network": {"weights": "resistance", "current": "1 mA"},
    "protocol": [
        {"measure": "rest"},
        {"train": {"voltages": ["1 mV", "0 mV"], "time": "2 ps"}},
        {"measure": "driven"},
    ],
    "output": {"table": "1 ps", "report": "off"},
}


class Films(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        folder = Path(cls.scratch.name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", hopfilm.HopfilmWarning)
            cls.bar = hopfilm.run(BAR, folder / "bar")
            cls.cross = hopfilm.run(CROSS, folder / "cross")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_a_bar(self):
        # rho L / (W t), and both contacts
        ohm = 0.5e-6 * 400e-9 / (80e-9 * 20e-9) + 2 * 3
        left, right = self.bar.electrodes
        # the solver's 1e-11
        self.assertAlmostEqual(self.bar.resistance(left, right) / ohm, 1, delta=1e-9)
        self.assertAlmostEqual(-1 / float(self.bar.G["bar"][0, 1]) / ohm, 1, delta=1e-9)

    def test_floating_contacts_are_those_of_the_program(self):
        # under the voltages of the train step low and high float: R is V / I of the program
        point = self.cross.summary["operating_points"]["driven"]
        volts = point["voltages"][0] - point["voltages"][1]
        ohm = self.cross.resistance("west", "east", "driven")
        self.assertAlmostEqual(ohm * point["currents"][0] / volts, 1, delta=1e-6)

    def test_the_matrix_is_the_one_of_the_program(self):
        self.assertNotIn("resistance", self.bar.summary)
        r = np.array(self.cross.summary["resistance"]["driven"])
        own = _resistance.matrix(np.asarray(self.cross.G["driven"]))
        np.testing.assert_allclose(own, r, atol=1e-12 * np.abs(r).max())
        np.testing.assert_array_equal(np.asarray(self.cross.R["driven"]), r)
        point = self.cross.summary["operating_points"]["driven"]
        voltages = np.array(point["voltages"])
        # V of mean 0; the contacts that float have voltages of their own
        made = r @ np.array(point["currents"])
        np.testing.assert_allclose(made, voltages - voltages.mean(), atol=1e-6 * 1e-3)

    def test_what_is_not_there_is_said(self):
        self.assertEqual(self.cross.resistance("west", "west"), 0)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "no electrode 'up'; it has west, east"):
            self.cross.resistance("west", "up")
        with self.assertRaisesRegex(hopfilm.HopfilmError, "no measure 'late'; it has rest, driven"):
            self.cross.resistance("west", "east", "late")


if __name__ == "__main__":
    unittest.main()
