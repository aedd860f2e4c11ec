package hopfilm.solver;

/**
 * A {@link Stencil} in single precision, with the inverse of its diagonal: one level of a
 * multigrid. A fixed node has a row and column of zeros, but for a one on the diagonal: it stays
 * zero, and one Jacobi sweep of weight one brings it back to zero.
 *
 * @param layout where the values lie
 * @param centre diagonal
 * @param east coupling of (i, j) and (i + 1, j)
 * @param north coupling of (i, j) and (i, j + 1)
 * @param northEast coupling of (i, j) and (i + 1, j + 1)
 * @param northWest coupling of (i, j) and (i - 1, j + 1)
 * @param inverse 1 / diagonal
 */
public record FloatStencil(
    NodeLayout layout,
    float[] centre,
    float[] east,
    float[] north,
    float[] northEast,
    float[] northWest,
    float[] inverse) {

  /** A matrix of zeros. */
  public FloatStencil(NodeLayout layout) {
    this(
        layout,
        new float[layout.length()],
        new float[layout.length()],
        new float[layout.length()],
        new float[layout.length()],
        new float[layout.length()],
        new float[layout.length()]);
  }

  /** Copies the couplings along wrapped axes into the ghosts. */
  public void fillGhosts() {
    if (layout.wraps()) {
      layout.fillGhosts(centre);
      layout.fillGhosts(east);
      layout.fillGhosts(north);
      layout.fillGhosts(northEast);
      layout.fillGhosts(northWest);
    }
  }

  /** Computes the inverse of the diagonal; nodes that do not exist get a diagonal of one. */
  public void invert() {
    for (int j = 0; j < layout.ny(); j++) {
      int start = layout.start(j);
      for (int k = start; k < start + layout.nx(); k++) {
        if (!(centre[k] > 0)) {
          centre[k] = 1;
        }
        inverse[k] = 1 / centre[k];
      }
    }
  }
}
