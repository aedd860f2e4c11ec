package hopfilm.figures;

import java.awt.Shape;

/**
 * An electrode as it is drawn on a film.
 *
 * @param name such as {@code n1}
 * @param outline its shape in metres, x to the right and y up, corner of the film at the origin;
 *     what lies outside the film is clipped
 */
public record ElectrodeMark(String name, Shape outline) {}
