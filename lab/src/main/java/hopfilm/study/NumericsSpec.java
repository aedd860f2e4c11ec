package hopfilm.study;

import hopfilm.dynamics.Numerics;
import hopfilm.magnet.Discretisation;

/**
 * How the film is simulated.
 *
 * @param discretisation of exchange and chiral interaction
 * @param numerics time stepping, coupling to the current, loops
 */
public record NumericsSpec(Discretisation discretisation, Numerics numerics) {}
