/**
 * Many runs of one experiment: workers, shares, what is kept of each, tables and maps of all. What
 * a single run does must not come in.
 */
package hopfilm.sweep;
