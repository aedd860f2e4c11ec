package hopfilm.plot;

/**
 * A stretch of time that the curves show shaded.
 *
 * @param name such as {@code train +-+-}
 * @param start [s]
 * @param end [s]
 */
public record Phase(String name, double start, double end) {}
