package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.parallel.Interruption;
import hopfilm.solver.NodeLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Who has which corner: electrodes take theirs one after the other, and none takes another's. */
final class CornerOwners {
  private final CellMask mask;
  private final Grid film;
  private final NodeLayout layout;
  private final List<Electrode> electrodes;

  /** The number of patches of all electrodes before each. */
  private final int[] first;

  /** The electrode of each patch, counted through all electrodes. */
  private final int[] owners;

  /** The patch of each corner, counted from 1 through all electrodes; 0 where there is none. */
  private final int[] patches;

  CornerOwners(CellMask mask, NodeLayout layout, List<Electrode> electrodes) {
    this.mask = mask;
    this.layout = layout;
    this.electrodes = electrodes;
    film = mask.grid();
    first = new int[electrodes.size() + 1];
    for (int e = 0; e < electrodes.size(); e++) {
      first[e + 1] = first[e] + electrodes.get(e).patches().size();
    }
    owners = new int[first[electrodes.size()]];
    for (int e = 0; e < electrodes.size(); e++) {
      Arrays.fill(owners, first[e], first[e + 1], e);
    }
    patches = new int[layout.nodes()];
  }

  /**
   * Gives an electrode the corners of cells with film that its patches cover, in ascending order. A
   * corner of several patches belongs to the first.
   *
   * @throws IllegalArgumentException if a patch covers none, if one is another electrode's, or if
   *     patches of opposite sign meet at one
   */
  int[] take(int e) {
    Electrode electrode = electrodes.get(e);
    PatchFinder finder = new PatchFinder(electrode, film);
    IntStream.Builder taken = IntStream.builder();
    double[] at = new double[3];
    for (int p = 0; p < electrode.patches().size(); p++) {
      boolean isFound = false;
      for (int n : finder.candidates(p, layout)) {
        Interruption.check();
        int i = n % layout.nx();
        int row = n / layout.nx();
        int j = row % layout.ny();
        int layer = row / layout.ny();
        at[0] = i * film.dx();
        at[1] = j * film.dy();
        at[2] = layer * film.dz();
        if (!finder.has(p, at) || !touchesFilm(i, j)) {
          continue;
        }
        isFound = true;
        if (patches[n] == 0) {
          patches[n] = first[e] + p + 1;
          taken.add(n);
        } else {
          vetShared(n, e, p, at);
        }
      }
      if (!isFound) {
        throw new IllegalArgumentException(nothing(electrode, p));
      }
    }
    return taken.build().sorted().toArray();
  }

  /** True if a corner that was taken belongs to an inverted patch. */
  boolean isInverted(int n) {
    int e = owner(n);
    return electrodes.get(e).patches().get(patches[n] - 1 - first[e]).isInverted();
  }

  private int owner(int n) {
    return owners[patches[n] - 1];
  }

  /** Refuses a corner of another electrode, or of a patch of the opposite sign. */
  private void vetShared(int n, int e, int p, double[] at) {
    int owner = owner(n);
    if (owner != e) {
      throw new IllegalArgumentException(
          ("electrodes '%s' and '%s' overlap: both touch the cell corner at %s;"
                  + " move them apart or make them smaller")
              .formatted(electrodes.get(owner).name(), electrodes.get(e).name(), place(at)));
    }
    Electrode electrode = electrodes.get(e);
    if (electrode.patches().get(p).isInverted() != isInverted(n)) {
      throw new IllegalArgumentException(
          ("patches %d and %d of electrode '%s' have opposite signs and overlap at %s;"
                  + " move them apart or make them smaller")
              .formatted(patches[n] - first[e], p + 1, electrode.name(), place(at)));
    }
  }

  private String place(double[] at) {
    return film.nz() == 1
        ? "(%.6g nm, %.6g nm)".formatted(at[0] * 1e9, at[1] * 1e9)
        : "(%.6g nm, %.6g nm, %.6g nm)".formatted(at[0] * 1e9, at[1] * 1e9, at[2] * 1e9);
  }

  /** True if one of the cells around corner (i, j), of any layer, holds film. */
  private boolean touchesFilm(int i, int j) {
    if (mask.isFull()) {
      return true;
    }
    for (int b = j - 1; b <= j; b++) {
      for (int a = i - 1; a <= i; a++) {
        int column = film.column(a, b);
        if (column >= 0 && mask.inside(column)) {
          return true;
        }
      }
    }
    return false;
  }

  private String nothing(Electrode electrode, int patch) {
    Face face = electrode.face();
    int u = face == null ? 0 : face.first();
    int v = face == null ? 1 : face.second();
    boolean isOne = electrode.patches().size() == 1;
    return ("%selectrode '%s' touches no cell corner%s: it must lie on %s (%.6g nm x %.6g nm%s)"
            + " and be larger than a cell (%.6g nm x %.6g nm) or contain a corner")
        .formatted(
            isOne ? "" : "patch " + (patch + 1) + " of ",
            electrode.name(),
            mask.isFull() ? "" : " of the film",
            face == null ? "the film" : "face " + face + " of the film",
            film.size(u) * 1e9,
            film.size(v) * 1e9,
            mask.isFull() ? "" : " less what is cut away",
            film.cellSize(u) * 1e9,
            film.cellSize(v) * 1e9);
  }
}
