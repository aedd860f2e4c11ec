package hopfilm.where;

import hopfilm.chart.Figure;
import hopfilm.chart.Row;
import hopfilm.chart.Stack;
import hopfilm.figures.ElectrodeMark;
import hopfilm.figures.MapTiles;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Pattern;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The picture of {@link WhereWeightsSit}: densities per area, so that cells of any size compare.
 */
final class WhereFigure {

  private static final int PAIRS_A_ROW = 6;

  /** Trained patterns in the picture. */
  private static final int MAX_TRAINED = 2;

  private static final double SQUARE_MICROMETRE = 1e-12;

  private final WhereWeightsSit where;
  private final Grid film;
  private final List<ElectrodeMark> marks;
  private final boolean[] isFilm;
  private final double area;
  private final StripeAverage average;

  private WhereFigure(WhereWeightsSit where) {
    this.where = where;
    Grid g = where.experiment().film().grid();
    this.film =
        new Grid(
            g.nx(),
            g.ny(),
            1,
            g.dx(),
            g.dy(),
            g.sizeZ(),
            new Grid.Boundary(g.edgesX(), g.edgesY(), hopfilm.grid.Edges.OPEN));
    this.marks = where.electrodes().stream().map(e -> ElectrodeMark.of(e, g)).toList();
    CellMask cells = where.experiment().film().cells();
    this.isFilm = new boolean[g.nx() * g.ny()];
    for (int c = 0; c < isFilm.length; c++) {
      isFilm[c] = cells.inside(c);
    }
    this.average = new StripeAverage(where.experiment().film(), where.experiment().material());
    this.area = g.dx() * g.dy() / SQUARE_MICROMETRE;
  }

  static Figure of(WhereWeightsSit where) {
    WhereFigure f = new WhereFigure(where);
    List<Figure> rows = new ArrayList<>();
    rows.add(f.films());
    int shown = where.trained();
    for (int k = 0; k < where.patterns().size(); k++) {
      if (k < Math.min(shown, MAX_TRAINED) || k >= shown) {
        rows.add(f.pattern(k));
      }
    }
    List<WeightMap> pairs = where.shownPairs();
    for (int k = 0; k < pairs.size(); k += PAIRS_A_ROW) {
      rows.add(f.pairs(k, pairs.subList(k, Math.min(k + PAIRS_A_ROW, pairs.size()))));
    }
    return new Stack(rows);
  }

  private Figure films() {
    return new Row(
        "The film",
        List.of(
            new MapTiles(
                film,
                marks,
                List.of(
                    new MapTiles.Tile(
                        "before, t = " + time(where.timeBefore()),
                        mz(where.states().before().m()),
                        null),
                    new MapTiles.Tile(
                        "after, t = " + time(where.timeAfter()),
                        mz(where.states().after().m()),
                        null)),
                true,
                "mz",
                "")));
  }

  private static String time(double t) {
    return Double.isNaN(t) ? "unknown" : Quantity.format(t, Dimension.TIME);
  }

  /** m_z of the layer in the middle. */
  private double[] mz(VectorField m) {
    int columns = isFilm.length;
    int from = Math.floorDiv(m.grid().nz(), 2) * columns;
    return MapTiles.where(isFilm, Arrays.copyOfRange(m.z(), from, from + columns));
  }

  private Figure pattern(int k) {
    WeightMap map = where.patterns().get(k);
    double[] signs = signs(map.name());
    return new Row(
        title(k, map),
        List.of(
            new MapTiles(
                film,
                marks,
                List.of(
                    new MapTiles.Tile("sensitivity before", density(map.before()), signs),
                    new MapTiles.Tile("sensitivity after", density(map.after()), signs)),
                false,
                "sensitivity",
                map.unit() + "/(rad \u00b5m\u00b2)"),
            new MapTiles(
                film,
                marks,
                List.of(new MapTiles.Tile("what training added", density(map.change()), signs)),
                true,
                "change of power",
                map.unit() + "/\u00b5m\u00b2"),
            new MapTiles(
                film,
                marks,
                List.of(new MapTiles.Tile(averaged(), density(average.of(map.change())), signs)),
                true,
                "change of power",
                map.unit() + "/\u00b5m\u00b2")));
  }

  private String title(int k, WeightMap map) {
    String what =
        where.learned().isEmpty()
            ? "power of the drive"
            : k >= where.trained()
                ? "the lowest other state"
                : where.learned().get(k) ? "trained and learned" : "trained, not learned";
    return "%s  %s, E\u2032 = %s"
        .formatted(map.name().replace('-', '\u2212'), what, said(map.energy(), Dimension.POWER));
  }

  private static double[] signs(String name) {
    return name.matches("[+-]+") ? new Pattern(name).voltages(1) : null;
  }

  private Figure pairs(int k, List<WeightMap> pairs) {
    return new Row(
        k == 0 ? "Weights of the pairs of electrodes, " + averaged() : "",
        List.of(
            new MapTiles(
                film,
                marks,
                pairs.stream().map(p -> tile(p)).toList(),
                true,
                "change of G",
                "S/\u00b5m\u00b2")));
  }

  private MapTiles.Tile tile(WeightMap pair) {
    return new MapTiles.Tile(
        pair.name() + ":  G\u2032 = " + said(pair.total(), Dimension.CONDUCTANCE),
        density(average.of(pair.change())),
        null);
  }

  private String averaged() {
    double nanometres = Math.rint(average.width() * 1e9);
    return "averaged over " + Quantity.format(nanometres * 1e-9, Dimension.LENGTH);
  }

  /** A quantity with a real minus sign. */
  private static String said(double value, Dimension dimension) {
    return Quantity.format(value, dimension).replace('-', '\u2212');
  }

  private double[] density(double[] values) {
    return MapTiles.where(isFilm, Arrays.stream(values).map(v -> v / area).toArray());
  }
}
