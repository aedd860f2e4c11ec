package hopfilm.run;

import hopfilm.film.Matrices;
import hopfilm.folder.RunFolder;
import hopfilm.grid.Grid;
import hopfilm.io.FieldException;
import hopfilm.io.FileTree;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.io.TableWriter;
import hopfilm.io.WholeFile;
import hopfilm.io.ZarrWriter;
import hopfilm.result.OrEmpty;
import hopfilm.result.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A whole run as one Zarr group that {@code xarray.open_zarr} opens: every array with named
 * dimensions, coordinates and units; compressed, and written snapshot by snapshot, so that a run of
 * any length fits. {@code docs/reference/run-folder.md} has the list of arrays.
 */
public final class RunDataset {

  /** The file that makes a folder a Zarr group. */
  public static final String GROUP = ".zgroup";

  /** Ending of a group in one file. */
  public static final String ZIP = ".zip";

  private static final String TO = "to";
  private static final String FROM = "from";
  private static final String MEASURE = "measure";
  private static final String TIME = "time";

  private final RunFolder run;
  private final Summary summary;
  private final List<String> names;
  private final Set<String> taken = new LinkedHashSet<>();
  private ZarrWriter out;

  private RunDataset(Path folder) throws IOException {
    RunArchive.requireRun(folder);
    run = new RunFolder(folder);
    summary = RunArchive.summary(run.summary(), RunArchive.json(run.summary()));
    names = summary.network().electrodes();
  }

  /**
   * Writes a run. What is written appears under its name only when it is whole, and takes the place
   * of what was there.
   *
   * @param target a file where its name ends in {@link #ZIP}, otherwise a folder
   * @throws FieldException if the folder is none of a run, or a file in it is damaged
   */
  public static void write(Path target, Path folder) throws IOException {
    RunDataset dataset = new RunDataset(folder);
    if (target.toString().endsWith(ZIP)) {
      WholeFile.fill(target, part -> dataset.write(ZarrWriter.zip(part, dataset.attributes())));
      return;
    }
    if (Files.isDirectory(target) && !Files.isRegularFile(target.resolve(GROUP))) {
      throw new FieldException(target, "is a folder, but not a Zarr group; name another");
    }
    Path part = target.resolveSibling(target.getFileName() + WholeFile.PART);
    try {
      FileTree.remove(part);
      dataset.write(ZarrWriter.folder(part, dataset.attributes()));
      FileTree.remove(target);
      Files.move(part, target);
    } finally {
      FileTree.remove(part);
    }
  }

  private static final String SAMPLE = "sample_time";

  private void write(ZarrWriter writer) throws IOException {
    try (ZarrWriter closed = writer) {
      out = closed;
      fields();
      electrodes();
      table();
      measures();
      pulses();
      samples();
      closed.finish();
    }
  }

