package hopfilm.dynamics;

import static hopfilm.units.Constants.GAMMA0;

import hopfilm.kernel.FieldTurn;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Demag;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;

/**
 * The demagnetising field, computed once in a step or in several: the stages take it from the
 * polynomial of order p through the last p + 1 fields, and when it is computed again m is corrected
 * for what the polynomial missed,
 *
 * <pre>
 *   d = H(m) - H_p(t + T),   m &lt;- m + c T L(m) d
 *   c T = integral over T of prod_j (s - t_j) / prod_j (t + T - t_j) ds
 * </pre>
 *
 * with T the time between two fields and L(m) d what a field d does to dm/dt: the error of the
 * polynomial is d times a known one. In equal times c = 5/12, 3/8, 251/720 for p = 1, 2, 3, as in
 * the methods of Adams and Moulton. H may stand for H + Ms m/2, which makes the same torque: N as
 * an operator lies between 0 and 1, so the one is at most Ms, the other Ms/2. The first is more
 * accurate, the second stable for twice the step.
 *
 * <p>The largest theta = gamma0 |H| T at which this is stable was measured on a linear model:
 * elliptic precession, the local field by the Runge-Kutta scheme, the far one as here. Above it,
 * while too few fields are known, and for some steps after d was large, each stage has a field of
 * its own.
 *
 * <p>T is a step until four fields are known. Then it follows what was missed, which should be the
 * tolerance. Where m is slow enough for T of more steps than are stable, H + Ms m/2 takes over,
 * from fields at every stage. The order is then 4, 3 where 4 allows one step only, and 2 at a wider
 * tolerance.
 */
final class FarField {

  /** Order where a field is computed in each step: more would not be stable for usual steps. */
  private static final int ORDER = 3;

  /** Lowest order where several steps lie between two fields. */
  private static final int LEAST_ORDER = 2;

  /** One row in this many tells the error: a mean needs no more, and reading all costs a pass. */
  private static final int SAMPLED = 4;

  /** Steps with fields at every stage after a jump, until four fields are known again. */
  private static final int PATIENCE = 3;

  private final Demag demag;
  private final PaddedLayout layout;
  private final Parallel parallel;
  private final double minAlpha;
  private final double failed; // d that was too large, by the largest far field
  private final double wanted; // d that is as large as it may be
  private final boolean isWide; // more than the error of the scheme is wanted
  private final int maxSteps; // from a field to the next
  private final FieldTurn turn;
  private final double largestMs;
  private final double rounding; // of a field, root mean square [A/m]
  private final double[] halfMs; // in the layout of m
  private final boolean[] isSampled; // rows that tell what was missed, of those with film
  private final int sampledCells; // of film, in these
  private final Past<PaddedField> past;
  private final ContinuedField field;
  private final double[] rowSums;

  private boolean isShifted; // by Ms m/2
  private boolean isPresent;
  private int minOrder; // where these are several
  private int patience = PATIENCE;
  private int planned = 1; // steps from the last field to the next
  private int done; // of these
  private double reached; // end of the last of them [s]
  private double reach; // from a field to the next, as what was missed allows [s]

  /**
   * @return null where each stage needs its own field: with thermal and other added fields, and
   *     with little damping
   */
  static FarField of(AddedFieldKernel kernel, Numerics numerics, Parallel parallel) {
    double alpha = minAlpha(kernel.magnet());
    return kernel.isDipolarOnly() && numerics.isDemagOnceAStep(alpha)
        ? new FarField(kernel.magnet(), kernel.layout(), alpha, numerics, parallel)
        : null;
  }

  private FarField(
      Magnet magnet, PaddedLayout layout, double alpha, Numerics numerics, Parallel parallel) {
    this.demag = magnet.dipolar();
    this.layout = layout;
    this.parallel = parallel;
    this.minAlpha = alpha;
    // what is missed is corrected to the next order; with little damping its error lives longer
    this.failed = alpha >= 0.1 ? 1e-3 : 1e-4;
    this.wanted = numerics.demagTolerance();
    this.isWide = wanted > Numerics.DEMAG_TOLERANCE;
    this.maxSteps = isWide ? 8 : 4;
    this.largestMs = magnet.material().Ms().maxAbs();
    this.rounding = demag.isSingle() ? Math.ulp(0.5f) * largestMs : 0;
    this.halfMs = new double[layout.size()];
    double[] precession = new double[layout.size()];
    double[] damping = new double[layout.size()];
    int nx = layout.grid().nx();
    for (int cell = 0; cell < layout.grid().cells(); cell++) {
      int at = layout.start(cell / nx) + cell % nx;
      halfMs[at] = 0.5 * magnet.material().Ms().at(cell);
      if (!magnet.isFrozen(cell)) {
        double a = magnet.material().alpha().at(cell);
        precession[at] = GAMMA0 / (1 + a * a);
        damping[at] = a * precession[at];
      }
    }
    this.isSampled = new boolean[layout.rows()];
    this.sampledCells = sample();
    this.turn = Kernels.fieldTurn(layout, precession, damping, numerics.kernels());
    this.field = new ContinuedField(layout, parallel);
    this.past = field.past();
    this.rowSums = new double[layout.rows()];
  }

