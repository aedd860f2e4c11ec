package hopfilm.transport;

/**
 * How a solution of the potential ended.
 *
 * @param iterations number of iterations
 * @param residual norm of the currents left over at the nodes / norm of the electrodes' currents
 */
public record Solution(int iterations, double residual) {}
