"""Speed of the wall of docs/howto/racetrack.md beside theory: python3 wall_speed.py FOLDER..."""

import sys

MU_B, E = 9.274e-24, 1.602e-19
for run in sys.argv[1:]:
    lines = open(run + "/table.txt").read().splitlines()
    names = [c.split()[0] for c in lines[0].lstrip("# ").split("\t")]
    rows = [dict(zip(names, map(float, line.split()))) for line in lines[1:]]
    a, b = [min(rows, key=lambda r: abs(r["t"] - t)) for t in (0.7e-9, 0.9e-9)]
    area = 512e-9 * 64e-9 - 2 * 0.5 * 100e-9 * 8e-9             # of the film without the notch
    v = area / 64e-9 / 2 * (a["mz"] - b["mz"]) / (b["t"] - a["t"])
    u = MU_B * 0.7 * b["I_left"] / (64e-9 * 1e-9) / (E * 580e3)  # mu_B P j/(e Ms)
    print(f"{run}: {v:.0f} m/s, theory xi/alpha u = {0.6 / 0.3 * u:.0f} m/s")
