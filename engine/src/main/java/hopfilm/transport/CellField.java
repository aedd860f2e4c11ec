package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.solver.NodeLayout;

/** The field E = -grad V at the cell centres of a potential that is linear along each edge. */
final class CellField {

  private CellField() {}

  /**
   * @param v potential at the corners [V]
   * @param layout the corners
   * @param e receives the field [V/m]
   */
  static void of(double[] v, NodeLayout layout, VectorField e) {
    Grid g = e.grid();
    for (int k = 0; k < g.nz(); k++) {
      int below = layout.nx() * layout.ny() * k;
      int above = layout.nx() * layout.ny() * (k + 1 < layout.nz() ? k + 1 : 0);
      for (int j = 0; j < g.ny(); j++) {
        int low = layout.nx() * j;
        int high = layout.nx() * (j + 1 < layout.ny() ? j + 1 : 0);
        int cell = g.index(0, j, k);
        if (layout.isFlat()) {
          flat(v, layout.nx(), low, high, cell, e);
        } else {
          solid(
              v,
              layout.nx(),
              new int[] {below + low, below + high, above + low, above + high},
              cell,
              e);
        }
      }
    }
  }

  /** A row of cells between two rows of corners. */
  private static void flat(double[] v, int nx, int low, int high, int cell, VectorField e) {
    Grid g = e.grid();
    for (int i = 0; i < g.nx(); i++) {
      int next = i + 1 < nx ? i + 1 : 0;
      double v00 = v[low + i];
      double v10 = v[low + next];
      double v01 = v[high + i];
      double v11 = v[high + next];
      e.x()[cell + i] = .5 * ((v00 - v10) + (v01 - v11)) / g.dx();
      e.y()[cell + i] = .5 * ((v00 - v01) + (v10 - v11)) / g.dy();
    }
  }

  /** A row of cells between four rows of corners: low and high y below, then above. */
  private static void solid(double[] v, int nx, int[] rows, int cell, VectorField e) {
    Grid g = e.grid();
    for (int i = 0; i < g.nx(); i++) {
      int next = i + 1 < nx ? i + 1 : 0;
      double v000 = v[rows[0] + i];
      double v100 = v[rows[0] + next];
      double v010 = v[rows[1] + i];
      double v110 = v[rows[1] + next];
      double v001 = v[rows[2] + i];
      double v101 = v[rows[2] + next];
      double v011 = v[rows[3] + i];
      double v111 = v[rows[3] + next];
      e.x()[cell + i] =
          .25 * ((v000 - v100) + (v010 - v110) + (v001 - v101) + (v011 - v111)) / g.dx();
      e.y()[cell + i] =
          .25 * ((v000 - v010) + (v100 - v110) + (v001 - v011) + (v101 - v111)) / g.dy();
      e.z()[cell + i] =
          .25 * ((v000 - v001) + (v100 - v101) + (v010 - v011) + (v110 - v111)) / g.dz();
    }
  }
}
