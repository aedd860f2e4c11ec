package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Combined;
import hopfilm.grid.Grid;
import hopfilm.grid.Shape;
import hopfilm.solver.NodeLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cells through which the rim of a contact goes, with the rim where it is and not at the next
 * corners.
 *
 * <p>What the contact leaves free of such a cell is a polygon, with chords in the place of the rim:
 * its corners are free corners of the cell and the places at which the rim crosses the sides. It is
 * cut into triangles on which the potential is linear, with the voltage of the contact at the
 * crossings. Along the sides the potential is linear as that of the neighbours, so the elements
 * conform, and all laws of G hold as for whole cells: it is symmetric, its rows sum to zero. On
 * smooth rims conductances are right to the square of the cell size, where contacts of whole
 * corners are right to the first power (G. Strang, G. J. Fix, An Analysis of the Finite Element
 * Method, 1973, chapter 4).
 *
 * <p>For films of one layer. A cell that touches two contacts, or split corners, is left as it is.
 */
final class FittedContacts {

  /** A side is never less free than this: the element of a cell would outweigh all others. */
  private static final double MIN_FREE = 1e-3;

  private static final int BISECTIONS = 40;

  /** A rim as close to a corner as this, in cells, lies on it. */
  private static final double ON_CORNER = 1e-6;

  private final Grid film;
  private final CellCorners at;
  private final Shape[][] contacts; // by electrode: of its plain and of its inverted patches
  private final int[] owner; // of each node: electrode + 1, negative where inverted; 0 without
  private final int[] cells;
  private final double[][][][] integrals; // of the free part of each cell
  private final boolean[] without;

  /**
   * @param conducts the cells that do, less those that are reduced already; null if all do
   * @throws IllegalArgumentException for a film of several layers
   */
  FittedContacts(
      CellMask mask,
      NodeLayout layout,
      boolean[] conducts,
      ElectrodeNodes nodes,
      List<Electrode> electrodes) {
    this.film = mask.grid();
    this.at = new CellCorners(film, layout);
    this.contacts = electrodes.stream().map(FittedContacts::shapes).toArray(Shape[][]::new);
    if (film.nz() > 1) {
      throw new IllegalArgumentException(
          "contacts are fitted in films of one layer; this one has %d".formatted(film.nz()));
    }
    this.owner = new int[layout.nodes()];
    for (int e = 0; e < nodes.electrodes(); e++) {
      for (int n = 0; n < nodes.of(e).length; n++) {
        owner[layout.flat(nodes.of(e)[n])] = nodes.signs(e)[n] * (e + 1);
      }
    }
    this.without = conducts == null ? new boolean[film.cells()] : conducts.clone();
    if (conducts == null) {
      Arrays.fill(without, true);
    }
    List<Integer> cut = new ArrayList<>();
    List<double[][][]> all = new ArrayList<>();
    for (int cell = 0; cell < film.cells(); cell++) {
      int contact = mask.inside(cell) && without[cell] ? contact(cell) : 0;
      if (contact != 0 && isCut(cell, contact)) {
        without[cell] = false;
        cut.add(cell);
        all.add(integrals(cell, contact));
      }
    }
    this.cells = cut.stream().mapToInt(Integer::intValue).toArray();
    this.integrals = all.toArray(double[][][][]::new);
  }

  /** The contact whose rim goes through a cell; 0 without, or with two. */
  private int contact(int cell) {
    int found = 0;
    int covered = 0;
    for (int c = 0; c < 4; c++) {
      int own = owner[at.node(cell, c)];
      if (own != 0) {
        if (found != 0 && own != found) {
          return 0;
        }
        found = own;
        covered++;
      }
    }
    return covered == 4 ? 0 : found;
  }

  private boolean covers(int contact, double x, double y) {
    return contacts[Math.abs(contact) - 1][contact < 0 ? 1 : 0].covers(film, x, y);
  }

  private static Shape[] shapes(Electrode electrode) {
    return Stream.of(false, true)
        .map(i -> electrode.patches().stream().filter(p -> p.isInverted() == i))
        .map(patches -> patches.map(Electrode.Patch::shape).toList())
        .map(shapes -> shapes.isEmpty() ? null : Combined.union(shapes))
        .toArray(Shape[]::new);
  }

