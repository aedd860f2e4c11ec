/** The network that a film has become: its weights, the energies of the patterns, retrieval. */
package hopfilm.hopfield;
