package hopfilm.kernel;

import hopfilm.grid.Edges;
import hopfilm.parallel.Parallel;

/**
 * One whole step of the classical Runge-Kutta scheme in one pass over the film: each stage follows
 * the stage before it at a distance of two rows, so that all that lies between them is a few rows
 * long and stays in the cache.
 *
 * <pre>
 *   stage 1   row r      of m
 *   stage 2   row r - 2  of m + k1 dt/2
 *   stage 3   row r - 4  of m + k2 dt/2
 *   stage 4   row r - 6  of m + k3 dt,   which then replaces this row of m
 * </pre>
 *
 * <p>Threads work on bands of rows. A band computes the earlier stages of the three rows beyond its
 * ends too, and reads m beyond them from a copy made before; nothing else is shared. The arithmetic
 * of a row is that of the four sweeps of {@link LlgKernel#stage}, to the bit.
 *
 * <p>The film has one layer. The idea, known as time skewing: Wonnacott, Int. J. Parallel Program.
 * 30, 181 (2002).
 */
public final class RungeKuttaPass {

  private static final int STAGES = 4;

  /**
   * Distance of one stage from the next in rows. At 1 a row would be read again while it is still
   * on its way to the cache, which takes longer.
   */
  private static final int LAG = 2;

  /**
   * Rows that a band keeps of each array: from the two above that of stage 1 to that of stage 4.
   */
  private static final int KEPT = LAG * (STAGES - 1) + 3;

  private static final int LEAST_ROWS = 16;

  private final RowKernel kernel;
  private final PaddedLayout layout;
  private final Parallel parallel;
  private final int rows;
  private final boolean isPeriodic;
  private final Band[] bands;
  private final Stage.Drive[] drives = new Stage.Drive[STAGES];
  private final double[][] field = new double[STAGES][3];

  RungeKuttaPass(RowKernel kernel, Parallel parallel) {
    this.kernel = kernel;
    this.layout = kernel.layout();
    this.parallel = parallel;
    this.rows = layout.rows();
    this.isPeriodic = layout.grid().edgesY() == Edges.PERIODIC;
    this.bands = new Band[Math.max(1, Math.min(parallel.threads(), rows / LEAST_ROWS))];
    for (int b = 0; b < bands.length; b++) {
      int from = (int) ((long) rows * b / bands.length);
      int to = (int) ((long) rows * (b + 1) / bands.length);
      bands[b] = new Band(from, to);
    }
  }

  /**
   * Sets what drives a stage; the external field and the one that {@link LlgKernel#addedField} adds
   * are those of the kernel now. A field of long range can enter a step in this way if it is known
   * before: at the times of its stages, 0, dt/2 twice and dt.
   *
   * @param stage 0 to 3
   * @param velocity null without current
   * @param s extrapolation factor of the velocity
   */
  public void drive(int stage, Drift velocity, double s) {
    System.arraycopy(kernel.externalField(), 0, field[stage], 0, 3);
    drives[stage] = new Stage.Drive(velocity, s, field[stage], kernel.addedField());
  }

  /** Moves m on by dt, ghosts included. */
  public void step(PaddedField m, double dt) {
    for (Band band : bands) {
      band.begin(m, dt);
    }
    parallel.forRange(
        bands.length,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            bands[b].run(m);
          }
        });
  }

  /** A band of rows, from (inclusive) to (exclusive). */
  private final class Band {

    private final int from;
    private final int to;
    private final PaddedField below = few();
    private final PaddedField above = few();
    private final PaddedField start = few();
    private final PaddedField[] between = {few(), few(), few()};
    private final Stage[] stages = new Stage[STAGES];
    private final RowStarts at = new RowStarts();
    private final Object scratch = kernel.scratch();

    Band(int from, int to) {
      this.from = from;
      this.to = to;
    }

    private PaddedField few() {
      int n = KEPT * layout.stride() + 2 * PaddedLayout.LEAD;
      return new PaddedField(layout, new double[n], new double[n], new double[n]);
    }

    /** Copies the rows beyond the ends, which other bands will replace. */
    void begin(PaddedField m, double dt) {
      for (int i = 0; i < STAGES; i++) {
        keep(m, from - 1 - i, below);
        keep(m, to + i, above);
      }
      stages[0] = middle(0, start, between[0], dt / 2);
      stages[1] = middle(1, between[0], between[1], dt / 2);
      stages[2] = middle(2, between[1], between[2], dt);
      stages[3] =
          new Stage(
              Stage.Kind.LAST, between[2], start, between[0], between[1], m, drives[3], dt / 6);
    }

    private void keep(PaddedField m, int row, PaddedField beyond) {
      if (isPeriodic || (row >= 0 && row < rows)) {
        copy(m, layout.start(Math.floorMod(row, rows)), beyond, slot(row));
      }
    }

    private Stage middle(int k, PaddedField in, PaddedField next, double weight) {
      return Stage.middle(in, start, drives[k], weight, next);
    }

    void run(PaddedField m) {
      int first = first(0);
      for (int row = first - 1; row <= first + 1; row++) {
        load(m, row);
      }
      for (int r = first; r < to + LAG * (STAGES - 1); r++) {
        if (r + 1 < last(0)) {
          load(m, r + 2);
        }
        for (int k = 0; k < STAGES; k++) {
          int row = r - LAG * k;
          if (row >= first(k) && row < last(k)) {
            compute(m, k, row);
          }
        }
      }
    }

    /** First row of a stage. */
    private int first(int k) {
      int row = from - (STAGES - 1 - k);
      return isPeriodic ? row : Math.max(0, row);
    }

    /** Row after the last of a stage. */
    private int last(int k) {
      int row = to + STAGES - 1 - k;
      return isPeriodic ? row : Math.min(rows, row);
    }

    private void compute(PaddedField m, int k, int row) {
      at.row = Math.floorMod(row, rows);
      int cell = layout.start(at.row);
      boolean isLast = k == STAGES - 1;
      at.m = slot(row);
      at.south = slot(row - 1);
      at.north = slot(row + 1);
      at.next = isLast ? cell : at.m;
      at.drift = cell;
      kernel.row(stages[k], at, scratch);
      if (isLast) {
        kernel.ghosts().fill(m, row);
        return;
      }
      PaddedField next = between[k];
      kernel.ghosts().fillEnds(next, at.next);
      if (!isPeriodic && row == 0) {
        kernel.ghosts().fillRow(next, at.next, slot(-1), -1);
      }
      if (!isPeriodic && row == rows - 1) {
        kernel.ghosts().fillRow(next, at.next, slot(rows), 1);
      }
    }

    /** Takes over a row of m from before the step. */
    private void load(PaddedField m, int row) {
      boolean isGhost = !isPeriodic && (row < 0 || row >= rows);
      if (isGhost || (row >= from && row < to)) {
        copy(m, layout.start(0) + row * layout.stride(), start, slot(row));
      } else {
        copy(row < from ? below : above, slot(row), start, slot(row));
      }
    }

    private void copy(PaddedField source, int i, PaddedField target, int o) {
      int n = layout.stride();
      for (int c = 0; c < 3; c++) {
        System.arraycopy(
            source.component(c),
            i - PaddedLayout.LEAD,
            target.component(c),
            o - PaddedLayout.LEAD,
            n);
      }
    }

    private int slot(int row) {
      return PaddedLayout.LEAD + layout.stride() * Math.floorMod(row, KEPT);
    }
  }
}