  /** Chooses rows; says how many cells of film are in them. */
  private int sample() {
    int withFilm = 0;
    int cells = 0;
    for (int row = 0; row < layout.rows(); row++) {
      int inRow = 0;
      int start = layout.start(row);
      for (int i = start; i < start + layout.grid().nx(); i++) {
        inRow += halfMs[i] > 0 ? 1 : 0;
      }
      if (inRow > 0 && withFilm++ % SAMPLED == 0) {
        isSampled[row] = true;
        cells += inRow;
      }
    }
    return cells;
  }

  private static double minAlpha(Magnet magnet) {
    double min = Double.POSITIVE_INFINITY;
    for (int cell = 0; cell < magnet.grid().cells(); cell++) {
      if (magnet.material().Ms().at(cell) != 0 && !magnet.isFrozen(cell)) {
        min = Math.min(min, magnet.material().alpha().at(cell));
      }
    }
    return min;
  }

  /** Begins anew: m was set, what moves it jumped, or the kernel was made again. */
  void forget() {
    past.known(0);
    isShifted = false;
    isPresent = false;
    patience = PATIENCE;
    reach = 0;
    done = 0;
  }

  /**
   * Makes the fields of a step from t to t + dt.
   *
   * @return true if they are known ahead, in {@link #stage}; false if only that of the first stage
   *     is
   */
  boolean begin(PaddedField m, double t, double dt) {
    if (done == 0 && !plan(m, t, dt)) {
      return false;
    }
    field.step(t + 0.5 * dt, t + dt);
    return true;
  }

  /** Computes a field and chooses the time to the next one; false if each stage needs its own. */
  private boolean plan(PaddedField m, double t, double dt) {
    minOrder = minOrder(dt);
    if (!isShifted && isToShift(dt)) {
      forget();
      isShifted = true;
    }
    if (!isPresent) {
      compute(m);
      past.remember(t);
      isPresent = true;
    }
    planned = stepsToNext(dt);
    // from fields close together one cannot tell what is far ahead; twice as far is far enough
    double least = 0.5 * planned * dt * (1 - 1e-9);
    while (past.known() > 1 && past.times()[0] - past.times()[1] < least) {
      past.dropSecond();
    }
    field.order(planned > 1 ? sparseOrder(planned * dt) : order(dt));
    if (patience > 0 || field.order() == 0) {
      patience = Math.max(0, patience - 1);
      isPresent = false;
      return false;
    }
    return true;
  }

  /** Lowest order for several steps: 3 where even half of m makes 4 stable in a single one only. */
  private int minOrder(double dt) {
    double limit = FarFieldLimits.sparseTheta(ContinuedField.MAX_ORDER, minAlpha);
    return isWide
        ? LEAST_ORDER
        : GAMMA0 * largestMs * dt <= limit ? ContinuedField.MAX_ORDER : ORDER;
  }

  /**
   * True if half of m makes the usual order stable in a step, or if it lets m that is slow enough
   * go on for two steps.
   */
  private boolean isToShift(double dt) {
    double theta = GAMMA0 * largestMs * dt;
    double limit = FarFieldLimits.sparseTheta(minOrder, minAlpha);
    return theta > FarFieldLimits.theta(ORDER, minAlpha)
        || (theta <= limit && 2 * theta > limit && reach >= 2 * dt * (1 - 1e-9));
  }

  /** Steps of a length until the next field. */
  private int stepsToNext(double dt) {
    if (past.known() <= minOrder) {
      return 1;
    }
    double far = Math.min(reach, 2 * (past.times()[0] - past.times()[1]));
    int steps = (int) Math.min(maxSteps, far / dt * (1 + 1e-9));
    while (steps > 1 && sparseOrder(steps * dt) < minOrder) {
      steps--;
    }
    return Math.max(1, steps);
  }

