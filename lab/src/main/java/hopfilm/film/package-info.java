/**
 * The film of an experiment on the engine, and all that is read from it at one moment: currents,
 * the row of the table, the network. Time does not pass here.
 */
package hopfilm.film;
