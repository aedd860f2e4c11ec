/**
 * The Hopfield network: patterns, weights against a reference, energies of patterns, learning rules
 * and retrieval. It knows matrices of conductances, not the film that they come from.
 */
package hopfilm.hopfield;
