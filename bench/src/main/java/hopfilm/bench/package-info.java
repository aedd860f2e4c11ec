/**
 * How fast the program is, each figure beside its limit, and what its readers do with damaged
 * files: {@code ./hopfilm bench}. No other package uses this one, and no release has it.
 */
package hopfilm.bench;
