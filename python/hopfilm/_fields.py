"""Unit and meaning of the fields of summary.json and of the columns of table.txt."""

FIELDS = {
    "name": (
        "",
        "title of the experiment",
    ),
    "version": (
        "",
        "version of the program",
    ),
    "status": (
        "",
        "done or failed",
    ),
    "message": (
        "",
        "reason of a failure",
    ),
    "seeds": (
        "",
        "random seeds by their keys",
    ),
    "temperature": (
        "K",
        "temperature of the thermal noise",
    ),
    "electrodes": (
        "",
        "names, in the order of all matrices",
    ),
    "patterns": (
        "",
        "trained patterns in the order of training; null for none",
    ),
    "weights": (
        "",
        "kind of weights: conductance or resistance",
    ),
    "reference": (
        "",
        "kind of baseline",
    ),
    "reference_file": (
        "",
        "run whose baseline is used",
    ),
    "scaling": (
        "",
        "factor of the baseline, unless 1",
    ),
    "reference_matrix": (
        "S, Ohm",
        "baseline before scaling; absent without training",
    ),
    "self_term": (
        "",
        "self-connections: zero or full",
    ),
    "conductance": (
        "S",
        "G, N x N",
    ),
    "conductance_raw": (
        "S",
        "G read at the temperature of the film, where conductance is cold",
    ),
    "resistance": (
        "Ohm",
        "R, N x N, with network.weights: resistance",
    ),
    "operating_points": (
        "",
        "electrical state of the train step with the readout, or of the last one before it",
    ),
    "conductance_errors": (
        "",
        "numerical errors of G",
    ),
    "gx": (
        "",
        "conductance from left to right edge, times rho_perp/thickness",
    ),
    "gy": (
        "",
        "the same from bottom to top edge",
    ),
    "weight_matrix": (
        "S, Ohm",
        "weights G' or R'",
    ),
    "energies": (
        "W",
        "network energy E' of each pattern",
    ),
    "V0": (
        "V, A",
        "voltage V0 (or current I0) used in E'",
    ),
    "judged": (
        "",
        "deciding readout: the first at rest after the last train step, else the first",
    ),
    "minimum": (
        "",
        "pattern of the lowest energy",
    ),
    "learned": (
        "",
        "true if the pattern has the lowest E'; a list for several patterns",
    ),
    "margin": (
        "",
        "relative energy gap: (E' of the lowest other pattern - E' of the trained one) / largest |E'|",
    ),
    "outcome": (
        "",
        "verified, learned or not-learned; null without a trained and read pattern",
    ),
    "minimum_sampled": (
        "",
        "minimum of a sample (above 20 electrodes)",
    ),
    "learned_sampled": (
        "",
        "learned in that sample",
    ),
    "margin_sampled": (
        "",
        "margin in that sample",
    ),
    "retrieval": (
        "",
        "each retrieve step",
    ),
    "memories": (
        "",
        "recall test of each of several patterns",
    ),
    "stored": (
        "",
        "patterns with at least 90 % of their probes recalled",
    ),
    "memory_reading": (
        "",
        "conditions of the recall test",
    ),
    "row": (
        "",
        "picture stored by a row",
    ),
    "warnings": (
        "",
        "one line each",
    ),
    "kernels": (
        "",
        "plain, or vector with its width in bits (vector-256)",
    ),
    "energy_joule": (
        "J",
        "Joule heat of all train and drive steps, by the trapezoidal rule over rows of the table",
    ),
    "energy_per_bit": (
        "J",
        "Joule heat per trained sign",
    ),
    "training_time": (
        "s",
        "duration of all train steps",
    ),
    "steps": (
        "",
        "time steps",
    ),
    "potentials": (
        "",
        "potentials solved for the drive",
    ),
    "seconds": (
        "s",
        "wall time",
    ),
    "heat": (
        "",
        "temperatures and heat balance",
    ),
    "relaxed": (
        "",
        "each relaxation, the initial one included",
    ),
    "texture": (
        "",
        "final texture: uniform, skyrmions, maze or in-plane",
    ),
    "training": (
        "",
        "each train step",
    ),
    "expectations": (
        "",
        "each entry of expect, and what the film has instead",
    ),
}

COLUMNS = {
    "t": (
        "s",
        "simulated time",
    ),
    "mx": (
        "",
        "mean of m_x",
    ),
    "my": (
        "",
        "mean of m_y",
    ),
    "mz": (
        "",
        "mean of m_z",
    ),
    "E_total": (
        "J",
        "total energy",
    ),
    "E_exchange": (
        "J",
        "exchange energy; of covariant bonds the part even in D",
    ),
    "E_anisotropy": (
        "J",
        "anisotropy energy (Ku, Ku2, Kc1)",
    ),
    "E_dmi": (
        "J",
        "Dzyaloshinskii-Moriya energy; of covariant bonds the part odd in D",
    ),
    "E_zeeman": (
        "J",
        "energy in the external field",
    ),
    "E_demag": (
        "J",
        "demagnetising energy",
    ),
    "E_oersted": (
        "J",
        "energy in the Oersted field (with film.oersted)",
    ),
    "E_added": (
        "J",
        "energy of added terms",
    ),
    "P": (
        "W",
        "Joule heating power",
    ),
    "T_mean": (
        "K",
        "mean temperature of the film (with heat)",
    ),
    "T_max": (
        "K",
        "temperature of the hottest cell (with heat)",
    ),
    "G_a_b": (
        "S",
        "conductance matrix: current into the film at a for 1 V at b",
    ),
    "E_prime": (
        "W",
        "network energy of the pattern in training, at V0 of the present or last train step",
    ),
    "gx": (
        "",
        "conductance from left to right edge, times rho_perp/thickness",
    ),
    "gy": (
        "",
        "conductance from bottom to top edge, times rho_perp/thickness",
    ),
    "Q": (
        "",
        "topological charge",
    ),
    "stripes": (
        "",
        "stripe orientation order: 1 if m alternates along x, -1 along y, 0 in a labyrinth",
    ),
    "V_a": (
        "V",
        "voltage of electrode a outside its contact resistance; 0 with all sources off",
    ),
    "I_a": (
        "A",
        "current into the film at electrode a",
    ),
    "torque": (
        "A/m",
        "largest |m x H| of all cells",
    ),
    "mz2": (
        "",
        "mean of m_z^2",
    ),
    "skyrmion_x": (
        "m",
        "centre of the reversed area, from the left edge",
    ),
    "skyrmion_y": (
        "m",
        "centre of the reversed area, from the lower edge",
    ),
    "skyrmion_radius": (
        "m",
        "radius of a disc as large as the reversed area",
    ),
    "R_a_b": (
        "Ohm",
        "resistance between a and b, all other electrodes open",
    ),
}
