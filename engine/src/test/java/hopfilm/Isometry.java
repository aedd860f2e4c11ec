package hopfilm;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.ScalarField;
import hopfilm.grid.Shape;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.transport.Electrode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A turn or mirror that takes a grid to a grid, with a shift along periodic axes: the new axis a is
 * the old axis source[a], in the same (1) or the other direction (-1).
 *
 * <p>Currents and the places of cells are polar vectors, magnetisations and magnetic fields axial
 * ones. An isometry of determinant -1 turns round the D of the bulk interaction; that of the
 * interfacial one, and the spin-orbit torques, whose interface lies below, change with the
 * direction of z.
 *
 * @param name name
 * @param source the old axis of each new one
 * @param sign its direction
 * @param shift cells by which all moves along each new axis, 0 unless periodic
 */
public record Isometry(String name, int[] source, int[] sign, int[] shift) {

  private static Isometry plane(String name, int x, int signX, int signY) {
    int[] source = {x, 1 - x, 2};
    return new Isometry(name, source, new int[] {signX, signY, 1}, new int[3]);
  }

  /** Turns by 90, 180 and 270 degrees about z, and the four mirrors of the square. */
  private static final List<Isometry> SQUARE =
      List.of(
          plane("turn by 90 degrees", 1, -1, 1),
          plane("turn by 180 degrees", 0, -1, -1),
          plane("turn by 270 degrees", 1, 1, -1),
          plane("mirror x", 0, -1, 1),
          plane("mirror y", 0, 1, -1),
          plane("mirror x = y", 1, 1, 1),
          plane("mirror x = -y", 1, -1, -1));

  /** A mirror in the plane of the film. */
  private static final Isometry UPSIDE_DOWN =
      new Isometry("mirror z", new int[] {0, 1, 2}, new int[] {1, 1, -1}, new int[3]);

  /** Turns about x and the diagonal of space, for magnets of several layers. */
  public static final List<Isometry> SPACE =
      List.of(
          new Isometry("turn about x", new int[] {0, 2, 1}, new int[] {1, -1, 1}, new int[3]),
          new Isometry("turn about xyz", new int[] {2, 0, 1}, new int[] {1, 1, 1}, new int[3]));

  /** The isometries that leave the plane of a film where it is; a random shift if periodic. */
  public static List<Isometry> inPlane(AnyFilm film) {
    SplittableRandom random = new SplittableRandom(film.seed());
    int[] shift = new int[3];
    for (int k = 0; k < 3; k++) {
      int n = film.grid().cellsAlong(k);
      shift[k] = film.grid().edges(k) == Edges.PERIODIC ? random.nextInt(n) : 0;
    }
    List<Isometry> list = new ArrayList<>(SQUARE);
    list.add(UPSIDE_DOWN);
    list.add(new Isometry("shift", new int[] {0, 1, 2}, new int[] {1, 1, 1}, shift));
    return list;
  }

  private int determinant() {
    int parity = (source[1] - source[0] + 3) % 3 == 1 ? 1 : -1;
    return parity * sign[0] * sign[1] * sign[2];
  }

  /** The image of a grid. */
  public Grid of(Grid g) {
    return new Grid(
        g.cellsAlong(source[0]),
        g.cellsAlong(source[1]),
        g.cellsAlong(source[2]),
        g.cellSize(source[0]),
        g.cellSize(source[1]),
        g.cellSize(source[2]),
        new Grid.Boundary(g.edges(source[0]), g.edges(source[1]), g.edges(source[2])));
  }

  /** Where a cell goes. */
  public int cell(Grid g, int cell) {
    int[] old = {cell % g.nx(), cell / g.nx() % g.ny(), cell / (g.nx() * g.ny())};
    int[] at = new int[3];
    for (int a = 0; a < 3; a++) {
      int n = g.cellsAlong(source[a]);
      int i = old[source[a]];
      at[a] = ((sign[a] > 0 ? i : n - 1 - i) + shift[a]) % n;
    }
    return of(g).index(at[0], at[1], at[2]);
  }

  /** The image of currents or velocities. */
  public VectorField polar(VectorField v) {
    return image(v, 1);
  }

  /** The image of a magnetisation or a magnetic field. */
  public VectorField axial(VectorField v) {
    return image(v, determinant());
  }

  private VectorField image(VectorField v, int factor) {
    VectorField w = new VectorField(of(v.grid()));
    for (int c = 0; c < v.grid().cells(); c++) {
      int to = cell(v.grid(), c);
      for (int a = 0; a < 3; a++) {
        w.component(a)[to] = factor * sign[a] * v.component(source[a])[c];
      }
    }
    return w;
  }

