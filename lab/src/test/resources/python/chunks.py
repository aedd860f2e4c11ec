"""Fields in several chunks: cell i of component c at time n holds i/2^20 + 10 c + 100 n."""

import sys

import numpy as np
import xarray
import zarr

for cells in ((2, 601, 600), (70, 100, 60)):
    path = f"{sys.argv[1]}/group-{cells[0]}.zarr"
    m = xarray.open_zarr(path).m
    assert m.shape == (2, *cells, 3)
    # more than one chunk, and the last is not full
    chunk = zarr.open(path)["m"].chunks
    assert any(n % c for n, c in zip(m.shape, chunk)), chunk
    i = np.arange(np.prod(cells)).reshape(1, *cells, 1) / 2**20
    known = i + 10 * np.arange(3) + 100 * np.arange(2).reshape(2, 1, 1, 1, 1)
    np.testing.assert_array_equal(m, known)
    group = xarray.open_zarr(path)
    assert list(group.word.values) == ["left", "K\u00e4fig", ""]
    assert group.attrs["name"] == '"K\u00e4fig"'
    assert "none" not in group
print("same")
