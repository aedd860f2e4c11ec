"""An evaluation by Hopfilm against dense algebra in numpy: energies, fields, conductances, currents.

usage: evaluate.py CASE.json FOLDER   (prints the largest relative errors; fails above 1e-9)

Energies are sums over pairs of cells as docs/explanation/physics.md gives them, fields the derivative of these
energies: each is quadratic in m, so a central difference is exact whatever its step. Conductances:
bilinear elements, 2 x 2 Gauss points (exact), one dense solve. Demagnetising energy: charged
rectangles, integrated in closed form along one side and by quadrature along the other.
"""
import json
import sys

import numpy as np

from ovf import read_ovf

TOLERANCE = 1e-9  # both sides round to about 1e-12; the potential is solved to 1e-11
MU0 = 4e-7 * np.pi
case = json.load(open(sys.argv[1]))
folder = sys.argv[2]
result = json.load(open(folder + "/evaluate.json"))
m, cell = read_ovf(case["state"])
m = m[0] / np.linalg.norm(m[0], axis=-1, keepdims=True)
dx, dy, thickness = cell
ny, nx = m.shape[:2]
periodic = {1: case["periodic_x"], 0: case["periodic_y"]}  # by array axis
worst = {}


def close(name, ours, theirs):
    ours, theirs = np.asarray(ours, float), np.asarray(theirs, float)
    assert ours.shape == theirs.shape, (name, ours.shape, theirs.shape)
    scale = np.max(np.abs(ours))
    error = np.max(np.abs(ours - theirs)) / scale if scale > 0 else np.max(np.abs(theirs))
    worst[name] = error


# ---- energies -------------------------------------------------------------------------------
ez = np.array([0.0, 0, 1])
directions = []  # array axis, cell size, axis of rotation of a bond
for axis, size, e in ((1, dx, np.array([1.0, 0, 0])), (0, dy, np.array([0, 1.0, 0]))):
    directions.append((axis, size, e if case["dmi"] == "bulk" else np.cross(ez, e)))


def pairs(f, axis):
    if periodic[axis]:
        return f, np.roll(f, -1, axis)
    return np.take(f, range(f.shape[axis] - 1), axis), np.take(f, range(1, f.shape[axis]), axis)


def chiral(f):
    """exchange and dmi, summed w [J/m^3] over cells"""
    A, D = case["A"], case["D"]
    exchange = dmi = 0.0
    for axis, h, d in directions:
        i, j = pairs(f, axis)
        twist = np.sum(np.cross(j, i) @ d)
        if case["discretisation"] == "standard":
            exchange += A / h**2 * np.sum((j - i) ** 2)
            dmi += D / h * twist
            continue
        theta = D / (2 * A) * h
        turned = (
            np.cos(theta) * i
            + np.sin(theta) * np.cross(d, i)
            + (1 - np.cos(theta)) * (i @ d)[..., None] * d
        )
        site = 2 * A / h**2 * (1 - np.cos(theta)) * np.sum(np.cross(d, f) ** 2)
        odd = 2 * A * np.sin(theta) / h**2 * twist
        exchange += A / h**2 * np.sum((j - turned) ** 2) - site - odd
        dmi += odd
    return exchange, dmi


def anisotropy(f):
    e = np.array(case["axis"]) / np.linalg.norm(case["axis"])
    return -case["Ku"] * np.sum((f @ e) ** 2)


def quadrature(f, ends):
    """integral of f between neighbouring ends; double exponential, so f may be singular there"""
    t = np.arange(-4, 4.001, 1 / 16)
    share = 1 / (1 + np.exp(-np.pi * np.sinh(t)))
    weight = np.pi * np.cosh(t) * share * (1 - share) / 16
    share, weight = share[(share > 1e-17) & (share < 1)], weight[(share > 1e-17) & (share < 1)]
    return sum((b - a) * weight @ f(a + (b - a) * share) for a, b in zip(ends, ends[1:]))


def coulomb(X, Y, Z, dy, dz):
    """integral of (dy - |y - Y|)(dz - |z - Z|)/r over y and z at x = X: potential of two facing
    rectangles dy x dz of charge 1 per area, displaced by Y and Z, in each other"""

    def inner(z):
        s = np.hypot(X, z)

        def primitive(y, a, b):  # of (a + b y)/r
            return a * np.arcsinh(y / s) + b * np.hypot(y, s)

        rising = primitive(Y, dy - Y, 1) - primitive(Y - dy, dy - Y, 1)
        falling = primitive(Y + dy, dy + Y, -1) - primitive(Y, dy + Y, -1)
        return (dz - np.abs(z - Z)) * (rising + falling)

    return quadrature(inner, [Z - dz, Z, Z + dz])


def sheet(x, y, z):
    """primitive of 1/r in x and y"""
    r = np.sqrt(x * x + y * y + z * z)
    edge = x * np.arcsinh(y / np.hypot(x, z)) + y * np.arcsinh(x / np.hypot(y, z))
    return edge - z * np.arctan(x * y / (z * r))


