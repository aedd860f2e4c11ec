package hopfilm.io;

import hopfilm.grid.VectorField;

/**
 * What an OVF file holds. The grid has open edges and its corner at the origin, wherever the file
 * places it.
 *
 * @param field the vectors, in {@code valueUnits}
 * @param time simulated time [s], NaN if the file does not say
 * @param title title of the segment
 * @param valueUnits such as {@code A/m}; empty for plain numbers
 */
public record OvfFile(VectorField field, double time, String title, String valueUnits) {}
