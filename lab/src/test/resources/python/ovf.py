"""OVF 2.0 as the OOMMF User's Guide describes it."""
import numpy as np


def read_ovf(path):
    """values of shape (nz, ny, nx, 3), and the edges of a cell along x, y, z [m]"""
    raw = open(path, "rb").read()
    head, _, rest = raw.partition(b"# Begin: Data ")
    kind, _, data = rest.partition(b"\n")
    header = {}
    for line in head.decode().splitlines():
        label, _, value = line[1:].partition(":")
        header[label.strip().lower()] = value.strip()
    assert head.startswith(b"# OOMMF OVF 2.0"), path
    assert header["meshtype"] == "rectangular" and header["meshunit"] == "m", header
    assert header["valuedim"] == "3", header
    n = [int(header[a + "nodes"]) for a in "zyx"]
    count = 3 * n[0] * n[1] * n[2]
    if kind.strip() == b"Text":
        values = np.array(data.split(b"#")[0].split(), dtype=float)
    else:
        width = int(kind.split()[1])
        values = np.frombuffer(data, "<f%d" % width, count + 1)
        assert values[0] == {4: 1234567.0, 8: 123456789012345.0}[width], values[0]
        values = values[1:]
        assert data[(count + 1) * width :].lstrip().startswith(b"# End: Data"), path
    return values.reshape(*n, 3).astype(float), [float(header[a + "stepsize"]) for a in "xyz"]
