package hopfilm.figures;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Legends;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import hopfilm.chart.Ticks;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Films side by side under their labels: mz above, log |j| below, each row with one scale of
 * colours. For comparing; {@link FilmFigure} shows more of one film.
 */
public final class FilmTiles implements Figure {
  static final int LEFT = 34;
  static final int SIDE = 260;
  static final int GAP = 12;

  /** Between the rows, so that the numbers at their colour bars stand apart. */
  private static final int ROW_GAP = 24;

  private static final int TOP = 34;
  private static final int BAR = 112;
  private static final int BOTTOM = 34;

  private final List<FilmState> films;
  private final List<ElectrodeMark> electrodes;
  private final CurrentScale scale;
  private final int width;
  private final int height;

  /**
   * @param films at least one, all of one film, with currents
   * @param electrodes their names are left out, their signs shown
   */
  public FilmTiles(List<FilmState> films, List<ElectrodeMark> electrodes) {
    this.films = List.copyOf(films);
    this.electrodes = electrodes.stream().map(ElectrodeMark::unnamed).toList();
    this.scale =
        CurrentScale.of(films.stream().map(FilmState::j).filter(Objects::nonNull).toList());
    Grid g = films.get(0).m().grid();
    double pixels = SIDE / Math.max(g.sizeX(), g.sizeY());
    this.width = (int) Math.rint(pixels * g.sizeX());
    this.height = (int) Math.rint(pixels * g.sizeY());
  }

  @Override
  public int width() {
    return LEFT + films.size() * (width + GAP) + BAR;
  }

  @Override
  public int height() {
    return TOP + 2 * height + ROW_GAP + BOTTOM;
  }

  @Override
  public String description() {
    return "Magnetisation and current density of the film: "
        + String.join(", ", films.stream().map(FilmState::label).toList());
  }

  @Override
  public void paint(Graphics2D g) {
    int below = TOP + height + ROW_GAP;
    for (int k = 0; k < films.size(); k++) {
      FilmState film = films.get(k);
      int x = LEFT + k * (width + GAP);
      g.setColor(Palette.INK);
      Fonts.draw(g, Fonts.TITLE, film.label(), x, TOP - 12, Fonts.Anchor.START);
      tile(g, film, x, TOP, i -> FilmLayer.mz(film.m(), i));
      tile(g, film, x, below, i -> current(film, i));
    }
    g.setColor(Palette.INK);
    Fonts.upwards(g, Fonts.LABEL, "magnetisation", LEFT - 12, TOP + height / 2.0);
    Fonts.upwards(g, Fonts.LABEL, "current density", LEFT - 12, below + height / 2.0);
    int right = LEFT + films.size() * (width + GAP) + 4;
    Legends.bar(g, right, TOP, height, ColourMap.DIVERGING, -1, 1, "mz");
    Legends.bar(
        g,
        right,
        below,
        height,
        ColourMap.SEQUENTIAL,
        scale.low(),
        scale.high(),
        "log\u2081\u2080 |j|  (A/m\u00b2)");
    scaleBar(g, below + height + 18);
  }

  private void tile(Graphics2D g, FilmState film, int x, int y, IntUnaryOperator argb) {
    Grid grid = film.m().grid();
    FilmFrame frame = new FilmFrame(grid, x, y, width, height);
    g.drawImage(FilmLayer.image(grid, argb), x, y, width, height, null);
    ElectrodePainter.paint(g, frame, electrodes, film.voltages());
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(frame.bounds());
  }

  private int current(FilmState film, int i) {
    VectorField j = film.j();
    return j == null ? 0 : scale.argb(j, i);
  }

  /** A round length of about a third of the film. */
  private void scaleBar(Graphics2D g, double y) {
    double size = films.get(0).m().grid().sizeX();
    List<Double> ticks = Ticks.between(0, size, 4);
    double length = ticks.size() > 1 ? ticks.get(1) : size;
    double end = LEFT + width * length / size;
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    g.draw(new Line2D.Double(LEFT, y, end, y));
    Fonts.centre(g, Fonts.TICK, Prefix.format(length, "m"), end + 10, y, Fonts.Anchor.START);
  }
}
