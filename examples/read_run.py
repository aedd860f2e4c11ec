"""Reads a run folder with NumPy alone: python3 read_run.py FOLDER prints E', a conductance and a mean magnetisation."""

import json, sys
import numpy as np

run = sys.argv[1]


def table(path):
    """Columns of table.txt by name, without the unit."""
    with open(path, encoding="utf-8") as file:
        names = [column.split("(")[0].strip() for column in file.readline()[1:].split("\t")]
        return dict(zip(names, np.loadtxt(file, ndmin=2).T))


def ovf(path):
    """Vectors [z, y, x, component] of an OVF 2.0 file in double precision."""
    head, numbers = open(path, "rb").read().split(b"# Begin: Data Binary 8\n", 1)
    head = dict(line[2:].split(": ", 1) for line in head.decode().splitlines() if ": " in line)
    shape = [int(head[key]) for key in ("znodes", "ynodes", "xnodes", "valuedim")]
    values = np.frombuffer(numbers, "<f8", 1 + int(np.prod(shape)))
    assert values[0] == 123456789012345.0, "another byte order, or a damaged file"
    return values[1:].reshape(shape)


with open(run + "/summary.json", encoding="utf-8") as file:
    summary = json.load(file)
G = {label: np.array(rows) for label, rows in summary["conductance"].items()}  # siemens
weights = G["trained"] - G["untrained"]

# E' of the trained pattern: -sum G'_ij V_i V_j
pattern = summary["patterns"][0]
V = 10e-3 * np.array([1 if sign == "+" else -1 for sign in pattern])
print("E' of", pattern, -V @ weights @ V, "W; summary.json:", summary["energies"]["trained"][pattern], "W")

t = table(run + "/table.txt")
print("conductance n1-n2 from", t["G_n1_n2"][0], "to", t["G_n1_n2"][-1], "S in", t["t"][-1] * 1e9, "ns")

m = ovf(run + "/m000003.ovf")
print("cells", m.shape[2::-1], "mean mz", m[..., 2].mean(), "largest | |m| - 1 |", abs(np.linalg.norm(m, axis=-1) - 1).max())
