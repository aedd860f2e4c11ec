/**
 * Films as reservoirs: a claim beyond the paper, the films that it drives, and measures of their
 * states. Read-outs for users are in Python, {@code hopfilm.reservoir}.
 */
package hopfilm.reservoir;
