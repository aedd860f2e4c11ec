package hopfilm.reading;

import hopfilm.experiment.Experiment;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.io.Ovf;
import hopfilm.io.Table;
import hopfilm.result.OrEmpty;
import hopfilm.result.Summary;
import hopfilm.transport.ResistanceMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A run that is done, read from its folder, so that it is the same whenever it was run. */
public final class FinishedRun {

  private final RunFolder folder;
  private final Experiment experiment;
  private final Summary summary;
  private Table table;
  private Double end;

  /** Of a run that may have been long ago, all of whose files must be there. */
  public FinishedRun(Path folder, Experiment experiment) throws IOException {
    this.folder = new RunFolder(folder);
    this.experiment = experiment;
    FileList.requireWhole(this.folder, RunFile.numbersAnd(RunFile.MEASURE, RunFile.SNAPSHOT));
    this.summary =
        this.folder
            .readSummary()
            .orElseThrow(() -> new IOException(this.folder.summary() + " cannot be read"));
  }

  /** Of a run that has just ended. */
  public FinishedRun(Path folder, Experiment experiment, Summary summary, Table table) {
    this.folder = new RunFolder(folder);
    this.experiment = experiment;
    this.summary = summary;
    this.table = table;
  }

  /** Where it is. */
  public Path folder() {
    return folder.path();
  }

  /** What was run. */
  public Experiment experiment() {
    return experiment;
  }

  /** What came out, in numbers. */
  public Summary summary() {
    return summary;
  }

  /**
   * The pattern that was trained, the first of several.
   *
   * @throws IllegalStateException if none was
   */
  public String pattern() {
    return summary.network().trained().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(folder.path() + " trained no pattern"));
  }

  /** E' of a pattern at a measure [W]; NaN where it is not in the summary. */
  public double energy(String label, String pattern) {
    Map<String, Double> all = summary.readings().energies().getOrDefault(label, Map.of());
    return OrEmpty.number(all.get(pattern));
  }

  /** Seed of the maze. */
  public long seed() {
    return experiment.initial().seed();
  }

  /**
   * When a measure was taken [s]; summary.json has no times, its texture has.
   *
   * @throws IllegalStateException if a run that is read from its folder kept no such texture
   */
  public double time(String label) {
    Double known = summary.readings().times().get(label);
    Path file = folder.measure(label);
    if (known == null && !Files.isRegularFile(file)) {
      throw new IllegalStateException(folder.path() + " kept no texture of its measure " + label);
    }
    return known == null ? read(() -> Ovf.time(file)) : known;
  }

  /** Conductance matrix of a measure [S]. */
  public double[][] conductance(String label) {
    double[][] g = summary.readings().conductance().get(label);
    if (g == null) {
      throw new IllegalStateException(folder.path() + " has no measure " + label);
    }
    return Arrays.stream(g).map(double[]::clone).toArray(double[][]::new);
  }

  /** Resistance matrix of a measure: the pseudo-inverse of its conductances [Ohm]. */
  public double[][] resistance(String label) {
    return ResistanceMatrix.of(conductance(label)).ohm();
  }

  /** Conductance along x / (thickness s_perp) at a measure. */
  public double gx(String label) {
    return OrEmpty.number(summary.readings().gx().get(label));
  }

  /** Conductance along y / (thickness s_perp) at a measure. */
  public double gy(String label) {
    return OrEmpty.number(summary.readings().gy().get(label));
  }

  /** Weights of a measure against a reference matrix. */
  public Weights weights(String label, double[][] ref, Reference reference, SelfTerm selfTerm) {
    return Weights.of(conductance(label), ref, reference, selfTerm);
  }

  /** table.txt. */
  public Table table() {
    if (table == null) {
      table = read(folder::readTable);
    }
    return table;
  }

  /** A column of the table in the row that is nearest in time. */
  public double at(String column, double time) {
    double[] times = table().column("t");
    int best = 0;
    for (int i = 0; i < times.length; i++) {
      best = Math.abs(times[i] - time) < Math.abs(times[best] - time) ? i : best;
    }
    return table().column(column)[best];
  }

  /** A column of the table in its last row. */
  public double last(String column) {
    double[] values = table().column(column);
    return values[values.length - 1];
  }

  /** When the film is relaxed and its steps begin [s]. */
  public double start() {
    return experiment.initial().relaxTime();
  }

  /** When it ended [s]: time of its last snapshot; without snapshots that of the last row. */
  public double end() {
    if (end == null) {
      List<Path> all = read(folder::snapshotFiles);
      end = all.isEmpty() ? last("t") : read(() -> Ovf.time(all.get(all.size() - 1)));
    }
    return end;
  }

  /**
   * Snapshots in the order of time, the last at the end of the run.
   *
   * @throws IllegalStateException if some were not kept: a claim must plan the run with snapshots;
   *     or if none was taken at the end
   */
  public List<VectorField> snapshots() {
    snapshotAt(experiment().duration());
    if (!read(() -> folder.hasAllSnapshots())) {
      throw new IllegalStateException(folder.path() + " has not all its snapshots, see spared.txt");
    }
    return read(folder::snapshotFiles).stream().map(FinishedRun::field).toList();
  }

  /** The magnetisation in the snapshot of the relaxed film. */
  public VectorField before() {
    return snapshots().get(relaxed());
  }

  /** The magnetisation in the last snapshot. */
  public VectorField after() {
    List<VectorField> m = snapshots();
    return m.get(m.size() - 1);
  }

  /** The magnetisation at a measure; a claim must plan the run with snapshots. */
  public VectorField state(String label) {
    return field(folder.measure(label));
  }

  /** Reading of a file; that it cannot be read ends what asked for it. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static VectorField field(Path file) {
    return read(() -> Ovf.read(file).field());
  }

  /**
   * Which of the snapshots shows the film as the relaxation left it.
   *
   * @throws IllegalStateException if none does
   */
  public int relaxed() {
    return snapshotAt(start());
  }

  private int snapshotAt(double time) {
    double number = time / experiment().output().snapshots();
    if (Math.abs(number - Math.rint(number)) > 1e-6) {
      throw new IllegalStateException(
          "%s has no snapshot after %s ns".formatted(folder.path(), (float) (time * 1e9)));
    }
    return (int) Math.rint(number);
  }

  /** A figure of the run that is kept as a file. */
  public Path figure(String name) {
    return folder.figure(name);
  }
}
