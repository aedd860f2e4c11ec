package hopfilm.study;

/** Hears how a run goes. Called from the thread of the run. */
public interface RunListener {

  /** Says nothing. */
  RunListener NONE = new RunListener() {};

  /** The run has come to some time. */
  default void progress(Progress progress) {}

  /** Something that the user should know; it stands in the results too. */
  default void warning(String message) {}

  /** Something to be told at once, such as that no checkpoint could be written. */
  default void note(String message) {}

  /**
   * Where a run is.
   *
   * @param time simulated time [s]
   * @param total simulated time at the end [s]
   * @param phase what is done: relax, train +-+-, rest
   * @param ePrime E' of the pattern in training [W], NaN before
   */
  record Progress(double time, double total, String phase, double ePrime) {}
}