  /** Highest order that is stable for several steps that take so long together [s]. */
  private int sparseOrder(double time) {
    double theta = GAMMA0 * largest() * time;
    int highest = past.known() - 1;
    while (highest >= LEAST_ORDER && theta > FarFieldLimits.sparseTheta(highest, minAlpha)) {
      highest--;
    }
    return highest;
  }

  /** Field of a stage, 0 to 3. */
  PaddedField stage(int k) {
    return k == 3 ? field.full() : k > 0 ? field.half() : done > 0 ? field.first() : past.at(0);
  }

  /**
   * Ends a step that {@link #begin} knew ahead, and corrects m where a field is due.
   *
   * @param isLast true if none like it follows: m is corrected in any case
   * @return true if m was corrected; its ghosts are to be filled
   */
  boolean end(PaddedField m, double end, boolean isLast) {
    done++;
    reached = end;
    return (done == planned || isLast) && settle(m);
  }

  /**
   * Corrects m on the way from one field to the next.
   *
   * @return true if it was on the way; the ghosts of m are to be filled
   */
  boolean settle(PaddedField m) {
    if (done == 0) {
      return false;
    }
    double since = past.times()[0];
    double weight = field.correction(since, reached - since) * (reached - since);
    double noise = rounding * rounding * (1 + field.spread(reached));
    compute(m);
    parallel.forRange(layout.rows(), 8, (from, to) -> correct(m, weight, from, to));
    past.remember(reached);
    double sum = 0;
    for (double s : rowSums) {
      sum += s;
    }
    // what a small film misses may not be diluted by the empty cells of a large box
    double missed = Math.sqrt(Math.max(0, sum / sampledCells - noise)) / largest();
    if (!(missed <= failed)) {
      patience = PATIENCE;
    }
    reach =
        (reached - since) * Math.min(2, 0.9 * Math.pow(wanted / missed, 1.0 / (field.order() + 1)));
    done = 0;
    return true;
  }

  /**
   * Highest order that is stable for a step, 0 as long as one field alone is known. Order 2 always
   * is: a step turns m by at most 0.3 in Ms ({@link TimeStep}), which the shift halves.
   */
  private int order(double dt) {
    double theta = GAMMA0 * largest() * dt;
    int highest = Math.min(ORDER, past.known() - 1);
    while (highest > 0 && theta > FarFieldLimits.theta(highest, minAlpha)) {
      highest--;
    }
    return Math.max(0, highest);
  }

  private double largest() {
    return isShifted ? 0.5 * largestMs : largestMs;
  }

  /** The field of m, in the place of the oldest. */
  private void compute(PaddedField m) {
    PaddedField h = past.next();
    demag.field(PaddedArrays.of(m), PaddedArrays.of(h), parallel);
    if (isShifted) {
      parallel.forRange(
          layout.rows(),
          8,
          (from, to) -> {
            for (int component = 0; component < 3; component++) {
              shift(m.component(component), h.component(component), from, to);
            }
          });
    }
  }

  private void shift(double[] m, double[] h, int from, int to) {
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      for (int i = start; i < start + layout.grid().nx(); i++) {
        h[i] += halfMs[i] * m[i];
      }
    }
  }

  private void correct(PaddedField m, double weight, int from, int to) {
    PaddedField now = past.next();
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      int end = start + layout.grid().nx();
      if (isSampled[row]) {
        rowSums[row] = 0;
        for (int component = 0; component < 3; component++) {
          rowSums[row] +=
              square(now.component(component), field.full().component(component), start, end);
        }
      }
    }
    turn.turn(m, weight, now, field.full(), from, to);
  }

  /** Sum of the squares of differences in the film. */
  private double square(double[] a, double[] b, int start, int end) {
    double even = 0;
    double odd = 0;
    int i = start;
    for (; i + 1 < end; i += 2) {
      double d = halfMs[i] > 0 ? a[i] - b[i] : 0;
      double e = halfMs[i + 1] > 0 ? a[i + 1] - b[i + 1] : 0;
      even += d * d;
      odd += e * e;
    }
    double last = i < end && halfMs[i] > 0 ? a[i] - b[i] : 0;
    return even + odd + last * last;
  }

  void save(StateWriter out) throws IOException {
    out.part("far fields");
    out.flag(isShifted);
    out.flag(isPresent);
    out.whole(patience);
    out.whole(planned);
    out.whole(done);
    out.number(reached);
    out.number(reach);
    field.save(out);
  }

  void restore(StateReader in) throws IOException {
    in.part("far fields");
    isShifted = in.flag();
    isPresent = in.flag();
    patience = (int) in.whole();
    planned = (int) in.whole();
    done = (int) in.whole();
    reached = in.number();
    reach = in.number();
    field.restore(in, reached);
  }
}
