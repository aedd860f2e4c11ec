package hopfilm.experiment;

import hopfilm.dynamics.Numerics;
import hopfilm.magnet.Discretisation;

/**
 * How the film is simulated.
 *
 * @param discretisation of exchange and chiral interaction
 * @param numerics time stepping, coupling to the current, loops
 * @param step the longest time step, where it is to be below what is stable [s]; infinite without
 */
public record NumericsSpec(Discretisation discretisation, Numerics numerics, double step) {}
