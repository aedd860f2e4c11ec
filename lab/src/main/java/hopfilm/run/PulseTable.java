package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.folder.RunFolder;
import hopfilm.input.ShellWord;
import hopfilm.io.FieldException;
import hopfilm.io.Table;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.result.TrainStep;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What each pulse of a training left: the device curve of a film. A pulse is a stretch of rows of
 * the table with a power; what it left is read in the last row before the next one, or before
 * anything else acts on the film. Row 0 is the film before the first.
 *
 * <p>Columns: {@code pulse}, {@code start} and {@code end} [s], {@code read}, the time of the
 * reading [s], {@code heat}, the Joule heat of the pulse [J], {@code E_prime} of the pattern in
 * training [W], and each conductance of the table between two electrodes [S].
 */
public final class PulseTable {

  private static final int FIRST_READ = 6;

  private static final int NO_ROW = -1;

  /** Of times in the table. */
  private static final double ROUNDING = 1e-9;

  private final Table source;
  private final double[] t;
  private final double[] p;

  private final List<TrainStep> phases;

  private PulseTable(Table source, List<TrainStep> phases) {
    this.source = source;
    this.phases = phases;
    t = source.column("t");
    p = source.column("P");
  }

  /**
   * The pulses of a run.
   *
   * @param steps its train steps as they were carried out
   * @param joule the heat of the run [J], which the table's rows show to some percent
   * @return empty with fewer than two pulses, and where no row is at rest before the first or after
   *     one that others follow, or a pause may be without a row
   */
  static Optional<Table> of(Table source, Experiment e, List<TrainStep> steps, double joule) {
    boolean areMerged =
        e.steps().stream()
            .anyMatch(
                s ->
                    s instanceof Step.Train t
                        && t.schedule().isPulsed()
                        && t.schedule().off() < e.output().table() * (1 - ROUNDING));
    if (areMerged || !source.has("P")) {
      return Optional.empty(); // P: a film without contacts has none
    }
    PulseTable course = new PulseTable(source, steps);
    List<int[]> pulses = course.pulses();
    List<Integer> rests = course.rests(pulses);
    int last = rests.size() - 1;
    if (rests.get(last) < 0) {
      rests.remove(last);
    }
    return rests.size() < 3 || rests.contains(NO_ROW)
        ? Optional.empty()
        : Optional.of(course.read(pulses, rests, joule));
  }

  /** The rows in which the film is read, before the first pulse and after each. */
  private List<Integer> rests(List<int[]> pulses) {
    List<Integer> rests = new ArrayList<>();
    rests.add(pulses.isEmpty() ? NO_ROW : atRest(pulses.get(0)[0] - 1, -1));
    for (int k = 0; k < pulses.size(); k++) {
      int[] pulse = pulses.get(k);
      int row = k + 1 < pulses.size() ? pulses.get(k + 1)[0] - 1 : t.length - 1;
      Double end = phase(t[pulse[0]]).restEnd();
      while (end != null && row > pulse[1] && t[row] > end * (1 + ROUNDING)) {
        row--;
      }
      rests.add(atRest(row, pulse[1]));
    }
    return rests;
  }

  private int atRest(int row, int after) {
    return row > after && p[row] == 0 ? row : NO_ROW;
  }

