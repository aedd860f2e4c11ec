package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.grid.CellMask;
import hopfilm.grid.Combined;
import hopfilm.grid.Grid;
import hopfilm.grid.Shape;
import hopfilm.transport.ContactExtent;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of a film that are a cell small and so belong to the mesh: bridges of one cell, cells that
 * touch at a corner, contacts of one corner or one cell.
 */
final class ThinContacts {

  /** Neighbours of a cell in turn; those at even places share a side with it. */
  private static final int[] DX = {1, 1, 0, -1, -1, -1, 0, 1};

  private static final int[] DY = {0, 1, 1, 1, 0, -1, -1, -1};

  private final Grid film;
  private final boolean[] inside;
  private final List<Shape> contacts;

  private ThinContacts(CellMask mask, List<Electrode> electrodes) {
    this.film = mask.grid();
    List<Shape> shapes =
        electrodes.stream()
            .filter(e -> e.face() == null)
            .flatMap(e -> e.shapes().stream())
            .toList();
    this.contacts = shapes.isEmpty() ? shapes : List.of(Combined.union(shapes));
    this.inside = new boolean[film.nx() * film.ny()];
    for (int c = 0; c < inside.length; c++) {
      inside[c] = mask.inside(c);
    }
  }

  /** What is doubtful, one line each. */
  static List<String> warnings(Experiment e) {
    CellMask mask = e.film().cells();
    List<Electrode> electrodes = e.electrodes().on(mask.grid());
    List<String> lines = new ArrayList<>();
    int[] extent;
    try {
      extent = ContactExtent.cells(mask, electrodes);
    } catch (IllegalArgumentException misfit) {
      return lines; // refused by Vetting, with its reason
    }
    for (int k = 0; k < extent.length; k++) {
      // no current enters where it floats: there it is a probe of one place
      if (extent[k] <= 1 && electrodes.get(k).drive() != Electrode.Drive.FLOAT) {
        lines.add(
            "electrode '%s' covers %s: the resistance around so small a contact is that of the cells and has no limit for fine ones; make it 3 cells wide (%s) or more"
                .formatted(
                    electrodes.get(k).name(),
                    extent[k] == 0 ? "one corner of a cell" : "the corners of one cell only",
                    length(3 * e.film().cell())));
      }
    }
    cutsOfNothing(e, lines);
    if (!mask.isFull()) {
      new ThinContacts(mask, electrodes).inFilm(lines);
    }
    return lines;
  }

  private static void cutsOfNothing(Experiment e, List<String> lines) {
    CellMask all = CellMask.full(e.film().grid());
    for (int k = 0; k < e.film().mask().size(); k++) {
      FilmSpec.Cut cut = e.film().mask().get(k);
      if (!cut.keepsInside() && all.without(cut.placed().onFilm()).isFull()) {
        lines.add(
            "film.mask[%d] takes away no cell: it covers no cell centre (film.cell = %s), or lies outside the film; make it larger, or the cells smaller"
                .formatted(k + 1, length(e.film().cell())));
      }
    }
  }

  private static String length(double metres) {
    return Quantity.format(metres, Dimension.LENGTH);
  }

  private void inFilm(List<String> lines) {
    String cell = length(film.dx());
    for (int c = 0; c < inside.length; c++) {
      int d = touches(c);
      if (d >= 0) {
        lines.add(
            "cells of the film touch at their corners only at %s: neither a current nor exchange passes there; where they are to be joined use smaller cells than film.cell = %s"
                .formatted(place(c, 0.5 * (1 + DX[d]), 0.5 * (1 + DY[d])), cell));
        break;
      }
    }
    if (film.nx() == 1 || film.ny() == 1) {
      return; // a film in one dimension is meant so
    }
    stripEnds();
    for (int c = 0; c < inside.length; c++) {
      if (inside[c] && parts(c) > 1 && coveredCorners(c) < 4) {
        lines.add(
            "the film is one cell wide at %s: what passes there depends on film.cell = %s; use a third of it, or a wider bridge"
                .formatted(place(c, 0.5, 0.5), cell));
        break;
      }
    }
  }

  private String place(int cell, double x, double y) {
    int i = cell % film.nx();
    int j = cell / film.nx();
    return "(%s, %s)".formatted(length((i + x) * film.dx()), length((j + y) * film.dy()));
  }

  private boolean is(int cell, int d) {
    int other = neighbour(cell, d);
    return other >= 0 && inside[other];
  }

  private int neighbour(int cell, int d) {
    return film.column(cell % film.nx() + DX[d], cell / film.nx() + DY[d]);
  }

  /** A direction, upwards, in which the cell touches another one; -1 without. */
  private int touches(int cell) {
    for (int d = 1; d <= 3 && inside[cell]; d += 2) {
      if (is(cell, d) && !is(cell, d - 1) && !is(cell, d + 1)) {
        return d;
      }
    }
    return -1;
  }

  /** Takes away what is one cell wide and ends: the tips of slanted parts, which lead nowhere. */
  private void stripEnds() {
    int[] todo = new int[inside.length];
    int left = 0;
    for (int c = 0; c < inside.length; c++) {
      todo[left++] = c;
      while (left > 0) {
        int cell = todo[--left];
        if (!inside[cell] || sides(cell) > 1 || coveredCorners(cell) > 0) {
          continue;
        }
        inside[cell] = false;
        for (int d = 0; d < 8; d += 2) {
          if (is(cell, d)) {
            todo[left++] = neighbour(cell, d);
          }
        }
      }
    }
  }

  private int sides(int cell) {
    int n = 0;
    for (int d = 0; d < 8; d += 2) {
      n += is(cell, d) ? 1 : 0;
    }
    return n;
  }

  /** The parts into which the film around a cell falls without it; those at its sides count. */
  private int parts(int cell) {
    int n = 0;
    for (int d = 0; d < 8; d += 2) {
      // a side starts a part where it does not follow the one before
      n += is(cell, d) && !(is(cell, (d + 7) % 8) && is(cell, (d + 6) % 8)) ? 1 : 0;
    }
    return n;
  }

  private int coveredCorners(int cell) {
    int n = 0;
    for (int c = 0; c < 4; c++) {
      double x = (cell % film.nx() + (c & 1)) * film.dx();
      double y = (cell / film.nx() + (c >> 1)) * film.dy();
      n += contacts.stream().anyMatch(s -> s.covers(film, x, y)) ? 1 : 0;
    }
    return n;
  }
}