  /** Who made it with what; the files of the run that are text, as they are. */
  private Map<String, Object> attributes() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", "Hopfilm run");
    for (Path json : List.of(run.provenance(), run.summary())) {
      RunArchive.json(json)
          .properties()
          .forEach(
              e -> {
                if (e.getValue().isString() || e.getValue().isNumber()) {
                  all.put(e.getKey(), e.getValue());
                }
              });
    }
    all.put("seeds", RunArchive.json(run.summary()).path("seeds").toString());
    all.put("patterns", summary.network().trained());
    all.put("judged", summary.verdict().judged() == null ? "" : summary.verdict().judged());
    for (Path text : List.of(run.experiment(), run.summary(), run.provenance())) {
      if (Files.exists(text)) {
        String name = text.getFileName().toString();
        all.put(name.substring(0, name.indexOf('.')), Files.readString(text));
      }
    }
    return all;
  }

  private static Map<String, Object> of(String units, String meaning) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("units", units.isEmpty() ? "1" : units);
    all.put("long_name", meaning);
    return all;
  }

  private void numbers(
      String name, List<String> dimensions, int[] shape, double[] values, Map<String, ?> said)
      throws IOException {
    if (taken.add(name)) {
      out.numbers(name, dimensions, shape, values, said);
    }
  }

  private void row(String name, String along, double[] values, Map<String, ?> said)
      throws IOException {
    numbers(name, List.of(along), new int[] {values.length}, values, said);
  }

  private void texts(String name, String along, List<String> texts, String meaning)
      throws IOException {
    if (taken.add(name)) {
      out.texts(name, along, texts, Map.of("long_name", meaning));
    }
  }

  /** The magnetisation at the snapshots, one of which is in memory at a time. */
  private void fields() throws IOException {
    List<Path> files = run.snapshotFiles();
    if (files.isEmpty()) {
      return;
    }
    double[] t = new double[files.size()];
    ZarrWriter.Fields m = null;
    OvfFile first = null;
    for (int n = 0; n < t.length; n++) {
      OvfFile snapshot = Ovf.read(files.get(n));
      if (first == null) {
        first = new OvfFile(snapshot.field(), snapshot.time(), "", snapshot.valueUnits());
        m = grid(first.field().grid(), t.length, first.valueUnits());
      }
      RunArchive.requireGrid(files.get(n), snapshot, first);
      t[n] = snapshot.time();
      m.add(new double[][] {snapshot.field().x(), snapshot.field().y(), snapshot.field().z()});
    }
    row("t", "t", t, of("s", "time of the snapshots"));
  }

  private ZarrWriter.Fields grid(Grid g, int count, String units) throws IOException {
    for (int axis = 0; axis < 3; axis++) {
      double[] centres = new double[g.cellsAlong(axis)];
      for (int i = 0; i < centres.length; i++) {
        centres[i] = (i + 0.5) * g.cellSize(axis);
      }
      String name = "xyz".substring(axis, axis + 1);
      row(name, name, centres, of("m", "centres of the cells along " + name));
    }
    texts("component", "component", List.of("x", "y", "z"), "component of the magnetisation");
    Map<String, Object> said = of(units, "magnetisation, unit vectors; zero outside of the film");
    said.put("cell", new double[] {g.dx(), g.dy(), g.dz()});
    taken.add("m");
    return out.fields("m", "t", count, new int[] {g.nz(), g.ny(), g.nx()}, said);
  }

  private void electrodes() throws IOException {
    texts(TO, TO, names, "electrode at which the current enters the film");
    texts(FROM, FROM, names, "electrode of the voltage");
  }

  /** The table, conductances together as one array where one half says both. */
  private void table() throws IOException {
    Table table = run.readTable();
    if (table.rows().isEmpty()) {
      return;
    }
    row(TIME, TIME, table.column("t"), of("s", "simulated time of the rows of the table"));
    boolean isHalfEnough =
        !names.isEmpty()
            && summary.readings().conductance().values().stream()
                .allMatch(ConductanceFiles::isSymmetric);
    Set<String> together = new LinkedHashSet<>();
    if (isHalfEnough && table.has(column(0, 0))) {
      conductances(table, together);
    }
    for (Table.Column c : table.columns()) {
      if (!c.name().equals("t") && !together.contains(c.name())) {
        // a slash would start a group
        String name = c.name().replace('/', '_');
        row(
            taken.contains(name) ? "table_" + name : name,
            TIME,
            table.column(c.name()),
            of(c.unit(), "column " + c.name() + " of table.txt"));
      }
    }
  }

  private String column(int i, int j) {
    return "G_" + names.get(Math.min(i, j)) + "_" + names.get(Math.max(i, j));
  }

  private void conductances(Table table, Set<String> together) throws IOException {
    int n = names.size();
    int rows = table.rows().size();
    double[] g = new double[rows * n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        together.add(column(i, j));
        double[] values = table.column(column(i, j));
        for (int row = 0; row < rows; row++) {
          g[(row * n + i) * n + j] = values[row];
        }
      }
    }
    numbers(
        "G",
        List.of(TIME, TO, FROM),
        new int[] {rows, n, n},
        g,
        of("S", "conductance matrix in the course of time"));
  }

  /** What is known at each measure. */
  private void measures() throws IOException {
    Summary.Readings readings = summary.readings();
    List<String> labels = List.copyOf(readings.conductance().keySet());
    texts(MEASURE, MEASURE, labels, "label of the measure");
    matrices("conductance", labels, readings.conductance(), "S", "conductance matrix");
    if (readings.resistance() != null) {
      matrices("resistance", labels, readings.resistance(), "Ohm", "resistance matrix");
    }
    boolean isResistance = "resistance".equals(summary.network().weights());
    String units = isResistance ? "Ohm" : "S";
    matrices("weights", labels, readings.weightMatrix(), units, "weights: what E' is made of");
    double[][] reference = summary.network().referenceMatrix();
    if (reference != null) {
      numbers(
          "reference",
          List.of(TO, FROM),
          new int[] {reference.length, reference.length},
          Matrices.flat(reference),
          of(units, "what the weights count from, before it is scaled"));
    }
    String whole = "conductance between whole edges / (thickness s_perp), along ";
    along("gx", labels, readings.gx(), whole + "x");
    along("gy", labels, readings.gy(), whole + "y");
    energies(labels, readings.energies());
  }

  private void along(String name, List<String> labels, Map<String, Double> values, String meaning)
      throws IOException {
    row(
        name + "_measure",
        MEASURE,
        labels.stream().mapToDouble(x -> OrEmpty.number(values.get(x))).toArray(),
        of("1", meaning));
  }

  private void matrices(
      String name,
      List<String> labels,
      Map<String, double[][]> byLabel,
      String units,
      String meaning)
      throws IOException {
    if (byLabel.isEmpty()) {
      return;
    }
    int n = names.size();
    double[] all = ConductanceFiles.stacked(labels, byLabel, n);
    numbers(
        name, List.of(MEASURE, TO, FROM), new int[] {labels.size(), n, n}, all, of(units, meaning));
  }

  private void energies(List<String> labels, Map<String, Map<String, Double>> byLabel)
      throws IOException {
    Set<String> patterns = new LinkedHashSet<>();
    byLabel.values().forEach(x -> patterns.addAll(x.keySet()));
    if (patterns.isEmpty()) {
      return;
    }
    List<String> order = List.copyOf(patterns);
    texts("pattern", "pattern", order, "one sign for each electrode");
    double[] all = new double[labels.size() * order.size()];
    for (int k = 0; k < labels.size(); k++) {
      Map<String, Double> known = byLabel.getOrDefault(labels.get(k), Map.of());
      for (int p = 0; p < order.size(); p++) {
        all[k * order.size() + p] = OrEmpty.number(known.get(order.get(p)));
      }
    }
    numbers(
        "energies",
        List.of(MEASURE, "pattern"),
        new int[] {labels.size(), order.size()},
        all,
        of("W", "E' of each pattern"));
  }

  private void pulses() throws IOException {
    Table pulses = PulseTable.read(run).orElse(null);
    if (pulses == null) {
      return;
    }
    for (Table.Column c : pulses.columns()) {
      boolean isNumber = c.name().equals("pulse");
      row(
          isNumber ? "pulse" : "pulse_" + c.name(),
          "pulse",
          pulses.column(c.name()),
          of(c.unit(), isNumber ? "pulse; 0 is the film before the first" : "after each pulse"));
    }
  }

  /** What was sampled, as arrays over time, contacts and blocks. */
  private void samples() throws IOException {
    if (!Files.exists(run.samples())) {
      return;
    }
    Table all = TableReader.read(run.samples(), TableWriter.Style.CSV);
    row(SAMPLE, SAMPLE, all.column("Time"), of("s", "time of the samples"));
    // units tell them apart, names of contacts may look like any of them
    List<String> volts = in("V", all);
    List<String> amperes = in("A", all);
    List<String> matrix = in("S", all);
    List<String> blocks = in("1", all);
    int contacts = Math.max(volts.size(), amperes.size());
    sampled("sample_V", all, volts, List.of("to"), of("V", "voltage"), contacts);
    sampled("sample_I", all, amperes, List.of("to"), of("A", "current into the film"), contacts);
    int n = (int) Math.round(Math.sqrt(matrix.size()));
    sampled("sample_G", all, matrix, List.of("to", "from"), of("S", "conductance matrix"), n, n);
    if (!blocks.isEmpty()) {
      int across = Integer.parseInt(blocks.get(blocks.size() - 1).split("_", -1)[1]);
      int up = blocks.size() / across;
      List<String> along = List.of("block_y", "block_x");
      sampled("sample_mz", all, blocks, along, of("", "mean mz of blocks of cells"), up, across);
    }
  }

  private static List<String> in(String unit, Table table) {
    return table.columns().stream()
        .filter(c -> c.unit().equals(unit))
        .map(Table.Column::name)
        .toList();
  }

  private void sampled(
      String name,
      Table all,
      List<String> columns,
      List<String> along,
      Map<String, ?> said,
      int... shape)
      throws IOException {
    if (columns.isEmpty()) {
      return;
    }
    int first = all.indexOf(columns.get(0)).orElseThrow();
    int step = columns.size() < 2 ? 1 : all.indexOf(columns.get(1)).orElseThrow() - first;
    int count = columns.size();
    double[] values = new double[all.rows().size() * count];
    int k = 0;
    for (double[] row : all.rows()) {
      for (int c = 0; c < count; c++) {
        values[k++] = row[first + c * step];
      }
    }
    List<String> dimensions = Stream.concat(Stream.of(SAMPLE), along.stream()).toList();
    int[] whole = IntStream.concat(IntStream.of(all.rows().size()), IntStream.of(shape)).toArray();
    numbers(name, dimensions, whole, values, said);
  }
}
