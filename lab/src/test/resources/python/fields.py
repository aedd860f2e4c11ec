"""One field in every format: all must hold the same numbers. usage: fields.py FOLDER"""
import csv
import sys
import xml.etree.ElementTree as ElementTree

import h5py
import numpy as np

from ovf import read_ovf

folder = sys.argv[1] + "/"
m, cell = read_ovf(folder + "ovf8.ovf")
assert m.shape == (3, 5, 7, 3), m.shape
np.testing.assert_allclose(cell, [4e-9, 3e-9, 1e-6 / 3], rtol=1e-15)
assert np.array_equal(read_ovf(folder + "ovf-text.ovf")[0], m)
assert np.array_equal(read_ovf(folder + "ovf4.ovf")[0], m.astype("f4"))

a = np.load(folder + "npy.npy")
assert a.dtype == np.dtype("<f8") and a.flags.c_contiguous and np.array_equal(a, m)
assert np.load(folder + "npy.npy", mmap_mode="r").offset % 64 == 0

rows = list(csv.reader(open(folder + "csv.csv")))
assert rows[0] == "x (m),y (m),z (m),mx (A/m^2),my (A/m^2),mz (A/m^2)".split(","), rows[0]
rows = np.array(rows[1:], float)
assert np.array_equal(rows[:, 3:].reshape(m.shape), m)
k, j, i = np.indices(m.shape[:3]).reshape(3, -1)
centres = (np.array([i, j, k]).T + 0.5) * cell
np.testing.assert_allclose(rows[:, :3], centres, rtol=1e-14)

raw = open(folder + "vtk.vti", "rb").read()
start = raw.index(b"_", raw.index(b"<AppendedData")) + 1
size = int(np.frombuffer(raw, "<u8", 1, start)[0])
assert size == 8 * m.size, size
assert np.array_equal(np.frombuffer(raw, "<f8", m.size, start + 8).reshape(m.shape), m)
assert raw[start + 8 + size :] == b"\n</AppendedData>\n</VTKFile>\n"
tree = ElementTree.fromstring(raw[:start] + raw[start + 8 + size :])
image = tree.find("ImageData")
assert tree.get("header_type") == "UInt64" and tree.get("byte_order") == "LittleEndian"
assert image.get("WholeExtent") == image.find("Piece").get("Extent") == "0 7 0 5 0 3"
spacing = np.array(image.get("Spacing").split(), float)
np.testing.assert_allclose(spacing, np.array(cell) * 1e9, rtol=1e-14)
data = {a.get("Name"): a.text for a in image.find("FieldData")}
assert float(data["TimeValue"]) == 2.5e-9
assert bytes(map(int, data["value unit"].split())) == b"A/m^2\0"
assert bytes(map(int, data["length unit"].split())) == b"nm\0"
array = image.find("Piece/CellData/DataArray")
assert array.get("Name") == "j" and array.get("NumberOfComponents") == "3"

with h5py.File(folder + "hdf5.h5") as f:
    assert f["m"].dtype == np.dtype("f8") and np.array_equal(f["m"], m[None])
    assert f["m"].attrs["unit"] == b"A/m^2" and f["t"][()] == [2.5e-9]
    for axis, n, size in zip("xyz", (7, 5, 3), cell):
        np.testing.assert_allclose(f[axis], (np.arange(n) + 0.5) * size, rtol=1e-14)
        assert f[axis].attrs["unit"] == b"m"
print("same")
