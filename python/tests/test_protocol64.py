"""Memories under the protocol against numbers of two other implementations, and against each other."""

import sys
import unittest
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

import hopfilm  # noqa: E402
from hopfilm import protocol64  # noqa: E402
from hopfilm._protocol64 import wired_by_law  # noqa: E402


def score(memory, P, **how):
    return protocol64(memory, P, **how)[0]


class Twins(unittest.TestCase):
    """Known: Hebb and pseudo-inverse of a program written apart from this one, 4 sets of 20 draws."""

    def test_hebb(self):
        known = score("hebb", 8)
        self.assertAlmostEqual(known.cosine, 0.988, delta=0.01)
        self.assertAlmostEqual(known.exact, 0.93, delta=0.03)
        self.assertTrue(0.72 - 0.01 <= score("hebb", 16).cosine <= 0.74 + 0.01)

    def test_pseudo_inverse(self):
        known = score("pseudo-inverse", 30)
        self.assertAlmostEqual(known.cosine, 0.990, delta=0.005)
        self.assertAlmostEqual(known.exact, 0.95, delta=0.02)
        half = score("pseudo-inverse", 8, dead=0.5)
        self.assertAlmostEqual(half.cosine, 0.99, delta=0.01)
        self.assertAlmostEqual(half.exact, 0.72, delta=0.05)  # sets differ by as much

    def test_storkey_holds_more_than_hebb_and_less_than_the_pseudo_inverse(self):
        # capacity: N / sqrt(2 ln N) = 22 for Storkey, N / (2 ln N) = 7.7 for exact recall by Hebb
        self.assertGreater(score("storkey", 14).exact, 0.95)
        self.assertLess(score("hebb", 14).exact, 0.6)
        self.assertLess(score("storkey", 30).exact, score("pseudo-inverse", 30).exact)


class Wired(unittest.TestCase):
    """Films with wired electrodes, by their law."""

    def test_they_hold_far_fewer_pictures_than_hebb(self):
        # of 8.8 = 0.138 N; the numbers are those of a program written apart from this one
        for pads, held in ((16, 2), (64, 4)):
            memory = f"wired, {pads} pads"
            self.assertGreater(score(memory, held).exact, 0.9)
            self.assertLess(score(memory, held + 2).exact, 0.5)
        self.assertGreater(score("hebb", 8).exact, 0.9)

    def test_many_pads_are_hebbs_rule(self):
        # the gain of a junction is odd about half of the pictures, so its sign is that of Hebb's sum
        many = protocol64(lambda *film: wired_by_law(*film, pads=10_000), 4, flips=0.2)[0]
        self.assertAlmostEqual(many.cosine, score("hebb", 4, flips=0.2).cosine, delta=0.01)


class Tables(unittest.TestCase):
    def test_memories_with_a_row_a_picture_are_near_to_nearest_picture(self):
        for flips in (0.05, 0.2):
            nearest = score("nearest", 24, flips=flips)
            for memory in ("modern", "rows"):
                self.assertAlmostEqual(score(memory, 24, flips=flips).exact, nearest.exact, delta=0.02)

    def test_pads_make_up_for_stuck_junctions(self):
        for memory, dead, least in (("rows", 0.1, 0.95), ("rows, 2 pads", 0.3, 0.95), ("rows, 4 pads", 0.5, 0.97)):
            self.assertGreaterEqual(score(memory, 63, dead=dead).exact, least)
        self.assertLess(score("rows", 16, dead=0.5).exact, 0.2)

    def test_an_own_memory_and_the_same_draws_for_all(self):
        seen = []

        def perfect(pictures, rng, dead):
            seen.append(pictures)
            return lambda probes: np.tile(pictures, (len(probes) // len(pictures), 1))

        one = score(perfect, 5)
        self.assertEqual((one.cosine, one.exact, one.probes, one.sets), (1, 1, 400, 4))
        self.assertLess(one.low, 1)
        again = protocol64(perfect, [5])[0]
        self.assertEqual(one, again)
        np.testing.assert_array_equal(seen[0], seen[4])

    def test_wrong_input(self):
        for memory, P, how, line in (
            ("hopfield", 8, {}, "memory is 'hopfield'; give a Bank, a function or hebb, storkey"),
            ("hebb", 0, {}, "P, sets and draws are whole numbers from 1"),
            ("hebb", "8", {}, "P, sets and draws are whole numbers from 1"),
            ("hebb", 2.5, {}, "P, sets and draws are whole numbers from 1"),
            ("hebb", 8, {"flips": 0.7}, "flips is 0.7, dead 0.0"),
            ("hebb", 8, {"flips": "x"}, "flips is x, dead 0.0"),
            ("hebb", 8, {"seed": -1}, "seed is -1; give a whole number from 0"),
            ("hebb", 8, {"seed": 1.5}, "seed is 1.5; give a whole number from 0"),
            (lambda p, g, d: lambda probes: probes[:1], 8, {}, r"answers of \(1, 64\) to probes of"),
        ):
            with self.assertRaisesRegex(hopfilm.HopfilmError, line):
                protocol64(memory, P, **how)


if __name__ == "__main__":
    unittest.main()
