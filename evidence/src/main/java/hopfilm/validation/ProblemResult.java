package hopfilm.validation;

/**
 * A problem and what came out.
 *
 * @param findings its checks and charts
 * @param seconds time taken
 */
public record ProblemResult(Problem problem, Findings findings, double seconds) {}