  /** True if the rim lies between corners, and not on them. */
  private boolean isCut(int cell, int contact) {
    for (int f = 0; f < 4; f++) {
      for (int side = 1; side <= 2 && isFree(cell, f); side++) {
        if (!isFree(cell, f ^ side) && free(cell, contact, f, f ^ side) < 1 - ON_CORNER) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isFree(int cell, int c) {
    return owner[at.node(cell, c)] == 0;
  }

  /** A corner of a polygon: where it is, and the corner of the cell whose potential it has. */
  private record Vertex(double x, double y, int corner) {}

  private Vertex corner(int c) {
    return new Vertex((c & 1) * film.dx(), (c >> 1) * film.dy(), c);
  }

  /** Where the rim crosses the side from free corner f to covered corner c. */
  private Vertex crossing(int cell, int contact, int f, int c) {
    double t = free(cell, contact, f, c);
    Vertex a = corner(f);
    Vertex b = corner(c);
    return new Vertex(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), c);
  }

  private double[][][] integrals(int cell, int contact) {
    double[][][] sums = new double[9][4][4];
    int covered = 0;
    int one = 0; // of the covered corners
    int last = 0; // of the free ones
    for (int c = 0; c < 4; c++) {
      covered += isFree(cell, c) ? 0 : 1;
      one = isFree(cell, c) ? one : c;
      last = isFree(cell, c) ? c : last;
    }
    if (covered == 1) {
      Vertex far = corner(one ^ 3);
      Vertex a = crossing(cell, contact, one ^ 1, one);
      Vertex b = crossing(cell, contact, one ^ 2, one);
      add(1, corner(one ^ 1), far, a, sums);
      add(1, corner(one ^ 2), far, b, sums);
      add(1, far, a, b, sums);
    } else if (covered == 3) {
      Vertex a = crossing(cell, contact, last, last ^ 1);
      Vertex b = crossing(cell, contact, last, last ^ 2);
      add(1, corner(last), a, b, sums);
    } else if (!isFree(cell, one ^ 3)) {
      Vertex a = corner(one ^ 1);
      Vertex b = corner(one ^ 2);
      for (int c : new int[] {one, one ^ 3}) {
        Vertex nearA = crossing(cell, contact, one ^ 1, c);
        Vertex nearB = crossing(cell, contact, one ^ 2, c);
        addFour(a, b, nearB, nearA, sums);
      }
    } else {
      int side = isFree(cell, one ^ 1) ? 1 : 2; // across the rim
      int other = one ^ (3 - side);
      addFour(
          corner(one ^ side),
          corner(other ^ side),
          crossing(cell, contact, other ^ side, other),
          crossing(cell, contact, one ^ side, one),
          sums);
    }
    return sums;
  }

  /** A quadrangle, cut along both diagonals for half of it each: none is preferred. */
  private static void addFour(Vertex a, Vertex b, Vertex c, Vertex d, double[][][] sums) {
    add(0.5, a, b, c, sums);
    add(0.5, a, c, d, sums);
    add(0.5, a, b, d, sums);
    add(0.5, b, c, d, sums);
  }

  /** The integrals of derivatives of the linear functions of a triangle. */
  private static void add(double share, Vertex a, Vertex b, Vertex c, double[][][] sums) {
    Vertex[] v = {a, b, c};
    double twice = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    double area = 0.5 * Math.abs(twice);
    double[][] gradient = new double[3][3];
    for (int k = 0; k < 3; k++) {
      Vertex p = v[(k + 1) % 3];
      Vertex q = v[(k + 2) % 3];
      gradient[k][0] = (p.y - q.y) / twice;
      gradient[k][1] = (q.x - p.x) / twice;
    }
    for (int k = 0; k < 3; k++) {
      for (int l = 0; l < 3; l++) {
        for (int ab = 0; ab < 9; ab++) {
          sums[ab][v[k].corner][v[l].corner] +=
              share * area * gradient[k][ab / 3] * gradient[l][ab % 3];
        }
      }
    }
  }

  /** Free share of the side from free corner f to covered corner c. */
  private double free(int cell, int contact, int f, int c) {
    double x = (cell % film.nx() + (f & 1)) * film.dx();
    double y = (cell / film.nx() + (f >> 1)) * film.dy();
    double alongX = ((c & 1) - (f & 1)) * film.dx();
    double alongY = ((c >> 1) - (f >> 1)) * film.dy();
    double low = 0;
    double high = 1;
    for (int n = 0; n < BISECTIONS; n++) {
      double middle = 0.5 * (low + high);
      if (covers(contact, x + middle * alongX, y + middle * alongY)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.max(MIN_FREE, high);
  }

  /** The cells that conduct as a whole. */
  boolean[] without() {
    return without;
  }

  /** Which of the cells below a cell is; negative if no rim goes through it. */
  int indexOf(int cell) {
    return Arrays.binarySearch(cells, cell);
  }

  /** Number of the cells through which rims go. */
  int count() {
    return cells.length;
  }

  /** The n-th of them. */
  int cell(int n) {
    return cells[n];
  }

  /** Integrals over the free part of the n-th cell, kept as {@link CellIntegrals} are. */
  double[][][] integrals(int n) {
    return integrals[n];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FittedContacts f
        && Arrays.equals(cells, f.cells)
        && Arrays.deepEquals(integrals, f.integrals);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells) + 31 * Arrays.deepHashCode(integrals);
  }
}