def tensor(X, Y):
    """mean demagnetising tensor between two cells of the layer; 1/(4 pi V) times charges"""

    def diagonal(x, y, z, hx, hy, hz):
        return sum(c * coulomb(x + i * hx, y, z, hy, hz) for i, c in ((-1, -1), (0, 2), (1, -1)))

    def mixed(z):
        second = ((-1, 1), (0, -2), (1, 1))
        return (thickness - z) * sum(
            c * d * sheet(X + i * dx, Y + j * dy, z) for i, c in second for j, d in second
        )

    N = np.diag(
        [
            diagonal(X, Y, 0, dx, dy, thickness),
            diagonal(Y, 0, X, dy, thickness, dx),
            diagonal(0, X, Y, thickness, dx, dy),
        ]
    )
    N[0, 1] = N[1, 0] = -2 * quadrature(mixed, [0, thickness])
    return N / (4 * np.pi * volume)


def dense_tensor():
    N = {(p, q): tensor(p * dx, q * dy) for p in range(nx) for q in range(ny)}
    assert abs(np.trace(N[0, 0]) - 1) < 1e-11 and abs(np.trace(N[3, 2])) < 1e-11
    full = np.zeros((ny, nx, 3, ny, nx, 3))
    for b, a, q, p in np.ndindex(ny, nx, ny, nx):
        mirror = np.diag([1 if p >= a else -1, 1 if q >= b else -1, 1])
        full[b, a, :, q, p, :] = mirror @ N[abs(p - a), abs(q - b)] @ mirror
    return full.reshape(3 * nx * ny, -1)


volume = dx * dy * thickness
dense = dense_tensor() if case["demag"] == "on" else None


def demag(f):
    if case["demag"] == "local":
        return MU0 / 2 * case["Ms"] ** 2 * np.sum(f[..., 2] ** 2)
    return MU0 / 2 * case["Ms"] ** 2 * (f.ravel() @ dense @ f.ravel())


TERMS = {"exchange": lambda f: chiral(f)[0], "dmi": lambda f: chiral(f)[1], "anisotropy": anisotropy}
if case["demag"] == "off":
    assert result["energies"]["demag"] == 0
    TERMS["total"] = lambda f: sum(chiral(f)) + anisotropy(f)
else:
    TERMS["demag"] = demag
    TERMS["total"] = lambda f: sum(chiral(f)) + anisotropy(f) + demag(f)
for name, w in TERMS.items():
    close("energy " + name, w(m) * volume, result["energies"][name])
    field = np.empty_like(m)
    for index in np.ndindex(m.shape):
        up, down = m.copy(), m.copy()
        up[index] += 1
        down[index] -= 1
        field[index] = -(w(up) - w(down)) / 2 / (MU0 * case["Ms"])
    close("field " + name, field, read_ovf(folder + "/field_" + name + ".ovf")[0][0])
assert result["energies"]["zeeman"] == 0
close("mean m", m.mean((0, 1)), result["mean_m"])

# ---- conductances ---------------------------------------------------------------------------
s_perp = 1 / case["rho_perp"]
rho_par = case["rho_perp"] * (2 + case["amr"]) / (2 - case["amr"])
sigma = s_perp * np.eye(2) + (1 / rho_par - s_perp) * m[..., :2, None] * m[..., None, :2]
px, py = nx + (not periodic[1]), ny + (not periodic[0])
K = np.zeros((px * py, px * py))
gauss = (0.5 - 0.5 / np.sqrt(3), 0.5 + 0.5 / np.sqrt(3))


def gradient(s, t):
    """of the four shape functions, corners (0,0), (1,0), (0,1), (1,1)"""
    return np.array([[t - 1, 1 - t, -t, t], [s - 1, -s, 1 - s, s]]) / np.array([[dx], [dy]])


def corners(a, b):
    return [(b + q) % py * px + (a + p) % px for q in (0, 1) for p in (0, 1)]


for b in range(ny):
    for a in range(nx):
        at = corners(a, b)
        for s in gauss:
            for t in gauss:
                B = gradient(s, t)
                K[np.ix_(at, at)] += dx * dy / 4 * B.T @ sigma[b, a] @ B
K *= thickness
x, y = np.tile(np.arange(px) * dx, py), np.repeat(np.arange(py) * dy, px)
contacts = [
    np.flatnonzero((x - cx) ** 2 + (y - cy) ** 2 <= (r * (1 + 1e-9)) ** 2)
    for cx, cy, r in case["discs"]
]
fixed = np.concatenate(contacts)
free = np.setdiff1d(np.arange(px * py), fixed)


def solve(volts):
    V = np.zeros(px * py)
    for nodes, v in zip(contacts, volts):
        V[nodes] = v
    V[free] = np.linalg.solve(K[np.ix_(free, free)], -K[np.ix_(free, fixed)] @ V[fixed])
    return V, np.array([(K @ V)[nodes].sum() for nodes in contacts])


G = np.array([solve(unit)[1] for unit in np.eye(len(contacts))]).T
V, current = solve(result["voltages"])
close("voltages", case["voltages"], result["voltages"])
close("conductance", G, result["conductance"])
close("currents", current, result["currents"])
close("power", V @ K @ V, result["power"])
j = np.zeros((ny, nx, 3))
for b in range(ny):
    for a in range(nx):
        j[b, a, :2] = sigma[b, a] @ -(gradient(0.5, 0.5) @ V[corners(a, b)])
close("j", j, read_ovf(folder + "/j.ovf")[0][0])

print("  ".join("%s %.1e" % item for item in worst.items()))
bad = {name: e for name, e in worst.items() if not e <= TOLERANCE}
sys.exit("too far off: %s" % bad if bad else 0)
