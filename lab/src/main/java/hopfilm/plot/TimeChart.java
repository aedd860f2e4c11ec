package hopfilm.plot;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.PlotAxis;
import hopfilm.chart.Prefix;
import hopfilm.io.Table;
import hopfilm.result.PatternEnergies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns of the table against time. */
public final class TimeChart {
  /** Column of the Curie temperature. */
  private static final String CURIE = "Tc";

  /** More points than pixels only make a file large. */
  private static final int MAX_POINTS = 1200;

  /** Colours keep so many curves apart. */
  private static final int MAX_CURVES = 7;

  /** Height of the plot [px]. */
  private static final int PLOT = 286;

  /** Part of the time in which a random start may leave the range of the plot. */
  private static final double SETTLING = 0.01;

  private static final Map<String, String> TITLES =
      Map.of(
          "V", "Voltages of the electrodes",
          "I", "Currents into the film",
          "R", "Resistances between electrodes");

  private static final Map<String, List<String>> UNITS =
      Map.of("V", List.of("V"), "I", List.of("A"), "R", List.of("Ohm", "\u03a9"));

  private TimeChart() {}

  /**
   * A curve of a chart.
   *
   * @param column its name in the table
   * @param label its name in the legend
   */
  record Curve(String column, String label) {}

  /** The conductances between each pair of electrodes. */
  public static Figure conductances(Table table, List<String> electrodes, List<Phase> phases) {
    List<Curve> curves = pairs(table, electrodes);
    return of(
        "Conductances between electrodes",
        "G(t): current into one for 1 V on the other, hence negative" + choice(curves, electrodes),
        "G",
        table,
        curves,
        phases);
  }

  /** Change of each conductance since training began. */
  public static Figure changes(Table table, List<String> electrodes, List<Phase> phases) {
    List<Curve> curves = pairs(table, electrodes);
    Table changed = changed(table, curves.stream().map(Curve::column).toList(), phases);
    return of(
        "Change of the conductances",
        "G(t) \u2212 G("
            + Prefix.format(changed.rows().get(0)[0], "s")
            + "); below zero: conducts better"
            + choice(curves, electrodes),
        "change of G",
        changed,
        curves,
        phases);
  }

