package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.fourier.Convolution;
import hopfilm.fourier.Convolutions;
import hopfilm.fourier.FilmArrays;
import hopfilm.fourier.FilmKernel;
import hopfilm.fourier.FilmSize;
import hopfilm.fourier.KernelShape;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.Parallel;

/**
 * Demagnetising energy, w = -(mu0 Ms/2) m.H, H = -N * M with M = Ms m: the dipolar field of all
 * cells, each magnetised evenly.
 *
 * <p>N is the tensor of A. J. Newell, W. Williams, D. J. Dunlop, J. Geophys. Res. 98, 9551 (1993),
 * doi:10.1029/93JB00694. The convolution is done by fast Fourier transform. On a periodic axis the
 * film goes on for ever.
 *
 * <p>The first evaluation computes the tensor. Calls from several threads wait for each other.
 */
public final class Demag implements EnergyTerm {

  private final Grid grid;
  private final FilmSize size;
  private final FourierLoops loops;
  private final double[] ms;
  private final boolean isUniform;
  private final VectorField work;
  private final Shared shared;
  private final Shared ofOthers; // of what has this grid and another material

  /** A convolution, and whose Ms it has now. */
  private static final class Shared {
    private Convolution convolution;
    private double[] weight;
    private Demag holder;
  }

  /**
   * @throws IllegalArgumentException if the grid is periodic along z
   */
  Demag(Grid grid, Material material, FourierLoops loops) {
    this(grid, material, loops, null);
  }

  /**
   * @param others that share a convolution, in which Ms is a factor of each cell; null for none
   */
  private Demag(Grid grid, Material material, FourierLoops loops, Shared others) {
    new DemagTensor(grid);
    this.grid = grid;
    this.size = size(grid);
    this.loops = loops;
    this.ms = new double[grid.cells()];
    boolean same = true;
    for (int i = 0; i < ms.length; i++) {
      ms[i] = material.Ms().at(i);
      same &= ms[i] == ms[0];
    }
    this.isUniform = same && others == null;
    this.shared = others == null ? new Shared() : others;
    this.ofOthers = isUniform ? new Shared() : shared;
    this.work = new VectorField(grid);
  }

  /** The same field of another material; the transformed tensor is used again where it can be. */
  Demag of(Material material) {
    return new Demag(grid, material, loops, ofOthers);
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
  public static long transformedPlaces(Grid grid, FourierLoops loops) {
    return Convolutions.transformedPlaces(size(grid), loops);
  }

  /** True if the field is rounded to single precision. */
  public boolean isSingle() {
    return loops == FourierLoops.FLOAT && Convolutions.usesVectors(loops);
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
    field(dense(m), dense(h), parallel);
  }

  private FilmArrays dense(VectorField v) {
    return FilmArrays.dense(size, v.x(), v.y(), v.z());
  }

  /** Overwrites {@code h} by the field of magnetisation m [A/m], where their cells lie. */
  public void field(FilmArrays m, FilmArrays h, Parallel parallel) {
    synchronized (shared) {
      if (shared.convolution == null) {
        shared.weight = isUniform ? null : ms.clone();
        shared.convolution = Convolutions.of(kernel(parallel), shared.weight, loops, parallel);
        shared.holder = this;
      }
      if (!shared.holder.equals(this)) {
        System.arraycopy(ms, 0, shared.weight, 0, ms.length);
        shared.holder = this;
      }
      shared.convolution.apply(m, h, parallel);
    }
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
          for (int c = 0; c < out.length; c++) {
            out[c] *= factor;
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