  private EasyAxis axial(EasyAxis e) {
    if (e.isUniform()) {
      double[] w = axial(new double[] {e.at(0, 0), e.at(1, 0), e.at(2, 0)});
      return EasyAxis.of(w[0], w[1], w[2]);
    }
    return EasyAxis.of(axial(((EasyAxis.Varying) e).field()));
  }

  private double[] axial(double[] v) {
    double[] w = new double[3];
    for (int a = 0; a < 3; a++) {
      w[a] = determinant() * sign[a] * v[source[a]];
    }
    return w;
  }

  private Parameter of(Grid g, Parameter p, int factor) {
    if (p.isUniform()) {
      return Parameter.of(factor * p.at(0));
    }
    ScalarField f = new ScalarField(of(g));
    for (int c = 0; c < g.cells(); c++) {
      f.values()[cell(g, c)] = factor * p.at(c);
    }
    return Parameter.of(f);
  }

  private Material of(Grid g, Material a) {
    int chirality = a.dmi() == DmiKind.BULK ? determinant() : sign[2];
    return new Material(
        of(g, a.Ms(), 1),
        of(g, a.A(), 1),
        new Material.Anisotropy(of(g, a.Ku(), 1), axial(a.axis())),
        new Material.Chirality(of(g, a.D(), chirality), a.dmi()),
        of(g, a.alpha(), 1),
        new Material.Torques(
            a.P(),
            a.xi(),
            new SpinOrbitTorque(
                sign[2] * a.spinOrbit().dampingLike(), sign[2] * a.spinOrbit().fieldLike()),
            a.slonczewski()));
  }

  private CellMask of(CellMask mask) {
    Grid g = mask.grid();
    boolean[] inside = new boolean[g.nx() * g.ny()];
    for (int c = 0; c < inside.length; c++) {
      inside[cell(g, c) % inside.length] = mask.inside(c);
    }
    return CellMask.of(of(g), inside);
  }

  /** The image of points, moved by a period where the first would lie far beyond the film. */
  private double[] place(Grid g, int a, int first, double[] x, double[] y) {
    int old = source[a];
    double size = g.cellsAlong(old) * g.cellSize(old);
    double[] image = (old == first ? x : y).clone();
    double moved = shift[a] * g.cellSize(old);
    boolean beyond = moved + (sign[a] > 0 ? image[0] : size - image[0]) > size;
    moved -= beyond && g.edges(old) == Edges.PERIODIC ? size : 0;
    for (int n = 0; n < image.length; n++) {
      image[n] = (sign[a] > 0 ? image[n] : size - image[n]) + moved;
    }
    return image;
  }

  private Electrode of(Grid g, Electrode e) {
    Face face = e.face();
    if (face == null) {
      return new Electrode(e.name(), of(g, e.shapes().get(0), 0, 0, 1), e.resistance());
    }
    int axis = source[0] == face.axis() ? 0 : source[1] == face.axis() ? 1 : 2;
    boolean isHigh = (sign[axis] > 0) == face.isHigh();
    Face to = Face.values()[2 * axis + (isHigh ? 1 : 0)];
    Shape shape = of(g, e.shapes().get(0), face.first(), to.first(), to.second());
    return new Electrode(e.name(), shape, e.resistance()).on(to);
  }

  /** The image of a shape whose first coordinate is along an old axis, on two new axes. */
  private Shape of(Grid g, Shape shape, int first, int newFirst, int newSecond) {
    double[] x;
    double[] y;
    if (shape instanceof Disc d) {
      x = new double[] {d.cx()};
      y = new double[] {d.cy()};
    } else if (shape instanceof Rectangle r) {
      x = new double[] {r.x0(), r.x1()};
      y = new double[] {r.y0(), r.y1()};
    } else {
      x = ((Polygon) shape).x();
      y = ((Polygon) shape).y();
    }
    double[] u = place(g, newFirst, first, x, y);
    double[] v = place(g, newSecond, first, x, y);
    if (shape instanceof Disc d) {
      return new Disc(u[0], v[0], d.radius());
    }
    return shape instanceof Rectangle
        ? new Rectangle(
            Math.min(u[0], u[1]), Math.min(v[0], v[1]), Math.max(u[0], u[1]), Math.max(v[0], v[1]))
        : new Polygon(u, v);
  }

  /** The image of a film; its electrodes keep their order. */
  public AnyFilm of(AnyFilm f) {
    Grid g = f.grid();
    boolean inPlane = source[2] == 2;
    return new AnyFilm(
        f.seed(),
        of(g),
        inPlane ? of(f.mask()) : CellMask.full(of(g)),
        of(g, f.material()),
        f.discretisation(),
        axial(f.field()),
        f.demag(),
        f.conductivity(),
        inPlane ? f.electrodes().stream().map(e -> of(g, e)).toList() : List.of(),
        f.voltages(),
        polar(f.drift()),
        axial(f.m()));
  }

  @Override
  public String toString() {
    return name;
  }
}
