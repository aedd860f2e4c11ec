package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.fourier.Convolution;
import hopfilm.fourier.Convolutions;
import hopfilm.fourier.Convolutions.Loops;
import hopfilm.fourier.FilmArrays;
import hopfilm.fourier.FilmKernel;
import hopfilm.fourier.FilmSize;
import hopfilm.fourier.KernelShape;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;

/**
 * Demagnetising energy, w = -(mu0 Ms/2) m.H, H = -N * M with M = Ms m: the dipolar field of all
 * cells, each magnetised evenly.
 *
 * <p>N is the tensor of A. J. Newell, W. Williams, D. J. Dunlop, J. Geophys. Res. 98, 9551 (1993),
 * doi:10.1029/93JB00694. The field of the other cells is a convolution by fast Fourier transform;
 * that of a cell on itself, -N(0) Ms m, is added cell by cell. On a periodic axis the film goes on
 * for ever.
 *
 * <p>The first evaluation computes the tensor. Calls from several threads wait for each other.
 */
public final class Demag implements EnergyTerm {

  /** Powers of the operator whose largest value is sought, and what is added to what they find. */
  private static final int POWERS = 20;

  private static final double MARGIN = 1.05;

  private final Grid grid;
  private final FilmSize size;
  private final Loops loops;
  private final double[] ms;
  private final boolean isUniform;
  private final double[] self = new double[3];
  private final VectorField work;
  private Convolution convolution;
  private double largestFar = -1;

  /**
   * @throws IllegalArgumentException if the grid is periodic along z
   */
  Demag(Grid grid, Material material, Loops loops) {
    DemagTensor tensor = new DemagTensor(grid);
    this.grid = grid;
    this.size = size(grid);
    this.loops = loops;
    this.ms = new double[grid.cells()];
    boolean same = true;
    for (int i = 0; i < ms.length; i++) {
      ms[i] = material.Ms().at(i);
      same &= ms[i] == ms[0];
    }
    this.isUniform = same;
    double[] own = new double[6];
    tensor.tensor(0, 0, 0, own);
    for (int c = 0; c < 3; c++) {
      self[c] = -own[c];
    }
    this.work = new VectorField(grid);
  }

  private static FilmSize size(Grid grid) {
    return new FilmSize(
        grid.nx(),
        grid.ny(),
        grid.nz(),
        grid.edgesX() == Edges.PERIODIC,
        grid.edgesY() == Edges.PERIODIC);
  }

  /**
   * Places of one transformed layer, padding included: what an evaluation costs grows with them.
   */
  public static long transformedPlaces(Grid grid, Loops loops) {
    return Convolutions.transformedPlaces(size(grid), loops);
  }

  @Override
  public String name() {
    return "demag";
  }

  /**
   * Overwrites {@code h} by the field of magnetisation m [A/m], in empty cells too.
   *
   * @param parallel threads to compute with; the field does not depend on their number
   */
  public synchronized void field(VectorField m, VectorField h, Parallel parallel) {
    others(dense(m), dense(h), parallel);
    parallel.forRange(
        ms.length,
        4096,
        (from, to) -> {
          for (int c = 0; c < 3; c++) {
            addSelf(m.component(c), self[c], h.component(c), from, to);
          }
        });
  }

  private void addSelf(double[] m, double factor, double[] h, int from, int to) {
    for (int i = from; i < to; i++) {
      // empty cells may hold anything
      h[i] += ms[i] == 0 ? 0 : factor * ms[i] * m[i];
    }
  }

  private FilmArrays dense(VectorField v) {
    return FilmArrays.dense(size, v.x(), v.y(), v.z());
  }

  /** Field of a cell on itself along axis c by its magnetisation, -N(0). */
  public double self(int c) {
    return self[c];
  }

  /**
   * The largest field that others make of any m, root mean square over the cells [A/m]: of the
   * operator that takes m to {@link #others} the largest singular value, by powers of it from a
   * random texture, a little more than found.
   */
  public synchronized double largestFar(Parallel parallel) {
    if (largestFar < 0) {
      VectorField m = Textures.random(grid, 1);
      double growth = 0;
      for (int n = 0; n < POWERS; n++) {
        double before = size(m);
        others(dense(m), dense(work), parallel);
        growth = before == 0 ? 0 : Math.sqrt(size(work) / before);
        for (int c = 0; c < 3 && growth > 0; c++) {
          for (int i = 0; i < ms.length; i++) {
            m.component(c)[i] = work.component(c)[i] / growth;
          }
        }
      }
      largestFar = MARGIN * growth;
    }
    return largestFar;
  }

  private double size(VectorField v) {
    double sum = 0;
    for (int i = 0; i < ms.length; i++) {
      sum += ms[i] == 0 ? 0 : square(v, i);
    }
    return sum;
  }

  private static double square(VectorField v, int i) {
    return v.x()[i] * v.x()[i] + v.y()[i] * v.y()[i] + v.z()[i] * v.z()[i];
  }

  /** Overwrites {@code h} by the field that all other cells make in each cell [A/m]. */
  public synchronized void others(FilmArrays m, FilmArrays h, Parallel parallel) {
    if (convolution == null) {
      convolution = Convolutions.of(kernel(parallel), isUniform ? null : ms, loops, parallel);
    }
    convolution.apply(m, h, parallel);
  }

  /** -N, times Ms where it is the same in all cells. */
  private FilmKernel kernel(Parallel parallel) {
    DemagTensor tensor = new DemagTensor(grid);
    double factor = isUniform ? -ms[0] : -1;
    return new FilmKernel(
        size,
        KernelShape.SYMMETRIC,
        (i, j, k, out) -> {
          tensor.tensor(i, j, k, out);
          boolean own = i == 0 && j == 0 && k == 0;
          for (int c = 0; c < out.length; c++) {
            out[c] *= own ? 0 : factor;
          }
        },
        parallel);
  }

  @Override
  public synchronized double energy(VectorField m) {
    field(m, work, Parallel.SERIAL);
    double sum = 0;
    for (int i = 0; i < ms.length; i++) {
      if (ms[i] != 0) {
        double mh = m.x()[i] * work.x()[i] + m.y()[i] * work.y()[i] + m.z()[i] * work.z()[i];
        sum -= 0.5 * MU0 * ms[i] * mh;
      }
    }
    return sum * grid.cellVolume();
  }

  @Override
  public synchronized void addField(VectorField m, VectorField h) {
    field(m, work, Parallel.SERIAL);
    for (int i = 0; i < ms.length; i++) {
      if (ms[i] != 0) {
        h.x()[i] += work.x()[i];
        h.y()[i] += work.y()[i];
        h.z()[i] += work.z()[i];
      }
    }
  }
}
