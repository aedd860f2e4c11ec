package hopfilm.solver;

import hopfilm.parallel.Parallel;

/**
 * Coarse matrices P^T A P for linear interpolation P along one axis, and the transfers P, P^T.
 *
 * <p>Coarse node I lies on fine node 2I and reaches the fine nodes 2I - 1 and 2I + 1 with weight
 * 1/2. An open axis with an even number of nodes gets a coarse node beyond its end (cells without
 * conductivity, as it were); a wrapped one with an odd number has two coarse neighbours on
 * neighbouring fine nodes at its seam. So every size can be halved, and the stencil keeps its
 * points. Coarsening one axis after the other equals (bi-, tri-)linear interpolation.
 *
 * <p>Reference: W. L. Briggs, V. E. Henson, S. F. McCormick, A Multigrid Tutorial (2000),
 * doi:10.1137/1.9780898719505, chapter 10.
 */
final class GalerkinCoarsening {
  private final int axis;
  private final FloatStencil fine;
  private final FloatStencil coarse;
  private final boolean seam;
  private final Rule[] rules;
  private final Parallel.Body rows = this::rows;

  /** How coarse gets P^T fine P, for interpolation along an axis. */
  GalerkinCoarsening(int axis, FloatStencil fine, FloatStencil coarse) {
    this.axis = axis;
    this.fine = fine;
    this.coarse = coarse;
    this.seam = seam(fine.layout().along(axis), fine.layout().wraps(axis));
    this.rules = new Rule[coarse.couplings().length];
    for (int number = 0; number < rules.length; number++) {
      rules[number] = rule(number);
    }
  }

  /** True if an axis of n nodes can be halved. */
  static boolean possible(int n) {
    return n >= 3;
  }

  /** Number of coarse nodes of an axis of n nodes. */
  static int coarse(int n, boolean wrap) {
    return wrap ? (n + 1) / 2 : n / 2 + 1;
  }

  /** The nodes that are left when an axis is halved. */
  static NodeLayout coarse(NodeLayout l, int axis) {
    return l.with(axis, coarse(l.along(axis), l.wraps(axis)));
  }

  /** The seam of a wrapped axis with an odd number of nodes joins two coarse nodes directly. */
  static boolean seam(int n, boolean wrap) {
    return wrap && n % 2 == 1;
  }

  /** Computes the coarse matrix. */
  void compute(Parallel parallel) {
    parallel.forRange(coarse.layout().rows(), rows);
    coarse.fillGhosts();
  }

  /** Couplings to one neighbour: those of node k are at k + offset. */
  private record Couplings(float[] of, int offset) {}

  private Couplings fine(Neighbour n) {
    int number = n.number();
    if (number >= 0) {
      return new Couplings(fine.couplings()[number], 0);
    }
    int opposite = new Neighbour(-n.dx(), -n.dy(), -n.dz()).number();
    return new Couplings(fine.couplings()[opposite], n.offset(fine.layout()));
  }

  /**
   * How one coarse coupling follows from the fine ones.
   *
   * @param isAcross true if the coarse neighbours are at the same place of the axis
   * @param own the same coupling of the fine stencil, if they are
   * @param first to the fine neighbour one up the axis if they are, else to the same neighbour
   * @param second one down the axis if they are, else beside it at the same place
   * @param shift to the fine node between coarse neighbours
   * @param isUp true if it lies up the axis
   */
  private record Rule(
      boolean isAcross,
      float[] own,
      Couplings first,
      Couplings second,
      int shift,
      boolean isUp,
      float[] out) {}

  private Rule rule(int number) {
    Neighbour n = Neighbour.number(number);
    int unit = new Neighbour(0, 0, 0).with(axis, 1).offset(fine.layout());
    boolean isAcross = n.along(axis) == 0;
    return new Rule(
        isAcross,
        isAcross ? fine.couplings()[number] : null,
        isAcross ? fine(n.with(axis, 1)) : fine(n),
        isAcross ? fine(n.with(axis, -1)) : fine(n.with(axis, 0)),
        n.along(axis) < 0 ? -unit : unit,
        n.along(axis) >= 0,
        coarse.couplings()[number]);
  }

  private void rows(int from, int to) {
    NodeLayout lf = fine.layout();
    NodeLayout lc = coarse.layout();
    int last = lc.along(axis) - 1;
    for (Rule rule : rules) {
      for (int row = from; row < to; row++) {
        int j = row % lc.ny();
        int layer = row / lc.ny();
        int at = axis == 1 ? j : layer;
        int o = lc.start(row);
        // The last coarse node may lie one beyond the fine ones, on ghosts.
        int k =
            lf.start(0)
                + (axis == 1 ? 2 * j : j) * lf.stride()
                + (axis == 2 ? 2 * layer : layer) * lf.plane();
        if (axis == 0) {
          line(rule, k, o, lc.nx(), .5f, .5f);
          if (seam) {
            line(rule, k, o, 1, 0, .5f);
            line(rule, k + 2 * last, o + last, 1, .5f, 0);
          }
        } else {
          line(rule, k, o, lc.nx(), seam && at == 0 ? 0 : .5f, seam && at == last ? 0 : .5f);
        }
      }
    }
  }

  /** A few coarse nodes in a row, the first at o on the fine node k. */
  private void line(Rule rule, int k, int o, int count, float wl, float wr) {
    int step = axis == 0 ? 2 : 1;
    if (rule.isAcross()) {
      across(rule, k, o, count, step, wl, wr);
    } else {
      along(rule, k, o, count, step, rule.isUp() ? wr : wl);
    }
  }

  private static void across(Rule rule, int first, int o, int count, int step, float wl, float wr) {
    float[] own = rule.own();
    float[] u = rule.first().of();
    float[] d = rule.second().of();
    float[] out = rule.out();
    int unit = rule.shift();
    int up = rule.first().offset();
    int down = rule.second().offset();
    boolean isCentre = u == d;
    for (int i = 0, k = first; i < count; i++, k += step) {
      int l = k - unit;
      int r = k + unit;
      float sides = own[k] + (wl * wl * own[l] + wr * wr * own[r]);
      out[o + i] =
          isCentre
              ? sides + 2 * (wl * u[l] + wr * u[k])
              : sides + wl * (u[l + up] + d[k + down]) + wr * (d[r + down] + u[k + up]);
    }
  }

  private static void along(Rule rule, int first, int o, int count, int step, float w) {
    // A seam (weight 0) joins the two coarse nodes by the fine coupling itself.
    float own = w == 0 ? 1 : w;
    float[] d = rule.first().of();
    float[] b = rule.second().of();
    float[] out = rule.out();
    int direct = rule.first().offset();
    int beside = rule.second().offset();
    for (int i = 0, k = first; i < count; i++, k += step) {
      int r = k + rule.shift();
      out[o + i] = own * d[k + direct] + w * (w * b[r + beside] + d[r + direct]);
    }
  }
}
