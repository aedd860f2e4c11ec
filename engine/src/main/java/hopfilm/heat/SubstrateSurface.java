package hopfilm.heat;

import hopfilm.fourier.Fft;
import hopfilm.grid.Grid;
import hopfilm.heat.Substrate.HalfSpace;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * The surface of a half-space under a film, in blocks of cells: its temperature follows from all
 * the heat that came in so far, by a sum of decays ({@link SurfaceResponse}) over times and a
 * convolution over the blocks.
 */
final class SubstrateSurface {

  /** Blocks along an axis. */
  private static final int MAX_CELLS = 32;

  private final Grid grid;
  private final int[] cells = new int[2]; // of a block, along x and y
  private final int[] blocks = new int[2];
  private final Fft alongX;
  private final Fft alongY;
  private final int half; // rows of a spectrum that say all
  private final double[] rates;
  private final double[][] response; // spectrum of the weights of each decay, real
  private final double[] evenly; // weight of each decay for heat in all blocks
  private final double[][] kept; // spectrum of the heat of each decay
  private final double[] last; // spectrum of the last flux
  private final double[] lastFlux; // into each block [W/m^2]
  private final double instant; // rise by heat of times too short to be remembered [K m^2/W]
  private final double[] plane;
  private final double[] sum;
  private final double[] line;

  SubstrateSurface(Grid grid, HalfSpace below) {
    this.grid = grid;
    int[] n = {grid.nx(), grid.ny()};
    double[] edges = {grid.dx(), grid.dy()};
    for (int axis = 0; axis < 2; axis++) {
      cells[axis] = (n[axis] + MAX_CELLS - 1) / MAX_CELLS;
      blocks[axis] = (n[axis] + cells[axis] - 1) / cells[axis];
      edges[axis] *= cells[axis];
    }
    SurfaceResponse weights = new SurfaceResponse(below, blocks, edges);
    this.rates = weights.rates();
    this.alongX = new Fft(twice(blocks[0]));
    this.alongY = new Fft(twice(blocks[1]));
    this.half = alongY.length() / 2 + 1;
    this.plane = new double[2 * alongX.length() * alongY.length()];
    this.sum = new double[2 * alongX.length() * half];
    this.line = new double[2 * alongY.length()];
    this.response = new double[rates.length][alongX.length() * half];
    this.evenly = new double[rates.length];
    this.kept = new double[rates.length][2 * alongX.length() * half];
    for (int l = 0; l < rates.length; l++) {
      spectrum(weights.weights(l), response[l]);
      evenly[l] = evenly(weights.weights(l));
    }
    this.last = new double[sum.length];
    this.lastFlux = new double[blocks[0] * blocks[1]];
    double early = 10 * SurfaceResponse.SHORTEST;
    this.instant = Math.max(0, exactly(below, early) - remembered(early));
  }