  /** What {@link #write} wrote into the folder of a run; empty where there is no such file. */
  public static Optional<Table> read(RunFolder folder) throws IOException {
    if (!Files.isRegularFile(folder.pulses())) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(Files.readAllLines(folder.pulses())));
    } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new FieldException(
          folder.pulses(),
          "it is damaged; hopfilm run --resume %s makes it again"
              .formatted(ShellWord.of(folder.path())));
    }
  }

  private static Table read(List<String> lines) {
    List<Table.Column> columns = new ArrayList<>();
    for (String name : lines.get(0).split(",")) {
      String[] words = name.replace(")", "").split(" \\(");
      columns.add(new Table.Column(words[0], words.length > 1 ? words[1] : ""));
    }
    List<double[]> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      rows.add(
          Arrays.stream(line.split(",", -1))
              .mapToDouble(x -> x.isEmpty() ? Double.NaN : Double.parseDouble(x))
              .toArray());
    }
    return new Table(columns, rows);
  }

  /** Writes them as CSV. */
  static void write(RunFolder folder, Table pulses) throws IOException {
    Sheet<double[]> sheet =
        new Sheet<>(pulses.rows()).add("pulse", Form.WHOLE, row -> (int) row[0]);
    for (int k = 1; k < pulses.columns().size(); k++) {
      int at = k;
      Table.Column c = pulses.columns().get(k);
      sheet.add(c.name(), c.unit(), Form.NUMBER, row -> row[at]);
    }
    WholeFile.writeSafely(folder.pulses(), sheet.csv());
  }

  /** First and last row with a power, in each pulse. */
  private List<int[]> pulses() {
    List<int[]> all = new ArrayList<>();
    int[] now = null;
    TrainStep before = null;
    for (int row = 0; row < t.length; row++) {
      TrainStep in = phase(t[row]);
      if (!(p[row] > 0) || in == null) {
        now = null;
      } else if (now == null || !in.equals(before)) {
        now = new int[] {row, row};
        all.add(now);
      } else {
        now[1] = row;
      }
      before = in;
    }
    return all;
  }

  private TrainStep phase(double time) {
    for (TrainStep x : phases) {
      double little = ROUNDING * x.end();
      if (time >= x.start() - little && time <= x.end() + little) {
        return x;
      }
    }
    return null;
  }

  private Table read(List<int[]> pulses, List<Integer> rests, double joule) {
    List<Integer> read = new ArrayList<>();
    List<Table.Column> columns =
        new ArrayList<>(
            List.of(
                new Table.Column("pulse", ""),
                new Table.Column("start", "s"),
                new Table.Column("end", "s"),
                new Table.Column("read", "s"),
                new Table.Column("heat", "J"),
                new Table.Column("E_prime", "W")));
    for (int k = 0; k < source.columns().size(); k++) {
      Table.Column c = source.columns().get(k);
      if (c.name().startsWith("G_") && isBetweenTwo(c.name())) {
        columns.add(c);
        read.add(k);
      }
    }
    double sum = 0; // of the run, drives among it
    for (int k = 1; k < t.length; k++) {
      sum += heat(k);
    }
    List<double[]> rows = new ArrayList<>();
    rows.add(row(0, rests.get(0), null, 0, read));
    for (int k = 1; k < rests.size(); k++) {
      int[] pulse = pulses.get(k - 1);
      double heat = 0;
      for (int at = Math.max(1, pulse[0]); at <= Math.min(t.length - 1, pulse[1] + 1); at++) {
        heat += heat(at);
      }
      rows.add(row(k, rests.get(k), pulse, sum > 0 ? heat * joule / sum : 0, read));
    }
    return new Table(columns, rows);
  }

  private boolean isBetweenTwo(String column) {
    String pair = column.substring("G_".length());
    int middle = pair.length() / 2;
    return pair.length() % 2 == 0 || !pair.substring(0, middle).equals(pair.substring(middle + 1));
  }

  private double[] row(int number, int at, int[] pulse, double heat, List<Integer> read) {
    double[] row = new double[FIRST_READ + read.size()];
    row[0] = number;
    row[1] = Double.NaN;
    row[2] = Double.NaN;
    if (pulse != null) {
      TrainStep in = phase(t[pulse[0]]);
      row[1] = Math.max(in.start(), t[Math.max(0, pulse[0] - 1)]);
      // the row at the end of a pulse still has its current, that at its start has none
      boolean isLast = pulse[1] + 1 == t.length || in.end() < t[pulse[1] + 1];
      row[2] = isLast ? in.end() : t[pulse[1]];
    }
    row[3] = t[at];
    row[4] = heat;
    row[5] = source.has("E_prime") ? source.column("E_prime")[at] : Double.NaN;
    for (int k = 0; k < read.size(); k++) {
      row[FIRST_READ + k] = source.rows().get(at)[read.get(k)];
    }
    return row;
  }

  /** Heat between a row and the one before, by the trapezoidal rule [J]. */
  private double heat(int row) {
    return (p[row - 1] + p[row]) / 2 * (t[row] - t[row - 1]);
  }
}
