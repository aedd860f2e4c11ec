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

  /** Whether the step at hand is to end at the next row or snapshot. */
  default boolean isCutShort() {
    return false;
  }

  /** How often the run was started. */
  int sessions();

  /** Wall time so far [s]. */
  double seconds();
}
