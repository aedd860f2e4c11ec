package hopfilm.solver;

/**
 * A neighbour of a node in the block of 3 x 3 x 3 nodes around it.
 *
 * <p>A symmetric stencil stores the couplings to half of them, {@link #STORED}; the coupling to the
 * opposite neighbour is stored at that neighbour.
 *
 * @param dx -1, 0 or 1 along x
 * @param dy -1, 0 or 1 along y
 * @param dz -1, 0 or 1 along z
 */
record Neighbour(int dx, int dy, int dz) {

  /** The node itself, then its stored neighbours; the first five lie in its plane. */
  private static final Neighbour[] STORED = {
    new Neighbour(0, 0, 0),
    new Neighbour(1, 0, 0),
    new Neighbour(0, 1, 0),
    new Neighbour(1, 1, 0),
    new Neighbour(-1, 1, 0),
    new Neighbour(-1, -1, 1),
    new Neighbour(0, -1, 1),
    new Neighbour(1, -1, 1),
    new Neighbour(-1, 0, 1),
    new Neighbour(0, 0, 1),
    new Neighbour(1, 0, 1),
    new Neighbour(-1, 1, 1),
    new Neighbour(0, 1, 1),
    new Neighbour(1, 1, 1)
  };

  /** Number of stored couplings of a node, its own included. */
  static int stored(NodeLayout layout) {
    return layout.isFlat() ? 5 : STORED.length;
  }

  /** The neighbour with a number among the stored ones. */
  static Neighbour number(int n) {
    return STORED[n];
  }

  /** Distance of its index from that of the node. */
  int offset(NodeLayout layout) {
    return layout.offset(dx, dy, dz);
  }

  /** Component along axis 0 (x), 1 (y) or 2 (z). */
  int along(int axis) {
    return axis == 0 ? dx : axis == 1 ? dy : dz;
  }

  /** This neighbour with another component along an axis. */
  Neighbour with(int axis, int d) {
    return new Neighbour(axis == 0 ? d : dx, axis == 1 ? d : dy, axis == 2 ? d : dz);
  }

  /** Its number among the stored ones, -1 if the opposite one is stored. */
  int number() {
    for (int n = 0; n < STORED.length; n++) {
      if (equals(STORED[n])) {
        return n;
      }
    }
    return -1;
  }
}
