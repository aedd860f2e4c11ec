"""A bank of films with rows against the law of their junctions, nearest picture and the program."""

import json
import math
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

import hopfilm  # noqa: E402
from hopfilm import _bank  # noqa: E402

# gains of a junction [S]: mean and deviation of pixels unlike the row and like it, untrained 3.9 S
UNLIKE, LIKE, SCATTER, UNTRAINED = 0.30, -0.03, (0.09, 0.045), 3.9
TINY = {
    "film": {"size": ["120 nm", "96 nm"], "cell": "4 nm"},
    "electrodes": {"rows": {"grid": "2x4", "pixels": 4}, "radius": "8 nm", "margin": "16 nm"},
    "initial": {"texture": "maze", "relax": "4 ps"},
    "protocol": [
        {"measure": "untrained"},
        {"write": {"picture": "", "voltage": "9 mV", "time": "4 ps", "part": ["0 ps", "6 ps"]}},
        {"measure": "remembered"},
    ],
    "output": {"table": "2 ps", "report": "off"},
}


def text(picture):
    return "".join("+" if s > 0 else "-" for s in picture)


def summary(picture, draws, scale=1.0):
    places = draws.integers(2, 5, len(picture))
    mean = np.where(picture < 0, UNLIKE, LIKE) * places * scale
    spread = np.where(picture < 0, *SCATTER) * np.sqrt(places) * scale
    return {
        "status": "done",
        "energy_joule": 64e-9,
        "row": {
            "picture": text(picture),
            "wrong": 0,
            "places": places.tolist(),
            "gains": (mean + spread * draws.standard_normal(len(picture))).tolist(),
            "untrained": (UNTRAINED * places).tolist(),
        },
    }


def bank(folder, pictures, seed=1, scale=1.0, **how):
    draws = np.random.default_rng(seed)
    (Path(folder) / "bank.json").write_text(json.dumps({"films": len(pictures)}))
    for k, picture in enumerate(pictures):
        run = Path(folder) / f"{k + 1:03d}"
        run.mkdir()
        (run / "experiment.yaml").write_text("film:\n  thickness: 1 um\n")
        (run / "summary.json").write_text(json.dumps(summary(picture, draws, scale)))
    return hopfilm.Bank.open(folder, **how)


