package hopfilm.fourier;

/**
 * Three components in all cells of a film: cell (i, j, k) at start + i + stride j + plane k.
 *
 * @param x first component
 * @param y second component
 * @param z third component
 * @param start place of cell (0, 0, 0)
 * @param stride distance from a cell to the next along y
 * @param plane distance from a cell to the next along z
 */
public record FilmArrays(double[] x, double[] y, double[] z, int start, int stride, int plane) {

  /** Arrays of nothing but the cells, in their order. */
  public static FilmArrays dense(FilmSize size, double[] x, double[] y, double[] z) {
    return new FilmArrays(x, y, z, 0, size.nx(), size.nx() * size.ny());
  }

  double[] component(int c) {
    return c == 0 ? x : c == 1 ? y : z;
  }

  /** Place of the first cell of a row. */
  int row(int j, int k) {
    return start + stride * j + plane * k;
  }
}
