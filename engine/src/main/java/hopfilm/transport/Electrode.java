package hopfilm.transport;

import hopfilm.grid.Shape;

/**
 * An ideal contact: one potential on all cell corners inside its shape or on its rim.
 *
 * @param name name, unique among the electrodes of a film
 * @param shape where it is [m]
 */
public record Electrode(String name, Shape shape) {}