class Law(unittest.TestCase):
    """Films whose junctions follow the law of docs/evidence/rows.md."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.draws = np.random.default_rng(5)
        self.pictures = self.draws.choice([-1, 1], (12, 64))

    def probes(self, flips, draws=40):
        truth = np.tile(self.pictures, (draws, 1))
        return truth, truth * np.where(self.draws.random(truth.shape) < flips, -1, 1)

    def test_it_recalls_as_nearest_picture_does(self):
        b = bank(self.folder, self.pictures)
        self.assertLessEqual(b.wrong.sum() / b.pictures.size, 1 / 500)
        for flips in (0.05, 0.2):
            truth, probes = self.probes(flips)
            nearest = np.abs(probes @ self.pictures.T).argmax(axis=1) == np.arange(len(truth)) % 12
            # a wrong weight spoils a twelfth; choice by unequal weights loses a little more
            self.assertGreater(b.recall(probes).exact(truth), nearest.mean() - 0.02)

    def test_a_fixed_reference_takes_more_signs_wrongly(self):
        b = bank(self.folder, self.pictures)
        fitted = b.wrong.sum()
        b.reference = 1.0
        self.assertGreater(b.wrong.sum(), fitted + 20)
        self.assertTrue((b.weights == b.choosing).all())

    def test_the_fit_finds_nothing_in_other_pictures(self):
        b = bank(self.folder, self.pictures)
        other = [_bank._fitted(p, *x)[1] for p, *x in zip(np.roll(self.pictures, 1, 0), b.gains, b.untrained)]
        weights = (np.array(other)[:, None] - 1) * b.untrained - b.gains
        wrong = (np.sign(weights) != np.roll(self.pictures, 1, 0)).mean()
        self.assertGreater(wrong, 0.3)  # half, less what the best of 65 borders gains

    def test_the_border_is_the_best_of_all(self):
        b = bank(self.folder, self.pictures)
        scatter = b.gains + 0.6 * self.draws.standard_normal(b.gains.shape)
        for picture, gains, untrained in zip(b.pictures, scatter, b.untrained):
            border = _bank._fitted(picture, gains, untrained)[1]
            z = gains / untrained
            wrong = [(np.sign(t - z) != picture).sum() for t in np.convolve(np.sort(z), [0.5, 0.5], "valid")]
            self.assertEqual((np.sign(border - 1 - z) != picture).sum(), min(wrong))

    def test_sigma_and_tiles(self):
        b = bank(self.folder, self.pictures)
        # distance over the deviations of both kinds, each junction of 2 to 4 counted by its mean
        spread = math.sqrt((SCATTER[0] ** 2 + SCATTER[1] ** 2) / 2 * np.mean(1 / b.places))
        self.assertAlmostEqual(b.sigma.mean(), (UNLIKE - LIKE) / spread, delta=0.15 * (UNLIKE - LIKE) / spread)
        joined = hopfilm.Bank.open(self.folder, tiles=3)
        self.assertEqual(joined.pictures.shape, (4, 192))
        self.assertTrue((joined.weights == b.weights.reshape(4, 192)).all())
        self.assertEqual(joined.capacity.films, 12)

    def test_read(self):
        b = bank(self.folder, self.pictures)
        r = b.read(voltage=2e-3, overlap=0.1)
        # the noise of a mean over that time is the asked share of the current of the weights
        noise = math.sqrt((16e-18 + 4 * 1.380649e-23 * 300 / r.conductance) / (2 * r.time))
        largest = np.abs(b.choosing).sum() / b.untrained.sum() * 2e-3
        self.assertAlmostEqual(noise / largest, 0.1, places=12)
        other = b.read(voltage="1 mV", overlap=0.1)
        self.assertAlmostEqual(other.energy_row / r.energy_row, 1, places=12)
        ideal = b.read(amplifier=0, overlap=0.1)
        self.assertAlmostEqual(ideal.energy_row / ideal.johnson_row, 1, places=12)
        thin = b.read(thickness="20 nm")
        self.assertAlmostEqual(thin.conductance / r.conductance, 0.02, places=12)
        c = b.capacity
        self.assertEqual((c.pictures, c.pixels, c.films), (12, 64, 12))
        self.assertAlmostEqual(c.bits_per_junction * c.junctions, 12 * 64)
        self.assertAlmostEqual(b.energy.per_bit, 1e-9)

    def test_noise_of_the_read_out(self):
        b = bank(self.folder, self.pictures)
        truth, probes = self.probes(0.05)
        spread = (b.recall(probes, noise=0.1).overlap - b.recall(probes).overlap).std()
        self.assertAlmostEqual(spread, 0.1, delta=0.003)  # of 5760: 1 %
        self.assertLess(b.recall(probes, noise=1.0).exact(truth), 0.5)

    def test_a_pixel_without_contact_recalls_as_it_is_given(self):
        for k in range(12):
            bank_file = self.folder
        b = bank(bank_file, self.pictures)
        b._untrained[0, 7] = b._gains[0, 7] = 0.0
        self.assertEqual((b.unconnected, b.wrong[0]), (1, 1))
        probe = self.pictures[0].copy()
        probe[7] *= -1
        self.assertEqual(b.recall(probe).pictures[0, 7], probe[7])

    def test_lost_and_damaged_films(self):
        b = bank(self.folder, self.pictures)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "probes have 63 pixels, the bank 64"):
            b.recall(self.pictures[:, :63])
        with self.assertRaisesRegex(hopfilm.HopfilmError, r"8 pixels, the bank 64; one picture is probes\[None\]"):
            b.recall(self.pictures[0].reshape(8, 8))
        with self.assertRaisesRegex(hopfilm.HopfilmError, "steps 1.5; give 0 or more, and a whole number"):
            b.recall(self.pictures, steps=1.5)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "12 films are no pictures of 5 tiles each"):
            hopfilm.Bank.open(self.folder, tiles=5)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "12 films are no pictures of 3 tiles each"):
            hopfilm.Bank.open(self.folder, tiles="3")
        with self.assertRaisesRegex(hopfilm.HopfilmError, "a number from 0.5 to 2"):
            b.reference = True
        file = self.folder / "003" / "summary.json"
        whole = file.read_text()
        for damage, line in (
            (whole[:99], "003/summary.json is damaged"),
            (whole.replace('"row"', '"raw"'), "003 has no row with a picture"),
            (whole.replace("done", "stopped"), "003: the film is not done, but stopped"),
            (whole.replace('"gains": [', '"gains": [1, '), "003 is damaged: its row has other numbers"),
            (whole.replace('"gains": [', '"gains": [NaN, ', 1).replace(", 0.", ", NaN", 1), "003"),
        ):
            file.write_text(damage)
            with self.assertRaisesRegex(hopfilm.HopfilmError, line):
                hopfilm.Bank.open(self.folder)
        file.write_text(whole.replace('"wrong": 0', '"wrong": 1'))
        crc = {"files": {"summary.json": {"bytes": len(whole), "crc32c": "00000000"}}}
        (file.parent / "files.json").write_text(json.dumps(crc))
        with self.assertRaisesRegex(hopfilm.HopfilmError, "summary.json is not as the run wrote it"):
            hopfilm.Bank.open(self.folder)
        file.unlink()
        with self.assertRaisesRegex(hopfilm.HopfilmError, "11 of 12 films are there, 001, 002, 004, .*; bring the others back"):
            hopfilm.Bank.open(self.folder)
        for text in ("{", "[]", "{}"):
            (self.folder / "bank.json").write_text(text)
            with self.assertRaisesRegex(hopfilm.HopfilmError, "bank.json is damaged; delete it and give"):
                hopfilm.Bank.open(self.folder)


class Input(unittest.TestCase):
    def refused(self, pictures, line):
        with self.assertRaisesRegex(hopfilm.HopfilmError, line) as caught:
            hopfilm.Bank.write(pictures, "never")
        self.assertNotIn("\n", str(caught.exception))
        self.assertFalse(Path("never").exists())

    def test_what_is_no_picture(self):
        grey = np.linspace(0, 1, 128).reshape(2, 8, 8)
        self.refused(grey, "picture 0 has the value 0; a pixel is -1 or 1, or a boolean: of grey")
        self.refused(np.where(grey > 0.9, np.nan, 1.0), "NaN in picture 1")
        self.refused(np.ones((2, 8, 8, 3)), r"shape \(2, 8, 8, 3\); give \(P, pixels\)")
        self.refused([[1, -1], [1, -1, 1]], "unequal sizes")
        self.refused([np.ones(4), -np.ones(6)], "unequal sizes")
        self.refused([], "pictures are empty")
        self.refused(["+-0-"], r"pictures\[0\] is '\+-0-'")
        self.refused([[1, -1, 1], [1, 1, 1]], "picture 1 has one sign alone")
        self.refused({"a": 1}, "pictures")
        self.refused(np.tile([1, -1], (1, 300)), "a film of 600 pixels")
        self.refused(np.ma.masked_array([[1, -1]], mask=[[True, False]]), "masked or complex")
        self.refused(np.array([[1, -1]]) + 0j, "masked or complex")
        with self.assertRaisesRegex(hopfilm.HopfilmError, "a film of 2.5 pixels"):
            hopfilm.Bank.film(2.5)

    def test_a_picture_to_recall(self):
        with self.assertRaisesRegex(hopfilm.HopfilmError, "picture: picture 0 has the value 0.5; a pixel is"):
            hopfilm.recall("never", [[0.5, 1], [1, -1]])

    def test_forms_of_a_picture(self):
        wanted = [[1, -1, -1, 1]]
        for form in ("+--+", ["+- -+"], [True, False, False, True], [[1.0, -1, -1, 1]], [[[1, -1], [-1, 1]]]):
            self.assertEqual(_bank.signs(form).tolist(), wanted)


class Films(unittest.TestCase):
    """Tiny films of the program: they learn nothing, but each number has to be the same."""

    def goes_on_after_a_crash(self, whole, pictures, out):
        """One film is done, one was killed before its first checkpoint or never begun."""
        kept = (out / "001" / "summary.json").stat().st_mtime_ns
        status = out / "002" / "status.json"
        status.write_text(status.read_text().replace('"done"', '"running"'))
        (out / "002" / "summary.json").unlink()
        with self.assertRaisesRegex(hopfilm.HopfilmError, "1 of 2 films are there, 001; bring"):
            hopfilm.Bank.open(out)
        again = hopfilm.Bank.write(pictures, out, film=TINY, progress=False)
        self.assertEqual(again.weights.tolist(), whole.weights.tolist())
        shutil.rmtree(out / "002")
        again = hopfilm.Bank.write(pictures, out, film=TINY, progress=False)
        self.assertEqual(again.weights.tolist(), whole.weights.tolist())
        self.assertEqual((out / "001" / "summary.json").stat().st_mtime_ns, kept)

    def test_write_open_and_recall_as_the_command_does(self):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "bank"
            pictures = np.array([[1, -1, 1, -1], [1, 1, -1, -1]])
            b = hopfilm.Bank.write(pictures.reshape(2, 2, 2) > 0, out, film=TINY, progress=False)
            self.assertEqual(b.pictures.tolist(), pictures.tolist())
            self.assertEqual([r.name for r in b.runs], ["001", "002"])
            seeds = [hopfilm.open(r).summary["seeds"] for r in b.runs]
            self.assertNotEqual(seeds[0], seeds[1])
            self.goes_on_after_a_crash(b, pictures, out)
            for row, run in zip(b.weights, b.runs):
                np.testing.assert_allclose(row, hopfilm.open(run).summary["row"]["weights"], rtol=1e-12)
            probes = np.random.default_rng(3).choice([-1, 1], (100, 4))
            np.save(Path(folder) / "probes.npy", probes.astype(np.int8))
            told = hopfilm.recall(out, probes=Path(folder) / "probes.npy")["probes"]
            r = b.recall(probes)
            one = hopfilm.recall(out, pictures[0].reshape(2, 2) > 0)
            self.assertEqual(one["picture"], text(b.recall(pictures[0]).pictures[0]))
            self.assertEqual([p["picture"] for p in told], [text(p) for p in r.pictures])
            np.testing.assert_allclose(r.currents, [p["currents"] for p in told], atol=1e-9)
            with self.assertRaisesRegex(hopfilm.HopfilmError, "is not an empty folder"):
                hopfilm.Bank.write(pictures, out, film=TINY, seed=2)
            with self.assertRaisesRegex(hopfilm.HopfilmError, "6 signs for 4 pixels"):
                hopfilm.Bank.write(["+-+-++"], Path(folder) / "six", film=TINY)
            # nothing was written, so it may be tried again
            with self.assertRaisesRegex(hopfilm.HopfilmError, "6 signs for 4 pixels"):
                hopfilm.Bank.write(["+-+-++"], Path(folder) / "six", film=TINY)
            with self.assertRaisesRegex(hopfilm.HopfilmError, "times that of the films"):
                b.read(thickness=20)


if __name__ == "__main__":
    unittest.main()
