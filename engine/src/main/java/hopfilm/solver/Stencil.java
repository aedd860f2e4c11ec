package hopfilm.solver;

/**
 * The numbers of a symmetric matrix that couples each node of a layout with its neighbours, those
 * at corners included: 8 in a plane, 26 with several layers. Half of the couplings are stored, and
 * the diagonal: five arrays or fourteen. Couplings along wrapped axes lie in the ghosts.
 *
 * @param layout where the values lie
 * @param couplings the diagonal, then by neighbour: (1,0,0), (0,1,0), (1,1,0), (-1,1,0); with
 *     several layers also (-1,-1,1), (0,-1,1), (1,-1,1), (-1,0,1), (0,0,1), (1,0,1), (-1,1,1),
 *     (0,1,1), (1,1,1)
 */
public record Stencil(NodeLayout layout, double[][] couplings) {

  /** A matrix of zeros. */
  public Stencil(NodeLayout layout) {
    this(layout, new double[Neighbour.stored(layout)][layout.length()]);
  }

  /** Diagonal. */
  public double[] centre() {
    return couplings[0];
  }

  /** Couplings of (i, j, k) and (i + 1, j, k). */
  public double[] east() {
    return couplings[1];
  }

  /** Couplings of (i, j, k) and (i, j + 1, k). */
  public double[] north() {
    return couplings[2];
  }

  /** Couplings of (i, j, k) and (i + 1, j + 1, k). */
  public double[] northEast() {
    return couplings[3];
  }

  /** Couplings of (i, j, k) and (i - 1, j + 1, k). */
  public double[] northWest() {
    return couplings[4];
  }

  /** Couplings of (i, j, k) and the node a step further along each axis, upwards along z. */
  public double[] above(int dx, int dy) {
    return couplings[9 + dx + 3 * dy];
  }

  /**
   * Number of the couplings of a node and the one (dx, dy, dz) further, which lies above it along
   * z, or along y at the same height, or else along x.
   */
  public static int number(int dx, int dy, int dz) {
    return new Neighbour(dx, dy, dz).number();
  }

  /** Distance in the arrays to the neighbour of each coupling, the first one the node's own: 0. */
  public int[] offsets() {
    int[] offsets = new int[couplings.length];
    for (int n = 0; n < offsets.length; n++) {
      offsets[n] = Neighbour.number(n).offset(layout);
    }
    return offsets;
  }

  /** Copies the couplings along wrapped axes into the ghosts. */
  public void fillGhosts() {
    if (layout.wraps()) {
      for (double[] c : couplings) {
        layout.fillGhosts(c);
      }
    }
  }
}