  /** Columns less what they were at the last row before the first phase; that row is the first. */
  static Table changed(Table table, List<String> names, List<Phase> phases) {
    double[] t = table.column("t");
    double start = phases.isEmpty() ? t[0] : phases.get(0).start();
    int base = 0;
    while (base + 1 < t.length && t[base + 1] <= start * (1 + 1e-9)) {
      base++;
    }
    List<Table.Column> columns = new ArrayList<>(List.of(new Table.Column("t", "s")));
    List<double[]> values = new ArrayList<>(List.of(t));
    for (String name : names) {
      columns.add(new Table.Column(name, "S"));
      values.add(table.column(name));
    }
    List<double[]> rows = new ArrayList<>();
    for (int i = base; i < t.length; i++) {
      double[] row = new double[columns.size()];
      row[0] = t[i];
      for (int c = 1; c < row.length; c++) {
        row[c] = values.get(c)[i] - values.get(c)[base];
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  /** Each pair of electrodes in the table; of many those that change most. */
  private static List<Curve> pairs(Table table, List<String> electrodes) {
    List<Curve> curves = new ArrayList<>();
    for (int a = 0; a < electrodes.size(); a++) {
      for (int b = a + 1; b < electrodes.size(); b++) {
        String column = "G_" + electrodes.get(a) + "_" + electrodes.get(b);
        if (table.has(column)) {
          curves.add(new Curve(column, electrodes.get(a) + "\u2013" + electrodes.get(b)));
        }
      }
    }
    if (curves.size() > MAX_CURVES) {
      Map<Curve, Double> changes = new HashMap<>();
      curves.forEach(c -> changes.put(c, change(table.column(c.column))));
      curves.sort(Comparator.comparingDouble(c -> -changes.get(c)));
    }
    return curves.subList(0, Math.min(MAX_CURVES, curves.size()));
  }

  /** Says which pairs are shown, where that is not all. */
  private static String choice(List<Curve> shown, List<String> electrodes) {
    int all = electrodes.size() * (electrodes.size() - 1) / 2;
    return shown.size() < MAX_CURVES || all == MAX_CURVES
        ? ""
        : "; the %d of %d pairs that change most".formatted(shown.size(), all);
  }

  /** Conductance of the film between whole opposite edges, gx along x and gy along y. */
  public static Figure edgeToEdge(Table table, List<Phase> phases) {
    return of(
        "Conductance along x and along y",
        "between whole opposite edges, in units of thickness / \u03c1\u22a5",
        "g",
        table,
        List.of(new Curve("gx", "gx"), new Curve("gy", "gy")),
        phases);
  }

  /** A table with the Curie temperature beside that of the film [K]. */
  public static Table withCurie(Table table, double kelvin) {
    List<Table.Column> columns = new ArrayList<>(table.columns());
    columns.add(new Table.Column(CURIE, "K"));
    List<double[]> rows = new ArrayList<>();
    for (double[] row : table.rows()) {
      double[] longer = Arrays.copyOf(row, row.length + 1);
      longer[row.length] = kelvin;
      rows.add(longer);
    }
    return new Table(columns, rows);
  }

  /**
   * Mean and largest temperature of the film, with the Curie temperature where the table has it;
   * null where the current does not heat it.
   */
  public static Figure temperature(Table table, List<Phase> phases) {
    return of(
        "Temperature of the film",
        "by the heat of its own current",
        "temperature",
        table,
        List.of(
            new Curve("T_max", "hottest cell"),
            new Curve("T_mean", "mean"),
            new Curve(CURIE, "Curie temperature")),
        phases);
  }

  /**
   * Voltages, currents or resistances that the table has a column of, such as V_n1; null without
   * any, or where all are 0.
   *
   * @param prefix of the columns: V, I or R
   * @param source of the numbers, in words
   */
  public static Figure electric(String prefix, Table table, String source, List<Phase> phases) {
    List<Curve> curves = new ArrayList<>();
    double largest = 0;
    for (Table.Column c : table.columns()) {
      if (c.name().startsWith(prefix + "_") && UNITS.get(prefix).contains(c.unit())) {
        String label = c.name().substring(prefix.length() + 1).replace('_', '\u2013');
        curves.add(new Curve(c.name(), label));
        largest = Math.max(largest, largest(table.column(c.name())));
      }
    }
    if (largest == 0) {
      return null;
    }
    Map<Curve, Double> changes = new HashMap<>();
    curves.forEach(c -> changes.put(c, change(table.column(c.column))));
    List<Curve> shown = new ArrayList<>(curves);
    if (shown.size() > MAX_CURVES) {
      shown.sort(Comparator.comparingDouble(c -> -changes.get(c)));
      shown = shown.subList(0, MAX_CURVES);
    }
    return of(
        TITLES.get(prefix),
        prefix
            + "(t), as in "
            + source
            + (shown.size() == curves.size()
                ? ""
                : "; the %d of %d that change most".formatted(shown.size(), curves.size())),
        prefix,
        table,
        shown,
        phases);
  }

  private static double largest(double[] v) {
    return Arrays.stream(v).filter(Double::isFinite).map(Math::abs).max().orElse(0);
  }

  /** Components of the magnetisation, means over the film, as other programs draw them. */
  public static Figure magnetisation(Table table, List<Phase> phases) {
    return of(
        "Mean magnetisation",
        "components of m, averaged over the film",
        "m",
        table,
        List.of(new Curve("mx", "mx"), new Curve("my", "my"), new Curve("mz", "mz")),
        phases);
  }

  /** The way of a skyrmion's centre through the film; null where the table does not have it. */
  public static Figure path(Table table) {
    if (!table.has("skyrmion_x") || !table.has("skyrmion_y")) {
      return null;
    }
    double[] x = table.column("skyrmion_x");
    double[] y = table.column("skyrmion_y");
    int[] there =
        IntStream.range(0, x.length)
            .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
            .toArray();
    if (there.length < 2) {
      return null;
    }
    Prefix prefix = Prefix.of(x);
    String unit = " (" + prefix.symbol() + "m)";
    double last = table.column("t")[there[there.length - 1]];
    return new CurveChart(
            "Path of the skyrmion",
            "its centre up to " + Prefix.format(last, "s") + "; the square is where it began",
            "x" + unit,
            "y" + unit)
        .plotHeight(PLOT)
        .unit(prefix.factor())
        .line("path", in(prefix, x, there), in(prefix, y, there))
        .points(
            "start", in(prefix, x, Arrays.copyOf(there, 1)), in(prefix, y, Arrays.copyOf(there, 1)))
        .figure();
  }

  private static double[] in(Prefix prefix, double[] v, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> v[i] / prefix.factor()).toArray();
  }

  /** Whether the columns stay the same, to a hundredth of the largest number in them. */
  public static boolean isFlat(Table table, String... columns) {
    List<double[]> values = Stream.of(columns).filter(table::has).map(table::column).toList();
    double largest = values.stream().mapToDouble(TimeChart::largest).max().orElse(0);
    return values.stream().allMatch(v -> change(v) <= 0.01 * largest);
  }

  /**
   * E' of the pattern in training.
   *
   * @param input of all its values; null where it is not known
   */
  public static Figure energy(Table table, List<Phase> phases, PatternEnergies.Input input) {
    return of(
        "Energy of the pattern in training",
        "E\u2032 falls while the film learns" + (input == null ? "" : "; " + input.words()),
        "E\u2032",
        table,
        List.of(new Curve("E_prime", "E\u2032")),
        phases);
  }

  /** Null if the table holds no number in any of the columns. */
  static Figure of(
      String title,
      String subtitle,
      String quantity,
      Table table,
      List<Curve> curves,
      List<Phase> phases) {
    List<Curve> filled =
        curves.stream()
            .filter(c -> table.has(c.column))
            .filter(c -> Arrays.stream(table.column(c.column)).filter(Double::isFinite).count() > 1)
            .toList();
    if (filled.isEmpty()) {
      return null;
    }
    String unit = table.columns().get(table.indexOf(filled.get(0).column).getAsInt()).unit();
    Prefix prefix =
        unit.isEmpty()
            ? new Prefix("", 1)
            : Prefix.of(
                filled.stream()
                    .flatMapToDouble(c -> Arrays.stream(table.column(c.column)))
                    .toArray());
    String yTitle = unit.isEmpty() ? quantity : quantity + " (" + prefix.symbol() + unit + ")";
    Prefix time = Prefix.of(table.column("t"));
    CurveChart chart =
        new CurveChart(title, subtitle, "time (" + time.symbol() + "s)", yTitle)
            .plotHeight(PLOT)
            .unit(time.factor())
            .namesAtEnds();
    for (Phase p : phases) {
      chart.shaded(Fonts.pattern(p.name()), p.start() / time.factor(), p.end() / time.factor());
    }
    curves(chart, table, filled, time, prefix);
    return chart.figure();
  }

  private static void curves(
      CurveChart chart, Table table, List<Curve> curves, Prefix time, Prefix prefix) {
    double[] t = table.column("t");
    double first = t[0] / time.factor();
    double last = t[t.length - 1] / time.factor();
    double settled = first + SETTLING * (last - first);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      double[] v = table.column(curve.column);
      int[] kept = kept(v);
      double[] x = Arrays.stream(kept).mapToDouble(i -> t[i] / time.factor()).toArray();
      double[] y = Arrays.stream(kept).mapToDouble(i -> v[i] / prefix.factor()).toArray();
      chart.line(curve.label, x, y);
      for (int i = 0; i < y.length; i++) {
        // a random start falls apart at once and would press the rest of the curve flat
        if (x[i] >= settled || x[x.length - 1] < settled || y.length < 20) {
          low = Math.min(low, y[i]);
          high = Math.max(high, y[i]);
        }
      }
    }
    PlotAxis horizontal =
        last > first ? new PlotAxis(first, last, false) : PlotAxis.roomy(first, last);
    chart.axes(horizontal, PlotAxis.roomy(low, high));
  }

  /** Rows that hold a number, thinned out evenly, the last one always there. */
  private static int[] kept(double[] v) {
    int stride = 1 + (v.length - 1) / MAX_POINTS;
    return IntStream.range(0, v.length)
        .filter(i -> Double.isFinite(v[i]) && (i % stride == 0 || i == v.length - 1))
        .toArray();
  }

  private static double change(double[] v) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double x : v) {
      if (Double.isFinite(x)) {
        low = Math.min(low, x);
        high = Math.max(high, x);
      }
    }
    return high - low;
  }
}
