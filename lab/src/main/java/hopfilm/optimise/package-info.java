/**
 * The search for the values of some keys at which a whole sweep does best. How one evaluation is
 * carried out stands in {@code sweep}.
 */
package hopfilm.optimise;
