package hopfilm.solver;

/**
 * A {@link Stencil} in single precision, with the inverse of its diagonal: one level of a
 * multigrid. A fixed node has a row and column of zeros, but for a one on the diagonal: it stays
 * zero, and one Jacobi sweep of weight one brings it back to zero.
 *
 * @param layout where the values lie
 * @param couplings the diagonal and the couplings, as in a stencil
 * @param inverse 1 / diagonal
 */
public record FloatStencil(NodeLayout layout, float[][] couplings, float[] inverse) {

  /** A matrix of zeros. */
  public FloatStencil(NodeLayout layout) {
    this(layout, new float[Neighbour.stored(layout)][layout.length()], new float[layout.length()]);
  }

  /** A matrix of zeros that is never to be inverted. */
  static FloatStencil couplingsOnly(NodeLayout layout) {
    return new FloatStencil(
        layout, new float[Neighbour.stored(layout)][layout.length()], new float[0]);
  }

  /** Diagonal. */
  public float[] centre() {
    return couplings[0];
  }

  /** Couplings of (i, j, k) and (i + 1, j, k). */
  public float[] east() {
    return couplings[1];
  }

  /** Couplings of (i, j, k) and (i, j + 1, k). */
  public float[] north() {
    return couplings[2];
  }

  /** Couplings of (i, j, k) and (i + 1, j + 1, k). */
  public float[] northEast() {
    return couplings[3];
  }

  /** Couplings of (i, j, k) and (i - 1, j + 1, k). */
  public float[] northWest() {
    return couplings[4];
  }

  /** Copies the couplings along wrapped axes into the ghosts. */
  public void fillGhosts() {
    if (layout.wraps()) {
      for (float[] c : couplings) {
        layout.fillGhosts(c);
      }
    }
  }

  /**
   * Computes the inverse of the diagonal; nodes that do not exist get a diagonal of one.
   *
   * <p>With several layers the diagonal counts as no smaller than a third of the sum of its row's
   * sizes: then the eigenvalues of D^-1 A lie below 3 (Gershgorin), as the sweeps demand. Trilinear
   * elements that conduct along one axis alone reach 4.5 without.
   */
  void invert(int from, int to) {
    float[] centre = couplings[0];
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      int end = start + layout.nx();
      for (int k = start; k < end; k++) {
        if (!(centre[k] > 0)) {
          centre[k] = 1;
        }
        inverse[k] = centre[k];
      }
      if (!layout.isFlat()) {
        addSizes(start, end);
      }
      for (int k = start; k < end; k++) {
        inverse[k] = 1 / (layout.isFlat() ? centre[k] : Math.max(centre[k], inverse[k] / 3));
      }
    }
  }

  private void addSizes(int start, int end) {
    for (int n = 1; n < couplings.length; n++) {
      float[] c = couplings[n];
      int o = Neighbour.number(n).offset(layout);
      for (int k = start; k < end; k++) {
        inverse[k] += Math.abs(c[k]) + Math.abs(c[k - o]);
      }
    }
  }
}
