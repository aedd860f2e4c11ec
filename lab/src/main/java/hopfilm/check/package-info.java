/**
 * What can be said of an experiment before it runs: refusals, warnings, cost in time, memory and
 * disk. Nothing here carries a run out or writes a file.
 */
package hopfilm.check;
