package hopfilm.protocol;

import hopfilm.film.FilmMoment;
import hopfilm.film.TableColumns;
import hopfilm.film.TableRow;
import hopfilm.transport.OperatingPoint;
import java.util.List;

/** Hears how a run goes. Called from the thread of the run. */
public interface RunListener {

  /** Says nothing. */
  RunListener NONE = new RunListener() {};

  /** The run has come to some time. */
  default void progress(Progress progress) {}

  /** The film is at its end; figures and report are written now, which takes some seconds. */
  default void finishing() {}

  /** Something that the user should know; it stands in the results too. */
  default void warning(String message) {}

  /** Something to be told at once, such as that no checkpoint could be written. */
  default void note(String message) {}

  /**
   * The table as the run takes it up: empty, or with the rows from before it was resumed.
   *
   * @param rows one value for each column, see {@link TableColumns#of}
   * @param points voltages and currents of the contacts in these rows; empty where only the table
   *     is known
   */
  default void table(List<double[]> rows, List<OperatingPoint> points) {}

  /**
   * A train step begins, of a run that was resumed each one again.
   *
   * @param time [s]
   * @param amplitude V0 or I0 that the rows after that time count E' with [V, A]; NaN where it
   *     follows from the conductances of each
   */
  default void trains(double time, double amplitude) {}

  /**
   * A train step has ended.
   *
   * @param isVerified whether it passed its test, with all that was trained before
   */
  default void trained(boolean isVerified) {}

  /** A row was added to the table. */
  default void row(TableRow row) {}

  /** Whether somebody waits to see the film; asked before each time step. */
  default boolean wantsFrame() {
    return false;
  }

  /** The film as it is now, where {@link #wantsFrame} was true. */
  default void frame(FilmMoment film) {}

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
