/**
 * Pictures of films, each from a small record of the numbers it shows. Charts belong to {@code
 * plot}; no experiment and no HTML page comes in here: callers fill the records.
 */
package hopfilm.figures;
