/**
 * The film in time: equation of motion, coupling of texture and current, time steps, descent to
 * equilibria. It brings {@code magnet}, {@code transport} and {@code kernel} together; patterns and
 * networks do not come in.
 */
package hopfilm.dynamics;
