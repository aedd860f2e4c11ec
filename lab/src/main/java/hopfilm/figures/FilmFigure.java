package hopfilm.figures;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Legends;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/**
 * A film seen from above: x to the right, y up, one crisp square a cell, electrodes outlined. Of a
 * film of several layers the middle one is shown. Cells without film (m = 0) are grey.
 */
public final class FilmFigure implements Figure {
  private static final int LEFT = 76;
  private static final int TOP = 66;
  private static final int RIGHT = 122;
  private static final int BOTTOM = 62;

  private final String title;
  private final String subtitle;
  private final String description;
  private final FilmFrame frame;
  private final BufferedImage cells;
  private final Consumer<Graphics2D> details;

  private FilmFigure(
      String title,
      String subtitle,
      String description,
      FilmFrame frame,
      IntUnaryOperator argb,
      Consumer<Graphics2D> details) {
    this.title = title;
    this.subtitle = subtitle + shownLayer(frame.grid());
    this.description = description;
    this.frame = frame;
    this.cells = image(frame.grid(), argb);
    this.details = details;
  }

  /** mz as colour and the in-plane part as arrows. */
  public static FilmFigure texture(FilmState film, List<ElectrodeMark> electrodes) {
    VectorField m = film.m();
    FilmFrame frame = FilmFrame.of(m.grid(), LEFT, TOP);
    return new FilmFigure(
        heading(film),
        "magnetisation: colour mz, arrows mx and my",
        "Magnetisation of the film, " + heading(film),
        frame,
        i -> mz(m, i),
        g -> {
          Graphics2D inside = (Graphics2D) g.create();
          inside.clip(frame.bounds());
          Arrows.paint(inside, frame, m, 1, Palette.ARROW);
          inside.dispose();
          ElectrodePainter.paint(g, frame, electrodes, film.voltages());
          frame.paintAxes(g);
          Legends.bar(g, frame, ColourMap.DIVERGING, -1, 1, "mz");
        });
  }

  /** Direction of m: hue in the plane, light up, dark down. */
  public static FilmFigure direction(FilmState film, List<ElectrodeMark> electrodes) {
    VectorField m = film.m();
    FilmFrame frame = FilmFrame.of(m.grid(), LEFT, TOP);
    return new FilmFigure(
        heading(film),
        "direction of m: hue in the plane, light up, dark down",
        "Direction of the magnetisation, " + heading(film),
        frame,
        i ->
            opaque(
                isEmpty(m, i)
                    ? Palette.NO_FILM.getRGB()
                    : ColourMap.direction(m.x()[i], m.y()[i], m.z()[i])),
        g -> {
          ElectrodePainter.paint(g, frame, electrodes, film.voltages());
          frame.paintAxes(g);
          Legends.wheel(g, frame);
        });
  }

  /**
   * Strength of the current density on a logarithmic scale.
   *
   * @throws IllegalArgumentException if the film has no current
   */
  public static FilmFigure current(
      FilmState film, List<ElectrodeMark> electrodes, CurrentScale scale) {
    VectorField j = film.j();
    if (j == null) {
      throw new IllegalArgumentException("no current density in film " + film.label());
    }
    VectorField m = film.m();
    FilmFrame frame = FilmFrame.of(j.grid(), LEFT, TOP);
    List<Streamlines.Line> lines =
        Streamlines.of(j, scale.least(), StreamlinePainter.SPACING / frame.scale());
    return new FilmFigure(
        heading(film),
        "current density; the lines follow the current",
        "Current density of the film with streamlines, " + heading(film),
        frame,
        i -> {
          double size = magnitude(j, i);
          if (isEmpty(m, i)) {
            return opaque(Palette.NO_FILM.getRGB());
          }
          return scale.shows(size) ? opaque(ColourMap.SEQUENTIAL.rgb(scale.share(size))) : 0;
        },
        g -> {
          StreamlinePainter.paint(g, frame, lines);
          ElectrodePainter.paintWithVoltages(g, frame, electrodes, film.voltages());
          frame.paintAxes(g);
          Legends.bar(
              g,
              frame,
              ColourMap.SEQUENTIAL,
              scale.low(),
              scale.high(),
              "log\u2081\u2080 |j|  (A/m\u00b2)");
        });
  }

  /** Colour of mz in a cell. */
  static int mz(VectorField m, int i) {
    return opaque(
        isEmpty(m, i) ? Palette.NO_FILM.getRGB() : ColourMap.DIVERGING.rgb((m.z()[i] + 1) / 2));
  }

  @Override
  public int width() {
    return (int) (LEFT + frame.width() + RIGHT);
  }

  @Override
  public int height() {
    return (int) Math.max(TOP + frame.height() + BOTTOM, TOP + 220);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Palette.INK);
    Fonts.draw(g, Fonts.TITLE, title, LEFT, 26, Fonts.Anchor.START);
    g.setColor(Palette.MUTED);
    Fonts.draw(g, Fonts.SUBTITLE, subtitle, LEFT, 50, Fonts.Anchor.START);
    g.drawImage(
        cells,
        (int) frame.left(),
        (int) frame.top(),
        (int) frame.width(),
        (int) frame.height(),
        null);
    details.accept(g);
  }

  /** Where the film lies in the figure. */
  FilmFrame frame() {
    return frame;
  }

  /** Says which layer of several is shown, counted from 1 at the bottom. */
  static String shownLayer(Grid grid) {
    return grid.nz() == 1 ? "" : "; layer %d of %d".formatted(layer(grid) + 1, grid.nz());
  }

  /** The layer that is shown. */
  static int layer(Grid grid) {
    return grid.nz() / 2;
  }

  static double magnitude(VectorField f, int i) {
    return Math.sqrt(f.x()[i] * f.x()[i] + f.y()[i] * f.y()[i] + f.z()[i] * f.z()[i]);
  }

  static String heading(FilmState film) {
    return film.label() + ", t = " + Prefix.format(film.time(), "s");
  }

  private static boolean isEmpty(VectorField m, int i) {
    return m.x()[i] == 0 && m.y()[i] == 0 && m.z()[i] == 0;
  }

  private static int opaque(int rgb) {
    return 0xff000000 | rgb;
  }

  /** One pixel a cell, the row of the largest y on top. */
  static BufferedImage image(Grid grid, IntUnaryOperator argb) {
    BufferedImage image = new BufferedImage(grid.nx(), grid.ny(), BufferedImage.TYPE_INT_ARGB);
    int k = layer(grid);
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        image.setRGB(i, grid.ny() - 1 - j, argb.applyAsInt(grid.index(i, j, k)));
      }
    }
    return image;
  }
}
