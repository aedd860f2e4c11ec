/**
 * Pictures of films and of measured quantities, each from a small record of the numbers it shows.
 * No experiment and no HTML page comes in here: callers fill the records.
 */
package hopfilm.figures;
