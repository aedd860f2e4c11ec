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
 * <p>In a film of several layers a row stands for the rows j of all layers; where second neighbours
 * count, the distance is three rows.
 *
 * <p>Threads work on bands of rows. A band computes the earlier stages of the rows beyond its ends
 * that its own need, too, and reads m beyond them from a copy made before; nothing else is shared.
 * The arithmetic of a row is that of the four sweeps of {@link LlgKernel#stage}, to the bit.
 *
 * <p>The idea, known as time skewing: Wonnacott, Int. J. Parallel Program. 30, 181 (2002).
 */
public final class RungeKuttaPass {

  private static final int STAGES = 4;

  private static final int MIN_ROWS = 16;

  /** More rows than a band reads beyond the film. */
  private static final int MARGIN = 32;

  private final RowKernel kernel;
  private final PaddedLayout layout;
  private final Parallel parallel;
  private final int rows;
  private final int layers;
  private final boolean isPeriodic;

  /** Distance of the farthest neighbours [cells]. */
  private final int reach;

  /**
   * Distance of one stage from the next in rows. At the reach itself a row would be read again
   * while it is still on its way to the cache, which takes longer.
   */
  private final int lag;

  /** Rows that a band keeps of each array: from the last that is read ahead to that of stage 4. */
  private final int kept;

  /** Where the row r - {@link #MARGIN} of all layers begins in the arrays of a band. */
  private final int[] place;

  private final Band[] bands;
  private final Stage.Drive[] drives = new Stage.Drive[STAGES];
  private final double[][] field = new double[STAGES][3];

  RungeKuttaPass(RowKernel kernel, Parallel parallel) {
    this.kernel = kernel;
    this.layout = kernel.layout();
    this.parallel = parallel;
    this.rows = layout.grid().ny();
    this.layers = layout.grid().nz();
    this.isPeriodic = layout.grid().edgesY() == Edges.PERIODIC;
    this.reach = layout.ghosts();
    this.lag = layers > 1 ? reach : reach + 1;
    this.kept = lag * (STAGES - 1) + reach + 2;
    this.place = new int[rows + 2 * MARGIN];
    for (int i = 0; i < place.length; i++) {
      place[i] = PaddedLayout.LEAD + depth() * Math.floorMod(i - MARGIN, kept);
    }
    this.bands = new Band[Math.max(1, Math.min(parallel.threads(), rows / MIN_ROWS))];
    for (int b = 0; b < bands.length; b++) {
      int from = (int) ((long) rows * b / bands.length);
      int to = (int) ((long) rows * (b + 1) / bands.length);
      bands[b] = new Band(from, to);
    }
  }

  /**
   * Sets what drives a stage; the external field, the one that {@link LlgKernel#addedField} adds
   * and the current through the film are those of the kernel now. A field of long range can enter a
   * step in this way if it is known before: at the times of its stages, 0, dt/2 twice and dt.
   *
   * @param stage 0 to 3
   * @param velocity null if none
   * @param since time since the potential was solved [s]; 0 for a given velocity
   */
  public void drive(int stage, Drift velocity, double since) {
    System.arraycopy(kernel.externalField(), 0, field[stage], 0, 3);
    drives[stage] =
        new Stage.Drive(velocity, since, field[stage], kernel.addedField(), kernel.through());
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

  /** Length of a row with all its layers. */
  private int depth() {
    return layout.stride() * (layers + 2 * layout.ghostLayers());
  }

  /** A band of rows, from (inclusive) to (exclusive). */
  private final class Band implements RowPlaces {

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
      int n = kept * depth() + 2 * PaddedLayout.LEAD;
      return new PaddedField(layout, new double[n], new double[n], new double[n]);
    }

    /** Copies the rows beyond the ends, which other bands will replace. */
    void begin(PaddedField m, double dt) {
      for (int i = 0; i < reach * STAGES; i++) {
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
        copy(m, layout, Math.floorMod(row, rows), beyond, row);
      }
    }

    private Stage middle(int k, PaddedField in, PaddedField next, double weight) {
      return Stage.middle(in, start, drives[k], weight, next);
    }

    void run(PaddedField m) {
      int first = first(0);
      for (int row = first - reach; row <= first + reach; row++) {
        load(m, row);
      }
      for (int r = first; r < to + lag * (STAGES - 1); r++) {
        if (r + 1 < last(0)) {
          load(m, r + 1 + reach);
        }
        for (int k = 0; k < STAGES; k++) {
          int row = r - lag * k;
          if (row >= first(k) && row < last(k)) {
            compute(m, k, row);
          }
        }
      }
    }

    /** First row of a stage. */
    private int first(int k) {
      int row = from - reach * (STAGES - 1 - k);
      return isPeriodic ? row : Math.max(0, row);
    }

    /** Row after the last of a stage. */
    private int last(int k) {
      int row = to + reach * (STAGES - 1 - k);
      return isPeriodic ? row : Math.min(rows, row);
    }

    private void compute(PaddedField m, int k, int row) {
      boolean isLast = k == STAGES - 1;
      int j = row >= 0 && row < rows ? row : Math.floorMod(row, rows);
      for (int n = -reach; n <= reach; n++) {
        at.offset(1, n, start(row + n, 0) - start(row, 0));
        at.offset(2, n, n * layout.stride());
      }
      for (int layer = 0; layer < layers; layer++) {
        at.row = j + rows * layer;
        at.film = layout.start(j, layer);
        at.m = start(row, layer);
        at.next = isLast ? at.film : at.m;
        kernel.row(stages[k], at, scratch);
        if (isLast) {
          kernel.ghosts().fill(m, at.row);
        } else {
          kernel.ghosts().fill(between[k], this, row, layer, false);
        }
      }
    }

    /** Takes over a row of m from before the step. */
    private void load(PaddedField m, int row) {
      boolean isGhost = !isPeriodic && (row < 0 || row >= rows);
      if (isGhost || (row >= from && row < to)) {
        copy(m, layout, row, start, row);
      } else {
        copy(row < from ? below : above, this, row, start, row);
      }
    }

    /** Copies a row of all layers, those of the ghosts included. */
    private void copy(PaddedField source, RowPlaces places, int row, PaddedField target, int to) {
      int n = layout.stride();
      for (int k = -layout.ghostLayers(); k < layers + layout.ghostLayers(); k++) {
        int i = places.start(row, k) - PaddedLayout.LEAD;
        int o = start(to, k) - PaddedLayout.LEAD;
        for (int c = 0; c < 3; c++) {
          System.arraycopy(source.component(c), i, target.component(c), o, n);
        }
      }
    }

    @Override
    public int start(int row, int layer) {
      return place[row + MARGIN] + layout.stride() * (layer + layout.ghostLayers());
    }
  }
}
