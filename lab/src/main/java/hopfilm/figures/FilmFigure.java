package hopfilm.figures;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Heading;
import hopfilm.chart.Palette;
import hopfilm.grid.CellMask;
import hopfilm.grid.VectorField;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
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

  /** Room for title and subtitle [px]. */
  private static final int MIN_WIDTH = 460;

  /** Heights of the bar and of the wheel beside the film [px]. */
  private static final int BAR = 150;

  private static final int WHEEL = 220;

  private final String title;
  private final String subtitle;
  private final String description;
  private final FilmFrame frame;
  private final int legend;
  private final BufferedImage cells;
  private final Consumer<Graphics2D> details;

  private FilmFigure(
      String title,
      String subtitle,
      String description,
      FilmFrame frame,
      int legend,
      IntUnaryOperator argb,
      Consumer<Graphics2D> details) {
    this.title = title;
    this.legend = legend;
    this.subtitle = subtitle + FilmLayer.note(frame.grid());
    this.description = description;
    this.frame = frame;
    this.cells = FilmLayer.image(frame.grid(), argb);
    this.details = details;
  }

  /** Writes a PNG of mz and the in-plane directions. */
  public static void write(Path file, VectorField m, double time) throws IOException {
    Figure figure = texture(new FilmState("snapshot", time, m, null, null), List.of());
    FigureFiles.writePng(file, FigureFiles.png(figure));
  }

  /**
   * Which cells hold film, and the electrodes with their names.
   *
   * @param subtitle below it
   * @param regions the region of each cell from 1 on, which has a colour, or 0
   */
  public static FilmFigure device(
      String title,
      String subtitle,
      CellMask cells,
      int[] regions,
      List<ElectrodeMark> electrodes) {
    FilmFrame frame = FilmFrame.of(cells.grid(), LEFT, TOP);
    return new FilmFigure(
        title,
        subtitle,
        "Outline of the film with its electrodes, " + title,
        frame,
        BAR,
        i -> cells.inside(i) ? FilmLayer.film(regions[i]) : FilmLayer.noFilm(),
        g -> {
          ElectrodePainter.paintNames(g, frame, electrodes);
          frame.paintAxes(g);
        });
  }

  /** mz as colour and the in-plane part as arrows, where the picture is fine enough for these. */
  public static FilmFigure texture(FilmState film, List<ElectrodeMark> electrodes) {
    VectorField m = film.m();
    FilmFrame frame = FilmFrame.of(m.grid(), LEFT, TOP);
    boolean hasArrows = Arrows.areTelling(frame, m, 1);
    return new FilmFigure(
        film.heading(),
        "magnetisation: colour mz" + (hasArrows ? ", arrows mx and my" : ""),
        "Magnetisation of the film, " + film.heading(),
        frame,
        BAR,
        i -> FilmLayer.mz(m, i),
        g -> {
          if (hasArrows) {
            Graphics2D inside = (Graphics2D) g.create();
            inside.clip(frame.bounds());
            Arrows.paint(inside, frame, m, 1, Palette.ARROW);
            inside.dispose();
          }
          ElectrodePainter.paint(g, frame, electrodes, film.voltages());
          frame.paintAxes(g);
          frame.paintBar(g, ColourMap.DIVERGING, -1, 1, "mz");
        });
  }

  /** Direction of m: hue in the plane, light up, dark down. */
  public static FilmFigure direction(FilmState film, List<ElectrodeMark> electrodes) {
    VectorField m = film.m();
    FilmFrame frame = FilmFrame.of(m.grid(), LEFT, TOP);
    return new FilmFigure(
        film.heading(),
        "direction of m: hue in the plane, light up, dark down",
        "Direction of the magnetisation, " + film.heading(),
        frame,
        WHEEL,
        i -> FilmLayer.direction(m, i),
        g -> {
          ElectrodePainter.paint(g, frame, electrodes, film.voltages());
          frame.paintAxes(g);
          frame.paintWheel(g);
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
        film.heading(),
        "current density; the lines follow the current",
        "Current density of the film with streamlines, " + film.heading(),
        frame,
        BAR,
        i -> FilmLayer.isEmpty(m, i) ? FilmLayer.noFilm() : scale.argb(j, i),
        g -> {
          StreamlinePainter.paint(g, frame, lines);
          ElectrodePainter.paintWithVoltages(g, frame, electrodes, film.voltages());
          frame.paintAxes(g);
          frame.paintBar(
              g,
              ColourMap.SEQUENTIAL,
              scale.low(),
              scale.high(),
              "log\u2081\u2080 |j|  (A/m\u00b2)");
        });
  }

  @Override
  public int width() {
    return (int) Math.max(LEFT + frame.width() + RIGHT, MIN_WIDTH);
  }

  @Override
  public int height() {
    return (int) Math.max(TOP + frame.height() + BOTTOM, TOP + legend);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void paint(Graphics2D g) {
    Heading.paint(g, LEFT, 0, title, subtitle);
    g.drawImage(
        cells,
        (int) frame.left(),
        (int) frame.top(),
        (int) frame.width(),
        (int) frame.height(),
        null);
    details.accept(g);
  }

  /** Place of the film in the figure. */
  FilmFrame frame() {
    return frame;
  }
}
