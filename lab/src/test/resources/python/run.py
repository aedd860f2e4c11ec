"""A run folder and its HDF5 file, and what the program had in memory.

usage: run.py RUN FILE.h5 KNOWN.json
"""
import glob
import json
import sys

import h5py
import numpy as np

from ovf import read_ovf

run, file, known = sys.argv[1], sys.argv[2], json.load(open(sys.argv[3]))
snapshots = sorted(glob.glob(run + "/m*.ovf"))
fields = np.array([read_ovf(s)[0] for s in snapshots])
cell = read_ovf(snapshots[0])[1]
names = [n.split(" (") for n in open(run + "/table.txt").readline()[1:].strip().split("\t")]
table = np.loadtxt(run + "/table.txt", ndmin=2)
summary = json.load(open(run + "/summary.json"))
assert len(snapshots) >= 4 and len(table) >= 4, (len(snapshots), len(table))
np.testing.assert_allclose(np.linalg.norm(fields, axis=-1), 1, rtol=1e-12)

with h5py.File(file) as f:
    assert np.array_equal(f["m"], fields)
    assert list(f["m"].attrs["axes"]) == [b"t", b"z", b"y", b"x", b"component"]
    # the last measure is of the film at the end; sums differ by their order alone
    np.testing.assert_allclose(fields[-1].sum((0, 1, 2)), known["m_sum"], atol=1e-9)
    for axis, n, size in zip("xyz", fields.shape[3:0:-1], cell):
        np.testing.assert_allclose(f[axis], (np.arange(n) + 0.5) * size, rtol=1e-14)
        assert f[axis].attrs["unit"] == b"m"
    assert f["t"].attrs["unit"] == b"s" and np.all(np.diff(f["t"]) > 0)
    assert [n.decode() for n in f["table"].attrs["columns"]] == [n for n, _ in names]
    for (name, unit), column in zip(names, table.T):
        assert np.array_equal(f["table"][name], column, equal_nan=True), name
        assert f["table"][name].attrs["unit"].decode() == (unit.rstrip(")") or "1"), name
    # rows and snapshots at the same time are of the same film
    for n, t in enumerate(f["t"]):
        row = np.flatnonzero(f["table/t"][()] == t)
        if len(row):
            np.testing.assert_allclose(f["table/mz"][row[0]], fields[n][..., 2].mean(), atol=1e-12)
    label = known["label"]
    assert np.array_equal(f["conductance"][label], known["g"])
    assert f["conductance"][label].attrs["unit"] == b"S"
    assert f["conductance"][label].attrs["gx"] == summary["gx"][label]
    assert set(f["conductance"]) == set(summary["conductance"])
    patterns = [p.decode() for p in f["energies"][label]["pattern"]]
    assert dict(zip(patterns, f["energies"][label]["E_prime"])) == known["energies"]
    assert [e.decode() for e in f["electrodes"]] == ["n1", "n2", "n3", "n4"]
    assert f["experiment"][()].decode() == open(run + "/experiment.yaml").read()
    assert json.loads(f["summary"][()]) == summary
    assert f.attrs["version"].decode() == known["version"] == summary["version"]
    assert f.attrs["seed"] == summary["seeds"]["seed"]
    assert f.attrs["initial.seed"] == summary["seeds"]["initial.seed"]
    assert f.attrs["name"] == b"small film" and f.attrs["status"] == b"done"
print("same")
