"""Rows that hold their own reference, at an AMR of 2.5 %: table of docs/evidence/associative.md.

python without_references.py FOLDER writes 24 films (six minutes on two cores); what is there is read.
"""

import sys
from pathlib import Path

import numpy as np

import hopfilm

PAIRS = 8  # pictures of eight pixels and their eight negatives


def bank(folder, pictures, seed, radius):
    if folder.exists():
        return hopfilm.Bank.open(folder)
    film = hopfilm.Bank.film(pictures.shape[1])
    film["film"]["thickness"] = "20 nm"
    film["material"]["amr"] = "2.5 %"
    film["electrodes"]["radius"] = radius
    return hopfilm.Bank.write(pictures, folder, film=film, seed=seed)


def conductances(films):
    return films.untrained, films.untrained + films.gains


def main():
    out = Path(sys.argv[1])
    rng = np.random.default_rng(20261202)
    half = np.array([rng.permutation([1] * 4 + [-1] * 4) for _ in range(PAIRS)])
    signs = np.hstack([half, -half])
    before, after = conductances(bank(out / "pictures", signs, 95001, "102 nm"))
    print(f"pads of a film differ by {100 * (before.std(axis=1) / before.mean(axis=1)).mean():.1f} %")
    twin = after[:, 8:] - after[:, :8]
    print(f"a pixel and its twin: {(np.sign(twin) != half).sum()} of {half.size} wrong")
    for name, radius in (("negatives", "102 nm"), ("larger", "103 nm")):
        other, written = conductances(bank(out / name, -signs, 95101, radius))
        apart = written - after
        apart -= np.median(apart, axis=1)[:, None] if radius != "102 nm" else 0
        print(
            f"{name}: {(np.sign(apart) != signs).sum()} of {signs.size} wrong; written"
            f" {100 * (signs * apart / before).mean():.3f} %; untrained films differ by"
            f" {100 * ((other - before) / before).mean():.3f} +- {100 * ((other - before) / before).std():.3f} %"
        )


if __name__ == "__main__":
    main()
