package hopfilm.magnet;

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
 * The Oersted field of the current in a film, by the law of Biot and Savart,
 *
 * <pre>
 *   H(r) = (1/4 pi) integral of j(r') x (r - r')/|r - r'|^3
 * </pre>
 *
 * with j even in each cell and H its average over each ({@link OerstedKernel}), by fast Fourier
 * transform. In one layer j lies in the plane and the field in the plane averages to zero over the
 * thickness: H_z remains.
 *
 * <p>It is the field of the current within the film alone: that of the leads, through which the
 * current returns, is not known.
 */
public final class OerstedField {

  private final Grid grid;
  private final FilmSize size;
  private final FourierLoops loops;
  private Convolution convolution;

  /**
   * @param loops that compute it
   * @throws IllegalArgumentException if the grid is periodic: its current would go on for ever
   */
  public OerstedField(Grid grid, FourierLoops loops) {
    if (grid.edgesX() == Edges.PERIODIC
        || grid.edgesY() == Edges.PERIODIC
        || grid.edgesZ() == Edges.PERIODIC) {
      throw new IllegalArgumentException("the Oersted field needs a film with open edges");
    }
    this.grid = grid;
    this.size = new FilmSize(grid.nx(), grid.ny(), grid.nz(), false, false);
    this.loops = loops;
  }

  /** The cells that it is for. */
  public Grid grid() {
    return grid;
  }

  /**
   * Overwrites {@code h} by the field of a current density.
   *
   * @param j current density [A/m^2], 0 where there is no film
   * @param h receives the field [A/m], in empty cells too
   * @param parallel threads to compute with; the field does not depend on their number
   */
  public void field(VectorField j, VectorField h, Parallel parallel) {
    field(j, FilmArrays.dense(size, h.x(), h.y(), h.z()), parallel);
  }

  /** Overwrites {@code h} by the field of a current density, where its cells lie. */
  public synchronized void field(VectorField j, FilmArrays h, Parallel parallel) {
    if (convolution == null) {
      convolution = Convolutions.of(kernel(parallel), null, loops, parallel);
    }
    convolution.apply(FilmArrays.dense(size, j.x(), j.y(), j.z()), h, parallel);
  }

  private FilmKernel kernel(Parallel parallel) {
    double dx = grid.dx();
    double dy = grid.dy();
    double dz = grid.dz();
    return new FilmKernel(
        size,
        KernelShape.CROSS,
        (i, j, k, out) -> OerstedKernel.pair(i * dx, j * dy, k * dz, dx, dy, dz, out),
        parallel);
  }
}
