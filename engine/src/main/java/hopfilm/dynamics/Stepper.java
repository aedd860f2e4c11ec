package hopfilm.dynamics;

import hopfilm.kernel.LlgKernel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;

/** A scheme that moves the magnetisation on in time, under the drives of each of its stages. */
interface Stepper {

  /** Uses another right-hand side from now on. */
  void kernel(LlgKernel kernel);

  /** Forgets all that it keeps from one step to the next: a new run starts. */
  void restart();

  /** Forgets the right-hand side that it keeps: the drives changed. */
  void drivesChanged();

  /** Forgets what it knows of the course of m: what moves it jumped. */
  void jumped();

  /** Writes what it keeps from one step to the next. */
  void save(StateWriter out) throws IOException;

  void restore(StateReader in) throws IOException;

  /** True if the right-hand side at the start of the next step is known already. */
  boolean isPrepared();

  /** Steps taken back so far; 0 for schemes without error control. */
  long rejected();

  /** The step that would be taken where the longest stable one is {@code longest} [s]. */
  double expected(double longest);

  /**
   * One step.
   *
   * @param time present time [s]
   * @param target time that must not be passed [s]
   * @param longest longest stable step [s]
   * @return the time reached, {@code time} itself if no step is short enough
   */
  double advance(double time, double target, double longest);
}
