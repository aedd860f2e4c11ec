/**
 * A problem with a known answer, its findings, how all are solved and shown. The problems
 * themselves belong to {@code validation}.
 */
package hopfilm.problem;
