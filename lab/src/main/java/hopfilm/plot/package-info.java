/**
 * Charts of measured and learned quantities, each from a small record of the numbers it shows.
 * Pictures of films belong to {@code figures}; no experiment and no HTML page comes in here.
 */
package hopfilm.plot;
