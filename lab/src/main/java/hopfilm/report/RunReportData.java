package hopfilm.report;

import hopfilm.figures.ConductanceReading;
import hopfilm.figures.ElectrodeMark;
import hopfilm.figures.EnergyReading;
import hopfilm.figures.FilmState;
import hopfilm.figures.Phase;
import hopfilm.figures.RetrievalTable;
import hopfilm.folder.Outcome;
import hopfilm.hopfield.MemoryReading;
import hopfilm.io.Table;
import hopfilm.page.ReportFacts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The data of the report of a run. Lists may be empty: the report leaves that section out and says
 * so.
 *
 * @param facts name, warnings, provenance and experiment file
 * @param status {@code done}, or why the run ended early
 * @param film the film and its electrodes
 * @param readings conductance matrices in the order of time
 * @param energies E' of the patterns
 * @param retrievals one a retrieve step
 * @param course the run in time
 */
public record RunReportData(
    ReportFacts facts,
    String status,
    Film film,
    List<ConductanceReading> readings,
    Energies energies,
    List<RetrievalTable> retrievals,
    Course course) {

  /**
   * The film at a few moments.
   *
   * @param electrodes in electrode order
   * @param states in the order of time; the first is shown as before, the last as after
   * @param contacts what the electrodes had in training; null without a current
   */
  public record Film(List<ElectrodeMark> electrodes, List<FilmState> states, Contacts contacts) {
    /** Copies the lists. */
    public Film {
      electrodes = List.copyOf(electrodes);
      states = List.copyOf(states);
    }
  }

  /**
   * Voltages and currents of all electrodes under what training gives.
   *
   * @param measure label of the reading that they follow from
   * @param voltages [V]
   * @param currents into the film [A]
   * @param power Joule heat [W]
   */
  public record Contacts(String measure, double[] voltages, double[] currents, double power) {}

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
   * E' of the patterns.
   *
   * @param reference of G'
   * @param readings one after each reading of G that has weights, in the order of time, all with
   *     the input of the one that decides
   * @param judged label of the reading that decides what was learned; null means the last
   * @param memories how several trained patterns are held; null with fewer
   * @param shown how many blocks and pulses showed what of a set, with the sign it was shown with
   * @param outcome of the training; null where no pattern was trained and read
   */
  public record Energies(
      Reference reference,
      List<EnergyReading> readings,
      String judged,
      MemoryReading memories,
      Map<String, Integer> shown,
      Outcome outcome) {
    /** Copies list and map. */
    public Energies {
      readings = List.copyOf(readings);
      shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
    }

    /** The reading that decides what was learned, or null if there is none. */
    EnergyReading decisive() {
      return readings.stream()
          .filter(e -> e.label().equals(judged))
          .findFirst()
          .orElse(readings.isEmpty() ? null : readings.get(readings.size() - 1));
    }
  }

  /**
   * The run in time.
   *
   * @param table the time series, columns named as in {@code table.txt}, or null; E' with the input
   *     of the energies
   * @param phases training intervals and others, shaded in the curves
   * @param verified whether training ended verified, and after how many pulses, or null where that
   *     was not asked
   * @param heating what the Joule heat did or would do to the film, in words, or null without any
   * @param hottest the film when it was hottest; null where the current does not heat it
   * @param pulses what each pulse left, columns as in {@code pulses.csv}, or null
   */
  public record Course(
      Table table,
      List<Phase> phases,
      String verified,
      String heating,
      Hottest hottest,
      Table pulses) {
    /** Copies the list. */
    public Course {
      phases = List.copyOf(phases);
    }
  }

  /**
   * The film when it was hottest.
   *
   * @param time [s]
   * @param ambient temperature at the start [K]
   * @param rise above that, by column of cells, i + nx j; NaN where there is no film [K]
   */
  public record Hottest(double time, double ambient, double[] rise) {}

  /** Copies the lists. */
  public RunReportData {
    readings = List.copyOf(readings);
    retrievals = List.copyOf(retrievals);
  }

  /** The conductance matrix that decides what was learned; the last if none has that label. */
  ConductanceReading judgedReading() {
    EnergyReading result = energies.decisive();
    String label = result == null ? energies.judged() : result.label();
    return readings.stream()
        .filter(r -> r.label().equals(label))
        .findFirst()
        .orElse(readings.isEmpty() ? null : readings.get(readings.size() - 1));
  }
}
