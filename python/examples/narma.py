"""NARMA tasks of docs/evidence/reservoir.md, of one film and one V_max: python narma.py SEED MILLIVOLTS"""

import sys

import hopfilm
import numpy as np
from hopfilm import reservoir

seed, mV = int(sys.argv[1]), float(sys.argv[2])
film = {
    "film": {"size": ["256 nm", "256 nm"], "cell": "6.4 nm"},
    "electrodes": {"layout": "corners"},
    "initial": {"relax": "15 ns", "seed": seed},
    "output": {"samples": {"every": "50 ps", "of": ["G"]}},
}
u = reservoir.narma(600, seed=seed).input  # the same for both orders
with hopfilm.Film(film) as f:
    samples = f.drive(2 * u, dt="100 ps", contacts=["n1"], scale=f"{mV} mV")
a, b = np.triu_indices(4, 1)  # the six pairs
states = samples.states(600, "100 ps").reshape(600, 2, 4, 4)[:, :, a, b].reshape(600, 12)
noises = {
    "without noise": 0,
    "with Johnson noise": reservoir.reading_noise(1e-3 * mV, amplifier=0),
    "with the amplifier too": reservoir.reading_noise(1e-3 * mV),
}
for order in (2, 10):
    task = reservoir.narma(600, order, seed=seed)
    for name, noise in noises.items():
        error = reservoir.ridge(states, task.target, washout=50, noise=noise, seed=seed).nrmse
        print(f"order {order}, {name}: {error:.2f}")
    print(f"order {order}, linear filter: {task.baseline(20, washout=31).nrmse:.2f}")
