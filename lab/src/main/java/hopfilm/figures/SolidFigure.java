package hopfilm.figures;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Heading;
import hopfilm.chart.Legends;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * A film of several layers in space: its faces -y, +x and +z in an oblique view, and beside it the
 * bottom, the middle and the top layer seen from above. mz as colour, electrodes outlined.
 */
public final class SolidFigure implements Figure {
  private static final int LEFT = 40;
  private static final int TOP = 78;
  private static final int BLOCK = 430;
  private static final int SLICE = 190;
  private static final int GAP = 26;

  /** A length along y is drawn as this much along x and z. */
  private static final double DEPTH_X = 0.5;

  private static final double DEPTH_Z = 0.35;

  /** A flat film is drawn higher than it is, as this part of its larger side. */
  private static final double MIN_HEIGHT = 0.08;

  private final FilmState film;
  private final List<ElectrodeMark> electrodes;
  private final Grid grid;
  private final double scale;
  private final double stretch;
  private final double height;
  private final double bottom;

  public SolidFigure(FilmState film, List<ElectrodeMark> electrodes) {
    this.film = film;
    this.electrodes = electrodes;
    this.grid = film.m().grid();
    double width = grid.sizeX() + DEPTH_X * grid.sizeY();
    double least = MIN_HEIGHT * Math.max(grid.sizeX(), grid.sizeY());
    this.stretch = Math.max(1, least / grid.sizeZ());
    double high = stretch * grid.sizeZ() + DEPTH_Z * grid.sizeY();
    this.scale = BLOCK / Math.max(width, high);
    this.height = Math.max(scale * high, 3 * (sliceHeight() + GAP) - GAP);
    this.bottom = TOP + height;
  }

  private double sliceScale() {
    return SLICE / Math.max(grid.sizeX(), grid.sizeY());
  }

  private double sliceHeight() {
    return sliceScale() * grid.sizeY();
  }

  @Override
  public int width() {
    return LEFT + BLOCK + 3 * GAP + SLICE + 110;
  }

  @Override
  public int height() {
    return (int) (bottom + 52);
  }

  @Override
  public String description() {
    return "Magnetisation of the film in space, " + film.heading();
  }

  @Override
  public void paint(Graphics2D g) {
    String drawn = stretch == 1 ? "" : ", drawn %.3g times as high as it is".formatted(stretch);
    Heading.paint(g, LEFT, 0, film.heading(), "the film in space: colour mz" + drawn);
    for (Face face : List.of(Face.LOW_Y, Face.HIGH_X, Face.HIGH_Z)) {
      face(g, face);
    }
    axes(g);
    int last = grid.nz() - 1;
    slice(g, 0, last, "top, layer " + grid.nz());
    slice(g, 1, FilmLayer.of(grid), "layer " + (FilmLayer.of(grid) + 1));
    slice(g, 2, 0, "bottom, layer 1");
    Legends.bar(g, width() - 98, TOP, 200, ColourMap.DIVERGING, -1, 1, "mz");
  }

  /** Place in the figure of a point in space. */
  Point2D at(double x, double y, double z) {
    return new Point2D.Double(
        LEFT + scale * (x + DEPTH_X * y), bottom - scale * (stretch * z + DEPTH_Z * y));
  }

  private Point2D at(double[] p) {
    return at(p[0], p[1], p[2]);
  }

  /** From metres on a face to pixels. */
  private AffineTransform onto(Face face) {
    double[] origin = new double[3];
    origin[face.axis()] = face.isHigh() ? grid.size(face.axis()) : 0;
    double[] u = origin.clone();
    double[] v = origin.clone();
    u[face.first()] += 1;
    v[face.second()] += 1;
    Point2D o = at(origin);
    Point2D a = at(u);
    Point2D b = at(v);
    return new AffineTransform(
        a.getX() - o.getX(),
        a.getY() - o.getY(),
        b.getX() - o.getX(),
        b.getY() - o.getY(),
        o.getX(),
        o.getY());
  }

