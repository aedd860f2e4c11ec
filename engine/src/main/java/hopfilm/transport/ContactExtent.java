package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.solver.NodeLayout;
import java.util.Arrays;
import java.util.List;

/**
 * How many cells contacts are wide: the spreading resistance of a contact of one corner, or of one
 * cell, is that of the mesh and grows without limit as cells shrink.
 */
public final class ContactExtent {

  private ContactExtent() {}

  /**
   * The largest distance of the corners of each electrode along an axis, in cells; not along z
   * where it goes through the whole thickness.
   *
   * @throws IllegalArgumentException if the electrodes do not fit
   */
  public static int[] cells(CellMask mask, List<Electrode> electrodes) {
    Grid film = mask.grid();
    NodeLayout layout = ElectrodeNodes.layout(film);
    ElectrodeNodes nodes = new ElectrodeNodes(mask, layout, electrodes);
    int[] widest = new int[electrodes.size()];
    for (int e = 0; e < widest.length; e++) {
      int axes = electrodes.get(e).face() == null ? 2 : 3;
      for (int axis = 0; axis < axes; axis++) {
        int along = axis;
        int[] places =
            Arrays.stream(nodes.of(e)).map(k -> place(layout, layout.flat(k), along)).toArray();
        int least = Arrays.stream(places).min().orElse(0);
        int most = Arrays.stream(places).max().orElse(0);
        widest[e] = Math.max(widest[e], most - least);
      }
    }
    return widest;
  }

  private static int place(NodeLayout layout, int node, int axis) {
    int row = node / layout.nx();
    return axis == 0 ? node % layout.nx() : axis == 1 ? row % layout.ny() : row / layout.ny();
  }
}
