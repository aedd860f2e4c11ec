"""A small film program that shares nothing with Hopfilm: NumPy and SciPy, double precision.

    python3 film.py        the Neel texture of 200 x 200 nm: the numbers of NeelTextureTest
    python3 film.py SEED   a maze of 400 nm with interfacial interaction under current for 30 ns

Scheme `standard`: pairs that reach outside the film are dropped; for the torque the ghost that this implies.
Potential: bilinear elements on the cell corners, solved directly. Classical Runge-Kutta, m renormalised each step.
"""
import sys

import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg as sla

MU0, GAMMA0 = 4e-7 * np.pi, 2.211e5
MUB_E = 9.2740100783e-24 / 1.602176634e-19


def cross(a, b):
    return np.stack((a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]))


def axis_cross(axis, sign, v):
    """sign * e_axis x v"""
    o = np.empty_like(v)
    p, q = (axis + 1) % 3, (axis + 2) % 3
    o[axis] = 0
    o[p] = -sign * v[q]
    o[q] = sign * v[p]
    return o


class Film:
    def __init__(s, n, dx=4e-9, dmi="interfacial", Ms=7e5, A=1e-11, Ku=4.8e5, DH=6.5e-3, alpha=0.3, xi=0.0,
                 rho=6e-8, a=1.5, P=1.0, thick=1e-6):
        s.ny, s.nx = n
        s.dx, s.Ms, s.A, s.Ku, s.alpha, s.xi, s.thick = dx, Ms, A, Ku, alpha, xi, thick
        s.D = MU0 * Ms * DH / 2
        s.AH, s.KH, s.DH = 2 * A / (MU0 * Ms), 2 * Ku / (MU0 * Ms), DH
        s.sperp = 1 / rho
        s.spar = s.sperp * (2 - a) / (2 + a)  # rho_par/rho_perp = (2+a)/(2-a)
        s.drift = MUB_E * P / Ms
        # axis and sign of d for bonds along x and y
        s.d = {"bulk": ((0, 1), (1, 1)), "interfacial": ((1, 1), (0, -1))}[dmi]
        s.eps = s.D * dx / (2 * A)
        # elements: derivatives of the four shapes at 2x2 Gauss points of the unit square
        g = 0.5 - 0.5 / np.sqrt(3)
        k = np.zeros((2, 2, 4, 4))
        for X in (g, 1 - g):
            for Y in (g, 1 - g):
                B = np.array([[-(1 - Y), 1 - Y, -Y, Y], [-(1 - X), -X, 1 - X, X]])
                k += np.einsum("ia,jb->ijab", B, B) / 4
        s.elem = k
        j, i = np.mgrid[0:s.ny, 0:s.nx]
        c = (j * (s.nx + 1) + i).ravel()
        s.corner = np.stack((c, c + 1, c + s.nx + 1, c + s.nx + 2), 1)
        s.rows = np.repeat(s.corner, 4, axis=1).ravel()
        s.cols = np.tile(s.corner, (1, 4)).ravel()
        s.nodes = (s.nx + 1) * (s.ny + 1)

    # ---- magnetisation
    def shifted(s, m, k, side):
        """Neighbour on one side along x (0) or y (1), zero where there is none, and the mask of existing ones."""
        o = np.zeros_like(m)
        e = np.zeros(m.shape[1:])
        if k == 0:
            if side > 0:
                o[:, :, :-1] = m[:, :, 1:]; e[:, :-1] = 1
            else:
                o[:, :, 1:] = m[:, :, :-1]; e[:, 1:] = 1
        else:
            if side > 0:
                o[:, :-1] = m[:, 1:]; e[:-1] = 1
            else:
                o[:, 1:] = m[:, :-1]; e[1:] = 1
        return o, e

    def field(s, m):
        h = np.zeros_like(m)
        h[2] = s.KH * m[2]
        for k in (0, 1):
            up, eu = s.shifted(m, k, 1)
            dn, ed = s.shifted(m, k, -1)
            h += s.AH / s.dx**2 * (up + dn - (eu + ed) * m)
            h -= s.DH / (2 * s.dx) * axis_cross(*s.d[k], up - dn)
        return h

    def energy(s, m):
        w = -s.Ku * (m[2] ** 2).sum() * s.dx**2
        for k in (0, 1):
            a, b = (m[:, :, :-1], m[:, :, 1:]) if k == 0 else (m[:, :-1], m[:, 1:])
            w += s.A * ((b - a) ** 2).sum()
            axis, sign = s.d[k]
            w += s.D * s.dx * sign * cross(b, a)[axis].sum()
        return w * s.thick

    def outside(s, m, k, low):
        """m_g + s eps d x m_g = m, s = +1 at the low edge"""
        axis, sign = s.d[k]
        e = s.eps * (1 if low else -1)
        g = (m - e * axis_cross(axis, sign, m)) / (1 + s.eps**2)
        g[axis] = m[axis]
        return g

    def convect(s, m, u):
        t = 0
        for k in (0, 1):
            up, _ = s.shifted(m, k, 1)
            dn, _ = s.shifted(m, k, -1)
            if k == 0:
                up[:, :, -1] = s.outside(m[:, :, -1], k, False)
                dn[:, :, 0] = s.outside(m[:, :, 0], k, True)
            else:
                up[:, -1] = s.outside(m[:, -1], k, False)
                dn[:, 0] = s.outside(m[:, 0], k, True)
            t = t + u[k] * (up - dn) / (2 * s.dx)
        return t

    def torque(s, m, u):
        g = s.convect(m, u)
        g = g - m * (m * g).sum(0)
        return g - s.xi * cross(m, g)

    def rate(s, m, E, alpha):
        h = s.field(m)
        mh = cross(m, h)
        r = -GAMMA0 * mh - alpha * GAMMA0 * cross(m, mh)
        if E is not None:
            t = s.torque(m, s.drift * s.current(m, E))
            r += t + alpha * cross(m, t)
        return r / (1 + alpha**2)

    # ---- current
    def current(s, m, E):
        me = m[0] * E[0] + m[1] * E[1]
        return s.sperp * E + (s.spar - s.sperp) * me * m[:2]

    def stiffness(s, m):
        S = np.empty((2, 2) + m.shape[1:])
        for i in (0, 1):
            for j in (0, 1):
                S[i, j] = s.sperp * (i == j) + (s.spar - s.sperp) * m[i] * m[j]
        S = S.reshape(2, 2, -1)
        v = np.einsum("ijc,ijab->cab", S, s.elem)
        return sp.csr_matrix((v.ravel(), (s.rows, s.cols)), shape=(s.nodes, s.nodes))

    def sides(s, axis):
        n = np.arange(s.nodes).reshape(s.ny + 1, s.nx + 1)
        return (n[:, 0], n[:, -1]) if axis == 0 else (n[0], n[-1])

    def potential(s, m, axis, volts):
        K = s.stiffness(m)
        V = np.zeros(s.nodes)
        hi, lo = s.sides(axis)
        V[hi] = volts
        free = np.ones(s.nodes, bool)
        free[hi] = free[lo] = False
        V[free] = sla.spsolve(K[free][:, free].tocsc(), -(K[free] @ V), permc_spec="MMD_AT_PLUS_A")
        return V, (K @ V)[hi].sum() / (volts * s.sperp)  # g in units of thickness s_perp

    def gx(s, m):
        return s.potential(m, 0, 1.0)[1]

    def gy(s, m):
        return s.potential(m, 1, 1.0)[1]

    def efield(s, V):
        v = V.reshape(s.ny + 1, s.nx + 1)
        ex = -(v[:-1, 1:] - v[:-1, :-1] + v[1:, 1:] - v[1:, :-1]) / (2 * s.dx)
        ey = -(v[1:, :-1] - v[:-1, :-1] + v[1:, 1:] - v[:-1, 1:]) / (2 * s.dx)
        return np.stack((ex, ey))

    # ---- time
    def run(s, m, time, dt, volts=0.0, axis=0, every=20, alpha=None, watch=None, extrapolate=True):
        """RK4. every = 0: the potential is solved at each stage; else each so many steps and extrapolated."""
        alpha = s.alpha if alpha is None else alpha
        n = int(round(time / dt))
        dt = time / n
        before = now = None
        for i in range(n):
            if volts and every and i % every == 0:
                before, now = now, s.efield(s.potential(m, axis, volts)[0])
                since = i

            def E(x, stage):
                if not volts:
                    return None
                if every == 0:
                    return s.efield(s.potential(x, axis, volts)[0])
                if before is None or not extrapolate:
                    return now
                return now + (now - before) * ((i + stage - since) / every)

            k1 = s.rate(m, E(m, 0), alpha)
            x = m + dt / 2 * k1
            k2 = s.rate(x, E(x, 0.5), alpha)
            x = m + dt / 2 * k2
            k3 = s.rate(x, E(x, 0.5), alpha)
            x = m + dt * k3
            k4 = s.rate(x, E(x, 1), alpha)
            m = m + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
            m /= np.sqrt((m * m).sum(0))
            if watch:
                watch((i + 1) * dt, m)
        return m


