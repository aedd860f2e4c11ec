/**
 * Which numbers of a film its readings determine. How the runs are carried out stands in {@code
 * sweep}.
 */
package hopfilm.fit;
