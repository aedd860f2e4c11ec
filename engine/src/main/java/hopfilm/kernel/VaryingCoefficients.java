package hopfilm.kernel;

/**
 * The coefficients that differ from cell to cell, in the layout of the kernels, for the loops over
 * rows.
 *
 * @param kind which of the arrays there are
 * @param local what the cell itself adds to its field, bonds and anisotropy: the tensor K in h = K
 *     m, less K_zz in the diagonal, which makes no torque; K_xx, K_yy and, but for {@link
 *     FilmKind#DIAGONAL}, K_xy, K_xz, K_yz [A/m]
 * @param par of the bond from a cell upwards, for the component along the axis of its turn, by
 *     length and axis as in {@link CellCoefficients.Bonds} [J/m^3]
 * @param perp for the other two
 * @param cross chiral
 * @param motion 1/(mu0 Ms), p1 and q1; the bonds of all films with these arrays are in J/m^3
 * @param xi non-adiabaticity
 * @param gamma0 gyromagnetic ratio [m/(A s)]
 */
record VaryingCoefficients(
    FilmKind kind,
    double[][] local,
    double[][] par,
    double[][] perp,
    double[][] cross,
    double[][] motion,
    double xi,
    double gamma0) {

  /** The arrays that a kind of film needs. */
  static VaryingCoefficients of(PaddedLayout layout, FilmKind kind, CellCoefficients cells) {
    boolean hasBonds = kind.hasBonds();
    return new VaryingCoefficients(
        kind,
        kind.hasLocalTerms() ? local(layout, kind, cells) : null,
        hasBonds ? bonds(layout, cells.bonds(), cells.bonds().par()) : null,
        hasBonds ? bonds(layout, cells.bonds(), cells.bonds().perp()) : null,
        hasBonds ? bonds(layout, cells.bonds(), cells.bonds().cross()) : null,
        kind.variesInMotion() ? motion(layout, cells) : null,
        cells.motion().xi(),
        cells.motion().gamma0());
  }

  private static double[][] local(PaddedLayout layout, FilmKind kind, CellCoefficients cells) {
    double[][] k = new double[kind == FilmKind.DIAGONAL ? 2 : 5][layout.size()];
    double[][] own = cells.field().local();
    double[][] e = cells.field().axis();
    int nx = layout.grid().nx();
    for (int cell = 0; cell < layout.grid().cells(); cell++) {
      if (cells.field().inverse()[cell] == 0) {
        continue;
      }
      int i = layout.start(cell / nx) + cell % nx;
      double ku = cells.field().anisotropy()[cell];
      double x = e[0][cell];
      double y = e[1][cell];
      double z = e[2][cell];
      k[0][i] = own[0][cell] - own[2][cell] + ku * (x * x - z * z);
      k[1][i] = own[1][cell] - own[2][cell] + ku * (y * y - z * z);
      if (k.length > 2) {
        k[2][i] = ku * x * y;
        k[3][i] = ku * x * z;
        k[4][i] = ku * y * z;
      }
    }
    return k;
  }

  /** A coefficient of the bonds, with those that come in from beyond a periodic edge. */
  private static double[][] bonds(
      PaddedLayout layout, CellCoefficients.Bonds bonds, double[][] values) {
    double[][] padded = new double[values.length][];
    int nx = layout.grid().nx();
    int axes = layout.grid().nz() > 1 ? 3 : 2;
    int[] step = {1, layout.stride(), layout.plane()};
    for (int b = 0; b < values.length; b++) {
      int axis = b % 3;
      int length = b / 3 + 1;
      if (axis >= axes) {
        continue;
      }
      padded[b] = new double[layout.size()];
      for (int cell = 0; cell < layout.grid().cells(); cell++) {
        int i = layout.start(cell / nx) + cell % nx;
        padded[b][i] = values[b][cell];
        int below = bonds.neighbour()[2 * b][cell];
        if (below >= 0) {
          padded[b][i - length * step[axis]] = values[b][below];
        }
      }
    }
    return padded;
  }

  private static double[][] motion(PaddedLayout layout, CellCoefficients cells) {
    double[][] motion = new double[3][layout.size()];
    int nx = layout.grid().nx();
    double gamma0 = cells.motion().gamma0();
    for (int cell = 0; cell < layout.grid().cells(); cell++) {
      int i = layout.start(cell / nx) + cell % nx;
      double alpha = cells.motion().alpha()[cell];
      double f = gamma0 / (1 + alpha * alpha);
      motion[0][i] = cells.field().inverse()[cell];
      motion[1][i] = f;
      motion[2][i] = gamma0 == 0 ? 1 : f * alpha;
    }
    return motion;
  }
}
