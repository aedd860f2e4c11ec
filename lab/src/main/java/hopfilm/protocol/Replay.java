package hopfilm.protocol;

import java.io.IOException;

/**
 * What a run asks on its way: what was answered before, whether it should pause, whether the step
 * at hand is to end. {@code Checkpoints} answers for a run in a folder, {@code LiveReplay} for a
 * film that somebody steers.
 */
public interface Replay {

  /** The answer to the next question, null if the film must be asked. */
  ReplayLog.Entry next() throws IOException;

  /** Keeps what the film answered. */
  void add(ReplayLog.Entry answer);

  /** The answer to the next question: what is known, or what the film says, which is kept. */
  default ReplayLog.Entry ask(Film film) throws IOException {
    ReplayLog.Entry known = next();
    if (known == null) {
      known = film.answer();
      add(known);
    }
    return known;
  }

  /** What is asked where nothing is known. */
  interface Film {
    ReplayLog.Entry answer() throws IOException;
  }

  /** Whether the run should pause, asked before each time step. */
  boolean isDue();

  /**
   * The run pauses.
   *
   * @throws StoppedException if it is to stop
   */
  void take() throws IOException;

  /** Whether the run is to stop. */
  boolean isStopAsked();

  /** Between two steps of the protocol. */
  void boundary() throws IOException;

  /** Whether the step at hand is to end now; asked at each row, snapshot and sample. */
  default boolean isCutShort() {
    return false;
  }

  /** How often the run was started. */
  int sessions();

  /** Wall time so far [s]. */
  double seconds();
}
