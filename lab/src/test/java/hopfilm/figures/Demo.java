package hopfilm.figures;

import hopfilm.chart.FigureFiles;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.io.Table;
import hopfilm.plot.Basin;
import hopfilm.plot.EnergyChart;
import hopfilm.plot.MatrixFigure;
import hopfilm.plot.Phase;
import hopfilm.plot.RetrievalGraph;
import hopfilm.plot.TimeChart;
import hopfilm.result.PatternEnergies;
import hopfilm.result.PatternEnergies.PatternEnergy;
import hopfilm.result.PatternEnergies.Trained;
import hopfilm.result.Retrieved;
import hopfilm.transport.Electrode;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Paints made-up data, to look at: {@code java ... hopfilm.figures.Demo FOLDER}. */
public final class Demo {
  private Demo() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    FilmState film = film("untrained", 0, 0.3);
    FigureFiles.write(folder, "texture", FilmFigure.texture(film, corners()));
    FigureFiles.write(folder, "direction", FilmFigure.direction(film, corners()));
    FigureFiles.write(
        folder, "current", FilmFigure.current(film, corners(), CurrentScale.of(List.of(film.j()))));
    FigureFiles.write(folder, "energies", EnergyChart.of(energies("trained", -1), "untrained"));
    FigureFiles.write(folder, "missed", EnergyChart.of(energies("trained", 1), "saturated"));
    List<String> names = List.of("n1", "n2", "n3", "n4");
    FigureFiles.write(folder, "conductances", TimeChart.conductances(table(), names, phases()));
    FigureFiles.write(folder, "edges", TimeChart.edgeToEdge(table(), phases()));
    FigureFiles.write(folder, "energy", TimeChart.energy(table(), phases(), INPUT));
    FigureFiles.write(
        folder,
        "g",
        new MatrixFigure("G, trained", "under current", matrix(0.02, false), "S", names, 5));
    FigureFiles.write(
        folder,
        "weights",
        new MatrixFigure(
            "G\u2032 = G \u2212 Gref, trained",
            "reference untrained",
            matrix(0.02, true),
            "S",
            names,
            3));
    FigureFiles.write(
        folder, "graph", RetrievalGraph.of(retrieval(6, 0.35), Set.of("+-+-+-", "++--++")));
    FigureFiles.write(
        folder, "basins", RetrievalGraph.of(retrieval(9, 0.3), Set.of("+-+-+-+-+", "++++-----")));
    manyElectrodes(folder);
  }

  private static ElectrodeMark mark(String name, hopfilm.grid.Shape shape, FilmState film) {
    return ElectrodeMark.of(new Electrode(name, shape), film.m().grid());
  }

  /** Shows long names, long patterns, large matrices and electrodes without width. */
  private static void manyElectrodes(Path folder) throws IOException {
    FilmState film = film("untrained", 0, 0.2);
    FilmState along = new FilmState("Fig. 1", 30e-9, film.m(), film.j(), new double[] {0.05, 0});
    Rectangle left = new Rectangle(0, 0, 0, 512e-9);
    Rectangle right = new Rectangle(512e-9, 0, 512e-9, 512e-9);
    FigureFiles.write(
        folder,
        "sides",
        FilmFigure.texture(along, List.of(mark("left", left, film), mark("right", right, film))));
    List<ElectrodeMark> marks = new ArrayList<>();
    double[] volts = new double[35];
    double[][] g = new double[35][35];
    for (int k = 0; k < 35; k++) {
      volts[k] = k % 3 - 1;
      Disc disc =
          new Disc((50 + 103 * (k % 5)) * 1e-9, (50 + 68 * Math.floorDiv(k, 5)) * 1e-9, 2e-8);
      marks.add(mark("n" + (k + 1), disc, film));
      for (int l = 0; l < 35; l++) {
        g[k][l] = k == l ? 3e-3 : -3e-3 / (1 + Math.abs(k - l));
      }
    }
    FilmState letters = new FilmState("letters", 0, film.m(), film.j(), volts);
    FigureFiles.write(
        folder, "letters", FilmFigure.current(letters, marks, new CurrentScale(11, 12.5)));
    List<String> names = marks.stream().map(ElectrodeMark::name).toList();
    FigureFiles.write(folder, "large", new MatrixFigure("G, letters", "at rest", g, "S", names, 4));
    List<PatternEnergy> energies = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      String pattern = "+" + Integer.toBinaryString(512 + k).replace('0', '-').replace('1', '+');
      energies.add(new PatternEnergy(pattern, 1e-12 * Math.cos(k * k)));
    }
    PatternEnergies many =
        new PatternEnergies(
            "letters",
            energies,
            energies.get(3).pattern(),
            List.of(new Trained(energies.get(60).pattern(), 3e-13, false, -0.2)),
            true);
    FigureFiles.write(folder, "many", EnergyChart.of(many, "untrained"));
  }

  /** All starts of so many electrodes; a share keeps its own pattern, the rest ends at two. */
  public static Retrieved retrieval(int electrodes, double kept) {
    String checks = "+-+-+-+-+-".substring(0, electrodes);
    String other = electrodes == 6 ? "++--++" : "++++-----";
    Map<String, Retrieved.End> from = new LinkedHashMap<>();
    int hits = 0;
    for (int k = 0; k < 1 << electrodes; k++) {
      StringBuilder signs = new StringBuilder();
      for (int b = 0; b < electrodes; b++) {
        signs.append((k >> b & 1) == 0 ? '+' : '-');
      }
      String start = signs.toString();
      boolean flip = start.charAt(0) == '-';
      String half = flip ? Basin.negative(start) : start;
      double draw = Math.abs(Math.sin(half.hashCode()));
      String end = draw < kept / 8 ? half : draw < kept ? "+".repeat(electrodes - 1) + "-" : checks;
      end = draw > 0.8 ? other : end;
      boolean hit = end.equals(checks) || end.equals(other);
      boolean cycle = k % 31 == 7;
      hits += hit && !cycle ? 1 : 0;
      from.put(
          start,
          new Retrieved.End(
              cycle ? null : flip ? Basin.negative(end) : end,
              k % 5,
              cycle ? List.of(checks, Basin.negative(checks)) : List.of()));
    }
    return new Retrieved(
        "asynchronous", "zero", null, "trained", hits, 1 << electrodes, List.of(), from);
  }

  private static final PatternEnergies.Input INPUT = new PatternEnergies.Input(0.0384, false);

  public static List<Phase> phases() {
    return List.of(new Phase("train +-+-", 10e-9, 30e-9));
  }

  public static PatternEnergies energies(String label, double sign) {
    String[] patterns = {"+---", "++--", "+-+-", "+++-", "+--+", "++-+", "+-++"};
    double[] watts = {-3.1e-6, 1.2e-6, 14e-6, 2.5e-6, 4.4e-6, -1.1e-6, 0.7e-6};
    List<PatternEnergy> energies = new ArrayList<>();
    for (int k = 0; k < 7; k++) {
      energies.add(new PatternEnergy(patterns[k], watts[k] * (k == 2 ? sign : 1)));
    }
    return new PatternEnergies(
        label,
        energies,
        sign < 0 ? "+-+-" : "+---",
        List.of(new Trained("+-+-", 14e-6 * sign, sign < 0, sign < 0 ? 0.78 : -1.22)),
        false,
        INPUT);
  }

  /** A matrix, or its change alone [S]. */
  public static double[][] matrix(double change, boolean isChange) {
    double[][] g = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        if (i != j) {
          double base = (i + j) % 2 == 1 ? -3.327e-3 : -1.381e-3;
          g[i][j] = -base * change * Math.cos(i + j) + (isChange ? 0 : base);
          g[i][i] -= g[i][j];
        }
      }
    }
    return g;
  }

  public static Table table() {
    List<Table.Column> columns = new ArrayList<>();
    columns.add(new Table.Column("t", "s"));
    for (String pair : List.of("n1_n2", "n1_n3", "n1_n4", "n2_n3", "n2_n4", "n3_n4")) {
      columns.add(new Table.Column("G_" + pair, "S"));
    }
    columns.add(new Table.Column("E_prime", "W"));
    columns.add(new Table.Column("gx", ""));
    columns.add(new Table.Column("gy", ""));
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k <= 300; k++) {
      double t = k * 1e-10;
      double learned = t < 10e-9 ? 0 : 1 - Math.exp(-(t - 10e-9) / 5e-9);
      double[] row = new double[10];
      row[0] = t;
      for (int c = 1; c < 7; c++) {
        row[c] = (c % 2 == 1 ? -3.3e-3 : -1.4e-3) * (1 + 0.03 * Math.cos(c) * learned);
        row[c] += 1e-5 * Math.sin(k * 0.3 + c);
      }
      row[7] = t < 10e-9 ? Double.NaN : -14e-6 * learned;
      row[8] = 0.874 + 0.09 * learned;
      row[9] = 0.874 - 0.13 * learned;
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  public static List<ElectrodeMark> corners() {
    double l = 512e-9;
    double r = 154e-9;
    return List.of(
        new ElectrodeMark("n1", new Ellipse2D.Double(-r, -r, 2 * r, 2 * r)),
        new ElectrodeMark("n2", new Ellipse2D.Double(l - r, -r, 2 * r, 2 * r)),
        new ElectrodeMark("n3", new Ellipse2D.Double(l - r, l - r, 2 * r, 2 * r)),
        new ElectrodeMark("n4", new Ellipse2D.Double(-r, l - r, 2 * r, 2 * r)));
  }

  /** A bent helix and a current that crowds at the corners. */
  public static FilmState film(String label, double time, double bend) {
    Grid grid = Grid.film(128, 128, 4e-9, 1e-6);
    VectorField m = new VectorField(grid);
    VectorField j = new VectorField(grid);
    for (int i = 0; i < grid.cells(); i++) {
      double x = (i % 128 + 0.5) / 128;
      double y = (Math.floorDiv(i, 128) + 0.5) / 128;
      double phi = 2 * Math.PI * 11 * (x + bend * Math.sin(5 * y) + bend * y * x * Math.cos(7 * x));
      m.x()[i] = 0.2 * Math.sin(phi);
      m.y()[i] = -Math.sqrt(0.96) * Math.sin(phi);
      m.z()[i] = Math.cos(phi);
      double[][] c = {{0, 0, 1}, {1, 0, -1}, {1, 1, 1}, {0, 1, -1}};
      for (double[] p : c) {
        double r2 = Math.max(0.05, Math.hypot(x - p[0], y - p[1]));
        j.x()[i] += 2e11 * p[2] * (x - p[0]) / (r2 * r2) * (1 + 0.3 * m.z()[i]);
        j.y()[i] += 2e11 * p[2] * (y - p[1]) / (r2 * r2) * (1 - 0.3 * m.z()[i]);
      }
    }
    return new FilmState(label, time, m, j, new double[] {0.0384, -0.0384, 0.0384, -0.0384});
  }
}
