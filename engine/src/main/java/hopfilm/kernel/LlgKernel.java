package hopfilm.kernel;

import hopfilm.parallel.Parallel;

/**
 * The right-hand side of the equation of motion, fused with what a Runge-Kutta stage does with it.
 *
 * <p>Each method works on the rows from (inclusive) to (exclusive), reads ghosts of its input and
 * fills the ghosts that follow from the rows it wrote: ranges may run at the same time.
 */
public interface LlgKernel {

  /** Name as in results: vector-512, vector-256, plain, general. */
  String name();

  /** The layout that it works on. */
  PaddedLayout layout();

  /**
   * Makes ready for the right-hand side of {@code m} in the next call, where that needs more than
   * the rows and their neighbours: a field of long range.
   */
  default void prepare(PaddedField m, Parallel parallel) {
    // nothing of long range
  }

  /** out = dm/dt of m. */
  void rightHandSide(PaddedField m, Drift drift, double since, PaddedField out, int from, int to);

  /**
   * One stage: with F = dm/dt of m, next = base + weight F.
   *
   * @param drift drift velocity, null if none
   * @param since time since the potential was solved [s]; 0 for a given drift
   */
  void stage(
      PaddedField m,
      PaddedField base,
      PaddedField next,
      Drift drift,
      double since,
      double weight,
      int from,
      int to);

  /**
   * The last of four stages. As k1 dt/2 = first - m, k2 dt/2 = second - m and k3 dt = third - m,
   * the sum m + (k1 + 2 k2 + 2 k3 + k4) dt/6 is
   *
   * <pre>
   *   v = (first + 2 second + third - m) / 3 + weight F,   m = v / |v|
   * </pre>
   *
   * with F = dm/dt of the third.
   *
   * @param first m of the second stage; may be changed
   * @param second m of the third stage
   * @param third m of the fourth stage
   * @param m of before the step; receives that of after it
   */
  void lastStage(
      PaddedField first,
      PaddedField second,
      PaddedField third,
      PaddedField m,
      Drift drift,
      double since,
      double weight,
      int from,
      int to);

  /**
   * Fills the ghosts of a field whose cells were set from outside, and sets cells without film to
   * zero.
   */
  void fillGhosts(PaddedField m);

  /** Fills the ghosts that follow from the rows from (inclusive) to (exclusive). */
  void fillGhosts(PaddedField m, int from, int to);

  /** Sets the uniform external field for the calls that follow [A/m]; not during a call. */
  void externalField(double x, double y, double z);

  /** Sets the current density along z through the film for the calls that follow [A/m^2]. */
  void through(double density);

  /**
   * Sets a field that varies from cell to cell and is added to that of the kernel in the calls that
   * follow: of long range, from the past or extrapolated, thermal. The kernel keeps the reference
   * and reads the cells, never the ghosts; whoever made it may write it anew between two calls. A
   * stage of {@link RungeKuttaPass} remembers which field was set when it was driven, so that each
   * stage of a step can have one of its own.
   *
   * @param field in the layout of the kernel [A/m]; null for none, as in the beginning
   */
  void addedField(PaddedField field);
}
