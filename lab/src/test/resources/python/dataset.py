"""A run as a Zarr group, in a folder and in a zip, as one HDF5 file and as NumPy arrays."""

import sys
import warnings

warnings.simplefilter("error")
import h5py
import numpy as np
import xarray
import zarr

folder = sys.argv[1]
run = xarray.open_zarr(folder + "/run.zarr")
packed = xarray.open_zarr(zarr.storage.ZipStore(folder + "/run.zarr.zip", mode="r"))
xarray.testing.assert_identical(run, packed)
same = np.testing.assert_array_equal

with h5py.File(folder + "/run.h5") as f:
    assert run.m.dims == ("t", "z", "y", "x", "component")
    same(run.m, f["m"][()])
    for name in "txyz":
        same(run[name], f[name][()])
        assert run[name].attrs["units"] == f[name].attrs["unit"].decode()
    columns = [n.decode() for n in f["table"].attrs["columns"]]
    same(run.time, f["table/t"][()])
    names = list(f["electrodes"].asstr()[()])
    same(run["to"], names)
    same(run["from"], names)
    for name in columns:
        if name == "t":
            continue
        if name.startswith("G_"):
            a, b = name.split("_")[1:]
            of = run.G.sel({"to": a, "from": b})
            same(of, run.G.sel({"to": b, "from": a}))
        else:
            of = run[name]
        same(of, f["table"][name][()], err_msg=name)
        assert of.attrs["units"] == f["table"][name].attrs["unit"].decode(), name
        assert of.dims == ("time",)
    assert list(run.measure.values) == ["untrained", "trained"]
    for label, matrix in f["conductance"].items():
        same(run.conductance.sel(measure=label), matrix[()])
        same(run.gx_measure.sel(measure=label), matrix.attrs["gx"])
    for label, of in f["energies"].items():
        for pattern, energy in zip(of["pattern"].asstr(), of["E_prime"]):
            same(run.energies.sel(measure=label, pattern=pattern), energy)
    for name in ("experiment", "summary", "provenance"):
        assert run.attrs[name] == f[name][()].decode(), name
    assert run.attrs["version"] == f.attrs["version"].decode()
assert run.attrs["patterns"] == ["+-+-"]

# what training changed is what the weights are made of; both are differences of the same doubles
change = run.conductance.sel(measure="trained") - run.reference
np.testing.assert_allclose(run.weights.sel(measure="trained"), change, rtol=0, atol=1e-12)
with open(folder + "/run/pulses.csv") as file:
    heads = file.readline().strip().split(",")
pulses = np.genfromtxt(folder + "/run/pulses.csv", delimiter=",", skip_header=1)
same(run.pulse, pulses[:, 0])
same(run.pulse_heat, pulses[:, heads.index("heat (J)")])
print("same")
