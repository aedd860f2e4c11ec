package hopfilm.run;

import hopfilm.folder.RunFolder;
import hopfilm.input.ShellWord;
import hopfilm.io.FieldException;
import hopfilm.io.Table;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.plot.Phase;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What each pulse of a training left: the device curve of a film. A pulse is a stretch of rows of
 * the table with a power; what it left is read in the last row before the next one, at rest. Row 0
 * is the film before the first.
 *
 * <p>Columns: {@code pulse}, {@code start} and {@code end} [s], {@code read}, the time of the
 * reading [s], {@code heat}, the Joule heat of the pulse [J], {@code E_prime} of the pattern in
 * training [W], and each conductance of the table between two electrodes [S].
 */
public final class PulseTable {

  private static final int FIRST_READ = 6;

  private final Table source;
  private final double[] t;
  private final double[] p;

  private final List<Phase> phases;

  private PulseTable(Table source, List<Phase> phases) {
    this.source = source;
    this.phases = phases;
    t = source.column("t");
    p = source.column("P");
  }

  /**
   * The pulses of a run.
   *
   * @param phases its train steps
   * @param joule the heat of all of them [J], which the table's rows show to some percent
   * @return empty with fewer than two pulses
   */
  public static Optional<Table> of(Table source, List<Phase> phases, double joule) {
    if (!source.has("P")) {
      return Optional.empty(); // a film without contacts
    }
    PulseTable course = new PulseTable(source, phases);
    List<int[]> pulses = course.pulses();
    return pulses.size() < 2 ? Optional.empty() : Optional.of(course.read(pulses, joule));
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
    Phase before = null;
    for (int row = 0; row < t.length; row++) {
      Phase in = phase(t[row]);
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

  private Phase phase(double time) {
    for (Phase x : phases) {
      double little = 1e-9 * x.end();
      if (time >= x.start() - little && time <= x.end() + little) {
        return x;
      }
    }
    return null;
  }

  private Table read(List<int[]> pulses, double joule) {
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
    double[] heats = pulses.stream().mapToDouble(this::heat).toArray();
    double sum = 0;
    for (double h : heats) {
      sum += h;
    }
    List<double[]> rows = new ArrayList<>();
    rows.add(row(0, Math.max(0, pulses.get(0)[0] - 1), null, 0, read));
    for (int k = 0; k < pulses.size(); k++) {
      int last = k + 1 < pulses.size() ? pulses.get(k + 1)[0] - 1 : t.length - 1;
      int[] pulse = pulses.get(k);
      double heat = sum > 0 ? heats[k] * joule / sum : 0;
      rows.add(row(k + 1, Math.max(last, pulse[1]), pulse, heat, read));
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
      Phase in = phase(t[pulse[0]]);
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

  /** By trapezoids, from the row before to the row after. */
  private double heat(int[] pulse) {
    double sum = 0;
    int from = Math.max(0, pulse[0] - 1);
    int to = Math.min(t.length - 1, pulse[1] + 1);
    for (int k = from; k < to; k++) {
      sum += (p[k] + p[k + 1]) / 2 * (t[k + 1] - t[k]);
    }
    return sum;
  }
}
