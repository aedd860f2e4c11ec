package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.solver.NodeLayout;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How many cells contacts are wide: the spreading resistance of a contact of one corner, or of one
 * cell, is that of the mesh and grows without limit as cells shrink.
 */
public final class ContactExtent {

  private ContactExtent() {}

  /**
   * The largest distance of the corners of each electrode along an axis, in cells; not along z
   * where it goes through the whole thickness. Of several patches the least extended one counts.
   *
   * @throws IllegalArgumentException if the electrodes do not fit
   */
  public static int[] cells(CellMask mask, List<Electrode> electrodes) {
    Grid film = mask.grid();
    NodeLayout layout = ElectrodeNodes.layout(film);
    ElectrodeNodes nodes = new ElectrodeNodes(mask, layout, electrodes);
    int[] widest = new int[electrodes.size()];
    for (int e = 0; e < widest.length; e++) {
      Electrode electrode = electrodes.get(e);
      BitSet own = new BitSet(layout.nodes());
      Arrays.stream(nodes.of(e)).map(layout::flat).forEach(own::set);
      PatchFinder finder = new PatchFinder(electrode, film);
      int min = Integer.MAX_VALUE;
      for (int p = 0; p < electrode.patches().size(); p++) {
        int patch = p;
        int[] here =
            Arrays.stream(finder.candidates(p, layout))
                .filter(n -> own.get(n) && finder.has(patch, at(film, layout, n)))
                .toArray();
        min = Math.min(min, extent(layout, here, electrode.face() == null ? 2 : 3));
      }
      widest[e] = min;
    }
    return widest;
  }

  private static int extent(NodeLayout layout, int[] nodes, int axes) {
    int widest = 0;
    for (int axis = 0; axis < axes; axis++) {
      int along = axis;
      int min = Arrays.stream(nodes).map(n -> place(layout, n, along)).min().orElse(0);
      int max = Arrays.stream(nodes).map(n -> place(layout, n, along)).max().orElse(0);
      widest = Math.max(widest, max - min);
    }
    return widest;
  }

  private static double[] at(Grid film, NodeLayout layout, int node) {
    return new double[] {
      place(layout, node, 0) * film.dx(),
      place(layout, node, 1) * film.dy(),
      place(layout, node, 2) * film.dz()
    };
  }

  private static int place(NodeLayout layout, int node, int axis) {
    int row = node / layout.nx();
    return axis == 0 ? node % layout.nx() : axis == 1 ? row % layout.ny() : row / layout.ny();
  }
}