  /**
   * Mean rise under the film by an even flux of one for a time, by the midpoint rule in its root.
   */
  private double exactly(HalfSpace below, double time) {
    double[] film = {grid.sizeX(), grid.sizeY()};
    int n = 400;
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double u = (k + 0.5) / n;
      sum += 2 * u * SurfaceResponse.exact(below, 0, 0, film, time * u * u);
    }
    return sum * time / n;
  }

  /** Rise by heat in all blocks alike, mean over them. */
  private double evenly(double[] weights) {
    double sum = 0;
    for (int j = 0; j < blocks[1]; j++) {
      for (int i = 0; i < blocks[0]; i++) {
        int pairs = (i == 0 ? 1 : 2) * (j == 0 ? 1 : 2) * (blocks[0] - i) * (blocks[1] - j);
        sum += pairs * weights[i + blocks[0] * j];
      }
    }
    return sum / (blocks[0] * blocks[1]);
  }

  private static int twice(int n) {
    int length = 2;
    while (length < 2 * n - 1) {
      length *= 2;
    }
    return length;
  }

  private void spectrum(double[] weights, double[] out) {
    int nx = alongX.length();
    int ny = alongY.length();
    Arrays.fill(plane, 0);
    for (int j = -blocks[1] + 1; j < blocks[1]; j++) {
      for (int i = -blocks[0] + 1; i < blocks[0]; i++) {
        int at = Math.floorMod(i, nx) + nx * Math.floorMod(j, ny);
        plane[2 * at] = weights[Math.abs(i) + blocks[0] * Math.abs(j)];
      }
    }
    forward();
    for (int at = 0; at < out.length; at++) {
      out[at] = plane[2 * at] / (nx * (double) ny);
    }
  }

  /**
   * Rise under the film in the middle of a step by an even flux of one W/m^2 in that step [K
   * m^2/W]: sqrt(2 dt/(pi kappa c)) while the heat stays below its cell.
   */
  double own(double dt) {
    return instant + remembered(0.5 * dt);
  }

  private double remembered(double time) {
    double sum = 0;
    for (int l = 0; l < rates.length; l++) {
      sum += evenly[l] * gain(l, time);
    }
    return sum;
  }

  /** The rest of a steady flux of one after a time. */
  private double gain(int l, double time) {
    return -Math.expm1(-rates[l] * time) / rates[l];
  }

  /**
   * The surface in the middle of a step, but for what {@link #own} makes of the flux of the step in
   * each place: as the heat before leaves it, and by how much the flux of the step, if it is as it
   * was, makes it warmer there than an even one.
   *
   * @param rise receives the rise above ambient temperature in each column of cells [K]
   */
  void rise(double dt, double[] rise) {
    Arrays.fill(sum, 0);
    for (int l = 0; l < rates.length; l++) {
      double decay = Math.exp(-0.5 * rates[l] * dt);
      double gain = gain(l, 0.5 * dt);
      double[] w = response[l];
      double[] y = kept[l];
      for (int at = 0; at < w.length; at++) {
        sum[2 * at] += w[at] * (decay * y[2 * at] + gain * last[2 * at]);
        sum[2 * at + 1] += w[at] * (decay * y[2 * at + 1] + gain * last[2 * at + 1]);
      }
    }
    double even = remembered(0.5 * dt);
    int nx = alongX.length();
    int ny = alongY.length();
    System.arraycopy(sum, 0, plane, 0, sum.length);
    // the other half of a real plane's spectrum
    for (int j = half; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        int from = (nx - i) % nx + nx * (ny - j);
        int to = i + nx * j;
        plane[2 * to] = sum[2 * from];
        plane[2 * to + 1] = -sum[2 * from + 1];
      }
    }
    backward();
    for (int j = 0; j < grid.ny(); j++) {
      int row = nx * (j / cells[1]);
      for (int i = 0; i < grid.nx(); i++) {
        int block = i / cells[0] + blocks[0] * (j / cells[1]);
        rise[i + grid.nx() * j] = plane[2 * (row + i / cells[0])] - even * lastFlux[block];
      }
    }
  }

  /**
   * Takes in heat for a time.
   *
   * @param flux into each column of cells [W/m^2]
   */
  void add(double dt, double[] flux) {
    int nx = alongX.length();
    Arrays.fill(plane, 0);
    double share = 1.0 / ((double) cells[0] * cells[1]);
    for (int j = 0; j < grid.ny(); j++) {
      int row = nx * (j / cells[1]);
      for (int i = 0; i < grid.nx(); i++) {
        plane[2 * (row + i / cells[0])] += share * flux[i + grid.nx() * j];
      }
    }
    for (int block = 0; block < lastFlux.length; block++) {
      lastFlux[block] = plane[2 * (nx * (block / blocks[0]) + block % blocks[0])];
    }
    forward();
    System.arraycopy(plane, 0, last, 0, last.length);
    for (int l = 0; l < rates.length; l++) {
      double decay = Math.exp(-rates[l] * dt);
      double gain = gain(l, dt);
      double[] y = kept[l];
      for (int at = 0; at < y.length; at++) {
        y[at] = decay * y[at] + gain * plane[at];
      }
    }
  }

  private void forward() {
    int nx = alongX.length();
    for (int j = 0; j < alongY.length(); j++) {
      alongX.forward(plane, 2 * nx * j);
    }
    for (int i = 0; i < nx; i++) {
      column(i, true);
      alongY.forward(line, 0);
      column(i, false);
    }
  }

  private void backward() {
    int nx = alongX.length();
    for (int i = 0; i < nx; i++) {
      column(i, true);
      alongY.inverseTimesLength(line, 0);
      column(i, false);
    }
    for (int j = 0; j < alongY.length(); j++) {
      alongX.inverseTimesLength(plane, 2 * nx * j);
    }
  }

  private void column(int i, boolean isTaken) {
    for (int j = 0; j < alongY.length(); j++) {
      int at = 2 * (i + alongX.length() * j);
      if (isTaken) {
        line[2 * j] = plane[at];
        line[2 * j + 1] = plane[at + 1];
      } else {
        plane[at] = line[2 * j];
        plane[at + 1] = line[2 * j + 1];
      }
    }
  }

  void save(StateWriter out) throws IOException {
    out.part("substrate");
    out.numbers(kept);
    out.numbers(last, lastFlux);
  }

  void restore(StateReader in) throws IOException {
    in.part("substrate");
    in.numbers(kept);
    in.numbers(last, lastFlux);
  }
}
