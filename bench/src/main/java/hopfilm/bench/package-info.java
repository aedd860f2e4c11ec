/**
 * How fast the program is, each figure beside its limit: {@code ./hopfilm bench}. No other package
 * uses this one, and no release has it.
 */
package hopfilm.bench;