  private void face(Graphics2D g, Face face) {
    int nu = grid.cellsAlong(face.first());
    int nv = grid.cellsAlong(face.second());
    VectorField m = film.m();
    BufferedImage image =
        image(
            nu,
            nv,
            (i, j) -> {
              int[] cell = new int[3];
              cell[face.axis()] = face.isHigh() ? grid.cellsAlong(face.axis()) - 1 : 0;
              cell[face.first()] = i;
              cell[face.second()] = j;
              return FilmLayer.mz(m, grid.index(cell[0], cell[1], cell[2]));
            });
    AffineTransform metres = onto(face);
    Graphics2D part = (Graphics2D) g.create();
    AffineTransform pixels = new AffineTransform(metres);
    // the image has its row of the largest second coordinate on top
    pixels.translate(0, grid.size(face.second()));
    pixels.scale(grid.size(face.first()) / nu, -grid.size(face.second()) / nv);
    part.transform(pixels);
    part.drawImage(image, 0, 0, nu, nv, null);
    part.dispose();
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.3f));
    Rectangle2D all =
        new Rectangle2D.Double(0, 0, grid.size(face.first()), grid.size(face.second()));
    g.draw(metres.createTransformedShape(all));
    for (int e = 0; e < electrodes.size(); e++) {
      ElectrodeMark mark = electrodes.get(e);
      boolean isOn = mark.face() == face || (mark.face() == null && face == Face.HIGH_Z);
      if (isOn) {
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(metres.createTransformedShape(all));
        for (ElectrodeMark.Patch p : mark.patches()) {
          electrode(inside, metres.createTransformedShape(p.onFace()), e, p);
        }
        inside.dispose();
      }
    }
  }

  private void electrode(Graphics2D g, java.awt.Shape outline, int e, ElectrodeMark.Patch patch) {
    double v = film.voltages() == null ? 0 : patch.voltage(film.voltages()[e]);
    Color colour = v > 0 ? Palette.VERMILLION : v < 0 ? Palette.BLUE : Palette.NEUTRAL;
    g.setStroke(new BasicStroke(6));
    g.setColor(new Color(255, 255, 255, 235));
    g.draw(outline);
    g.setStroke(new BasicStroke(3));
    g.setColor(colour);
    g.draw(outline);
    Rectangle2D box = outline.getBounds2D();
    g.setColor(Palette.ARROW);
    Fonts.centre(
        g,
        Fonts.BADGE,
        electrodes.get(e).name() + (v > 0 ? " +" : v < 0 ? " \u2212" : ""),
        box.getCenterX(),
        box.getCenterY(),
        Fonts.Anchor.MIDDLE);
  }

  private void axes(Graphics2D g) {
    double x = grid.sizeX();
    double y = grid.sizeY();
    g.setColor(Palette.INK);
    label(g, "x, " + Prefix.format(x, "m"), at(x / 2, 0, 0), 0, 22);
    label(g, "y, " + Prefix.format(y, "m"), at(x, y / 2, 0), 44, 16);
    Point2D z = at(0, 0, grid.sizeZ() / 2);
    Fonts.upwards(g, Fonts.TICK, "z, " + Prefix.format(grid.sizeZ(), "m"), z.getX() - 12, z.getY());
    g.draw(new Line2D.Double(at(0, 0, 0), at(x, 0, 0)));
  }

  private static void label(Graphics2D g, String text, Point2D at, double dx, double dy) {
    Fonts.draw(g, Fonts.TICK, text, at.getX() + dx, at.getY() + dy, Fonts.Anchor.MIDDLE);
  }

  private void slice(Graphics2D g, int place, int layer, String name) {
    double x = LEFT + BLOCK + 3 * GAP;
    double y = TOP + place * (sliceHeight() + GAP);
    BufferedImage image =
        image(grid.nx(), grid.ny(), (i, j) -> FilmLayer.mz(film.m(), grid.index(i, j, layer)));
    int width = (int) (sliceScale() * grid.sizeX());
    g.drawImage(image, (int) x, (int) y, width, (int) sliceHeight(), null);
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.3f));
    g.draw(new Rectangle2D.Double((int) x, (int) y, width, (int) sliceHeight()));
    Fonts.draw(g, Fonts.TICK, name, x, y - 5, Fonts.Anchor.START);
  }

  /** One pixel a cell, the row of the largest j on top. */
  private static BufferedImage image(int nx, int ny, IntBinaryOperator argb) {
    BufferedImage image = new BufferedImage(nx, ny, BufferedImage.TYPE_INT_ARGB);
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        image.setRGB(i, ny - 1 - j, argb.applyAsInt(i, j));
      }
    }
    return image;
  }
}
