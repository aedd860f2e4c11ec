package hopfilm.figures;

import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Palette;
import hopfilm.chart.PlotAxis;
import hopfilm.chart.Prefix;
import hopfilm.result.PatternEnergies;
import hopfilm.result.PatternEnergies.PatternEnergy;
import hopfilm.result.PatternEnergies.Trained;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * E' of the patterns of several films as bars, on one scale, each below its film in {@link
 * FilmTiles} of a square film. The lowest pattern that carries current is outlined.
 */
public final class EnergyTiles implements Figure {
  private static final int TOP = 40;
  private static final int ROW = 22;
  private static final int BOTTOM = 34;
  private static final int NAME = 66;

  private final String title;
  private final List<PatternEnergies> readings;
  private final Prefix prefix;
  private final PlotAxis axis;

  /**
   * @param title one line above
   * @param readings one a film, of the same patterns
   */
  public EnergyTiles(String title, List<PatternEnergies> readings) {
    this.title = title;
    this.readings = List.copyOf(readings);
    double[] all =
        readings.stream()
            .flatMap(r -> r.energies().stream())
            .mapToDouble(PatternEnergy::watts)
            .toArray();
    this.prefix = Prefix.of(all);
    double low = 0;
    double high = 0;
    for (double e : all) {
      low = Math.min(low, e / prefix.factor());
      high = Math.max(high, e / prefix.factor());
    }
    this.axis = PlotAxis.around(low, high, false);
  }

  @Override
  public int width() {
    return FilmTiles.LEFT + readings.size() * (FilmTiles.SIDE + FilmTiles.GAP);
  }

  @Override
  public int height() {
    return TOP + rows() * ROW + BOTTOM;
  }

  private int rows() {
    return readings.stream().mapToInt(r -> r.energies().size()).max().orElse(0);
  }

  @Override
  public String description() {
    return title
        + ": "
        + String.join(
            ", ", readings.stream().map(r -> r.label() + ", lowest " + r.minimum()).toList());
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Palette.INK);
    Fonts.draw(g, Fonts.LABEL, title, FilmTiles.LEFT, 24, Fonts.Anchor.START);
    for (int k = 0; k < readings.size(); k++) {
      double left = FilmTiles.LEFT + k * (FilmTiles.SIDE + FilmTiles.GAP);
      panel(g, readings.get(k), left, k == readings.size() - 1);
    }
  }

  private void panel(Graphics2D g, PatternEnergies reading, double left, boolean isLast) {
    double start = left + NAME;
    double length = FilmTiles.SIDE - NAME - 10;
    double bottom = TOP + rows() * ROW;
    for (PlotAxis.Tick t : axis.ticks(4)) {
      double x = start + axis.share(t.value()) * length;
      g.setColor(t.value() == 0 ? Palette.INK : Palette.GRID);
      g.setStroke(new BasicStroke(t.value() == 0 ? 1.5f : 1));
      g.draw(new Line2D.Double(x, TOP, x, bottom));
      g.setColor(Palette.INK);
      Fonts.draw(g, Fonts.TICK, t.label(), x, bottom + 20, Fonts.Anchor.MIDDLE);
    }
    if (isLast) {
      String unit = prefix.symbol() + "W";
      Fonts.draw(g, Fonts.TICK, unit, start + length + 14, bottom + 20, Fonts.Anchor.START);
    }
    double zero = start + axis.share(0) * length;
    int row = 0;
    for (PatternEnergy e : reading.energies()) {
      double y = TOP + row * ROW;
      g.setColor(Palette.INK);
      Fonts.centre(
          g,
          Fonts.TICK,
          Fonts.pattern(e.pattern()),
          left + NAME - 8,
          y + ROW / 2.0,
          Fonts.Anchor.END);
      double end = start + axis.share(e.watts() / prefix.factor()) * length;
      Rectangle2D bar =
          new Rectangle2D.Double(Math.min(zero, end), y + 4, Math.abs(end - zero), ROW - 8);
      boolean trained =
          reading.trained().stream().map(Trained::pattern).anyMatch(e.pattern()::equals);
      g.setColor(trained ? Palette.VERMILLION : Palette.SKY);
      g.fill(bar);
      if (e.pattern().equals(reading.minimum())) {
        g.setColor(Palette.INK);
        g.setStroke(new BasicStroke(2));
        g.draw(bar);
      }
      row++;
    }
  }
}
