package hopfilm.figures;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Legends;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import hopfilm.grid.Grid;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Maps of one quantity over a film side by side, with one scale of colours and its bar. The scale
 * ends where all but a hundredth of the cells are below, as fields are singular at the rim of a
 * contact; what is above has the colour of the end.
 *
 * @param film the cells, one layer
 * @param electrodes drawn on each map
 * @param tiles at least one, all of one quantity
 * @param isSigned true if zero lies in the middle of the scale
 * @param quantity such as {@code sensitivity}
 * @param unit of the values, without prefix
 */
public record MapTiles(
    Grid film,
    List<ElectrodeMark> electrodes,
    List<Tile> tiles,
    boolean isSigned,
    String quantity,
    String unit)
    implements Figure {
  private static final int TOP = 34;
  private static final int BOTTOM = 12;
  private static final int BAR = 122;
  private static final int MIN_BAR = 120;
  private static final double MAX_STRETCH = 2.5;

  /** A letter of a label is hardly wider [px]. */
  private static final int LETTER = 9;

  private static final double LEFT_OUT = 0.01;

  /**
   * A map.
   *
   * @param title above it
   * @param values by column of cells, i + nx j; NaN where there is no film
   * @param voltages of the electrodes, of which the signs are shown; null for none
   */
  public record Tile(String title, double[] values, double[] voltages) {}

  /** Copies the lists; the names of the electrodes are left out. */
  public MapTiles {
    tiles = List.copyOf(tiles);
    electrodes = electrodes.stream().map(ElectrodeMark::unnamed).toList();
  }

  private double pixels() {
    double longer =
        tiles.size() > 1 ? 1 : FilmFrame.stretch(film.sizeX() / film.sizeY(), MAX_STRETCH);
    return longer * FilmTiles.SIDE / Math.max(film.sizeX(), film.sizeY());
  }

  private int wide() {
    return (int) Math.max(1, Math.rint(pixels() * film.sizeX()));
  }

  private int high() {
    return (int) Math.max(1, Math.rint(pixels() * film.sizeY()));
  }

  /** Length of the colour bar, beside which its label fits [px]. */
  private int bar() {
    return Math.max(high(), Math.max(MIN_BAR, LETTER * (quantity + "  (k" + unit + ")").length()));
  }

  @Override
  public int width() {
    return tiles.size() * (wide() + FilmTiles.GAP) + BAR;
  }

  @Override
  public int height() {
    return TOP + Math.max(high(), bar()) + BOTTOM;
  }

  @Override
  public String description() {
    return quantity + ": " + String.join(", ", tiles.stream().map(Tile::title).toList());
  }

  @Override
  public void paint(Graphics2D g) {
    double end = end();
    Prefix prefix = unit.isEmpty() ? new Prefix("", 1) : Prefix.of(end);
    ColourMap map = isSigned ? ColourMap.DIVERGING : ColourMap.SEQUENTIAL;
    for (int k = 0; k < tiles.size(); k++) {
      Tile tile = tiles.get(k);
      int x = k * (wide() + FilmTiles.GAP);
      FilmFrame frame = new FilmFrame(film, x, TOP, wide(), high());
      g.setColor(Palette.INK);
      Fonts.draw(g, Fonts.LABEL, tile.title, x, TOP - 12, Fonts.Anchor.START);
      g.drawImage(
          FilmLayer.image(film, i -> colour(map, tile.values[i], end)),
          x,
          TOP,
          wide(),
          high(),
          null);
      ElectrodePainter.paint(g, frame, electrodes, tile.voltages);
      g.setColor(Palette.INK);
      g.setStroke(new BasicStroke(1.5f));
      g.draw(frame.bounds());
    }
    double top = end / prefix.factor();
    Legends.bar(
        g,
        tiles.size() * (wide() + FilmTiles.GAP) + 4,
        TOP,
        bar(),
        map,
        isSigned ? -top : 0,
        top,
        quantity + (unit.isEmpty() ? "" : "  (" + prefix.symbol() + unit + ")"));
  }

  private int colour(ColourMap map, double value, double end) {
    if (Double.isNaN(value)) {
      return FilmLayer.noFilm();
    }
    return FilmLayer.opaque(map.rgb(isSigned ? 0.5 + 0.5 * value / end : value / end));
  }

  /** End of the scale. */
  private double end() {
    double[] sizes =
        tiles.stream()
            .flatMapToDouble(t -> Arrays.stream(t.values))
            .map(Math::abs)
            .filter(v -> v > 0 && Double.isFinite(v))
            .sorted()
            .toArray();
    return sizes.length == 0 ? 1 : sizes[(int) ((1 - LEFT_OUT) * (sizes.length - 1))];
  }

  /** The values of a quantity, NaN where there is no film. */
  public static double[] where(boolean[] isFilm, double[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(c -> isFilm[c] ? values[c] : Double.NaN)
        .toArray();
  }
}
