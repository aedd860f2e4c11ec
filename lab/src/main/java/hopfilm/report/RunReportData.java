package hopfilm.report;

import hopfilm.figures.ElectrodeMark;
import hopfilm.figures.FilmState;
import hopfilm.io.Table;
import hopfilm.page.ReportFacts;
import hopfilm.plot.Phase;
import hopfilm.readout.ReadoutRecord;
import hopfilm.result.Outcome;
import hopfilm.result.PatternEnergies;
import hopfilm.result.Summary;
import hopfilm.result.Verification;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The data of the report of a run: its summary, and the film that no summary has. Lists may be
 * empty: the report leaves that section out and says so.
 *
 * @param facts name, warnings, provenance and experiment file
 * @param summary what came out
 * @param reference that G' is measured against
 * @param film the film and its electrodes
 * @param course the run in time
 * @param readout the trained film in ohm and volt
 */
public record RunReportData(
    ReportFacts facts,
    Summary summary,
    Reference reference,
    Film film,
    Course course,
    Optional<ReadoutRecord> readout) {

  /** Of a run that trained nothing, or was not read before and after. */
  public RunReportData(
      ReportFacts facts, Summary summary, Reference reference, Film film, Course course) {
    this(facts, summary, reference, film, course, Optional.empty());
  }

  /**
   * The film at a few moments.
   *
   * @param electrodes in electrode order
   * @param states in the order of time; the first is shown as before, the last as after
   */
  public record Film(List<ElectrodeMark> electrodes, List<FilmState> states) {
    public Film {
      electrodes = List.copyOf(electrodes);
      states = List.copyOf(states);
    }
  }

  /**
   * The reference that G' is measured against.
   *
   * @param name such as {@code untrained}
   * @param note a caution that theory has for this reference, or null
   */
  public record Reference(String name, String note) {
    /** The name may not be null. */
    public Reference {
      Objects.requireNonNull(name, "the reference has no name");
    }
  }

  /**
   * The run in time.
   *
   * @param table the time series, columns named as in {@code table.txt}, or null; E' with the input
   *     of the energies
   * @param isWhole false if the table has its first and last row alone, as a terminal shows
   * @param heating what the Joule heat did or would do to the film, in words, or null without any
   * @param hottest the film when it was hottest; null where the current does not heat it
   * @param pulses what each pulse left, columns as in {@code pulses.csv}, or null
   * @param samples voltages and currents between rows, columns named as in {@code table.txt}, or
   *     null
   */
  public record Course(
      Table table, boolean isWhole, String heating, Hottest hottest, Table pulses, Table samples) {}

  /**
   * The film when it was hottest.
   *
   * @param time [s]
   * @param ambient temperature at the start [K]
   * @param rise above that, by column of cells, i + nx j; NaN where there is no film [K]
   */
  public record Hottest(double time, double ambient, double[] rise) {}

  /** What training came to; null where no pattern was trained and read. */
  Outcome outcome() {
    return summary.verdict().outcome();
  }

  /** The energies that decide what was learned, or null if there are none. */
  PatternEnergies decisive() {
    PatternEnergies read = landscape();
    return read == null ? null : read.at(summary.input());
  }

  /** The same as they were read, each with its own input. */
  private PatternEnergies landscape() {
    List<PatternEnergies> all = summary.readings().landscapes();
    return all.stream()
        .filter(e -> e.label().equals(summary.verdict().judged()))
        .findFirst()
        .orElse(all.isEmpty() ? null : all.get(all.size() - 1));
  }

  /** Label of the reading that decides what was learned; the last without one, null of none. */
  String judged() {
    List<String> labels = summary.readings().labels();
    String label = landscape() == null ? summary.verdict().judged() : landscape().label();
    boolean isRead = label != null && labels.contains(label);
    return isRead || labels.isEmpty() ? label : labels.get(labels.size() - 1);
  }

  /** Weights of that reading; null where there are none. */
  double[][] weights() {
    return summary.readings().weightMatrix().get(judged());
  }

  /** Whether any train step was carried out. */
  boolean isTrained() {
    return !summary.training().isEmpty();
  }

  /** Training intervals, shaded in the curves. */
  List<Phase> phases() {
    return summary.training().stream().map(t -> new Phase(t.name(), t.start(), t.end())).toList();
  }

  /** Whether training ended verified, and after how many pulses; empty where that was not asked. */
  String verified() {
    return summary.training().stream()
        .map(t -> t.verification())
        .filter(Objects::nonNull)
        .map(Verification::words)
        .collect(Collectors.joining(", then "));
  }
}
