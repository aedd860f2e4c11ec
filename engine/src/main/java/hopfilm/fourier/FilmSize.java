package hopfilm.fourier;

/**
 * Cells of a film and which of its edges are periodic.
 *
 * @param nx cells along x
 * @param ny cells along y
 * @param nz layers
 * @param periodicX the film repeats along x
 * @param periodicY the film repeats along y
 */
public record FilmSize(int nx, int ny, int nz, boolean periodicX, boolean periodicY) {

  int along(int axis) {
    return axis == 0 ? nx : ny;
  }

  boolean periodic(int axis) {
    return axis == 0 ? periodicX : periodicY;
  }

  /** Distances 0, 1, ... along an axis at which a kernel is needed. */
  int distances(int axis) {
    return periodic(axis) ? along(axis) / 2 + 1 : along(axis);
  }

  public int cells() {
    return nx * ny * nz;
  }
}