def texture(n=50, dx=4e-9, dmi="bulk"):
    """T of the reference page; its walls turned by 90 degrees for the interfacial interaction (Neel)."""
    y, x = (np.mgrid[0:n, 0:n] + 0.5) * dx
    b, L = np.radians(30), 200e-9
    phi = 2 * np.pi * (x * np.cos(b) + y * np.sin(b)) / 60e-9 + 0.5 * np.sin(2 * np.pi * y / L)
    if dmi == "bulk":
        return np.stack((np.sin(b) * np.sin(phi), -np.cos(b) * np.sin(phi), np.cos(phi)))
    return np.stack((np.cos(b) * np.sin(phi), np.sin(b) * np.sin(phi), np.cos(phi)))


def report():
    """What NeelTextureTest holds."""
    f = Film((50, 50))
    start = texture(dmi="interfacial")
    E = f.efield(f.potential(start, 0, 0.05)[0])
    print(f"gx {f.gx(start):.10f} gy {f.gy(start):.10f} E {f.energy(start):.10e}")
    for i, j in ((0, 0), (49, 0), (0, 25), (25, 49), (31, 17)):
        print("dm/dt of cell", i, j, f.rate(start, E, f.alpha)[:, j, i])
    for volts, ns in ((0, 0.1), (0.05, 0.1), (0.05, 0.5), (0.05, 2.0)):
        m = f.run(start, ns * 1e-9, 0.65e-12, volts, every=0)
        print(f"{volts} V {ns} ns gx {f.gx(m):.6f} gy {f.gy(m):.6f} E {f.energy(m):.6e}", m.mean((1, 2)))
    f = Film((50, 50), dmi="bulk", xi=0.3)
    m = f.run(texture(), 0.1e-9, 0.65e-12, 0.05, every=0)
    print(f"bulk, xi 0.3: gx {f.gx(m):.6f} gy {f.gy(m):.6f} E {f.energy(m):.6e}", m.mean((1, 2)))


def maze(seed, volts=0.05, **material):
    """A maze of 400 nm under current: gx and gy at start and after 2, 10, 20 and 30 ns."""
    f = Film((100, 100), **material)
    m = np.random.default_rng(seed).normal(size=(3, f.ny, f.nx))
    m = f.run(m / np.sqrt((m * m).sum(0)), 10e-9, 0.65e-12, alpha=0.5)
    print(f"maze {seed}: gx {f.gx(m):.4f} gy {f.gy(m):.4f}")
    t = 0
    for ns in (2, 10, 20, 30):
        m = f.run(m, (ns - t) * 1e-9, 0.65e-12, volts)
        t = ns
        print(f"  {ns} ns: gx {f.gx(m):.4f} gy {f.gy(m):.4f}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        maze(int(sys.argv[1]))
    else:
        report()
