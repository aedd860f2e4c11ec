package hopfilm.run;

import hopfilm.check.ReadCurrent;
import hopfilm.check.ReadForecast;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.film.AdiabaticHeat;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.Pattern;
import hopfilm.input.ExperimentException;
import hopfilm.io.Table;
import hopfilm.parallel.Parallel;
import hopfilm.readout.Instrument;
import hopfilm.readout.MagneticNoise;
import hopfilm.readout.Readout;
import hopfilm.readout.ReadoutRecord;
import hopfilm.readout.RecallCost;
import hopfilm.readout.TrainedFilm;
import hopfilm.result.Outcome;
import hopfilm.result.Summary;
import hopfilm.result.TrainStep;
import hopfilm.result.WrittenRow;
import hopfilm.transport.Electrode;
import hopfilm.transport.ResistanceMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The film of a run as an ohmmeter reads it.
 *
 * @param before name of the reading before
 * @param after label of the measure after
 * @param outcome of training, as files have it; null where there is none
 * @param load what the current does to the film
 * @param readout what is read
 * @param recall what a step of recall takes; empty without a row
 * @param warning where one of the two was still warm, or the run does not tell its magnetic noise;
 *     null where neither
 */
public record RunReadout(
    TrainedFilm film,
    String before,
    String after,
    String outcome,
    ReadoutRecord.Load load,
    Readout readout,
    Optional<RecallCost> recall,
    String warning) {

  /** Resistances at ambient temperature, of an experiment without the section heat [K]. */
  private static final double AMBIENT = 300;

  private static final String NO_MAGNETIC =
      "magnetic noise counts as 0: it needs 8 rows of the table in the second half of the rest after"
          + " the last train step, and a film that conducts alike in both directions";

  private static final double ROUNDING = 1e-9;

  /** Rows that tell magnetic noise; more take long with many electrodes. */
  private static final int MOST_ROWS = 1000;

  /**
   * How it is read.
   *
   * @param current [A]; empty for the largest that moves next to nothing and warms little
   * @param noise of the amplifier [V/sqrt(Hz)]
   * @param time of one reading [s]
   * @param contact standard deviation of each contact resistance from reading to reading
   * @param tcr relative change of the film's resistance by temperature [1/K]; empty for the
   *     material's, or that of a careful bench where the material has none
   * @param drift of the film's temperature [K]
   * @param warming largest of the film, for the current [K]
   */
  public record Options(
      OptionalDouble current,
      double noise,
      double time,
      Scatter contact,
      OptionalDouble tcr,
      double drift,
      double warming) {

    private static final Instrument BENCH = Instrument.usual(1);

    /** What a careful bench has. */
    public static final Options USUAL =
        new Options(
            OptionalDouble.empty(),
            BENCH.noise(),
            BENCH.time(),
            new Scatter(ReadForecast.CONTACTS, 0),
            OptionalDouble.empty(),
            BENCH.drift(),
            ReadCurrent.WARMING);

    private double tcr(Experiment e) {
      double own = e.material().temperatureCoefficient();
      return tcr.orElse(own == 0 ? BENCH.tcr() : own);
    }
  }

  /**
   * Scatter of a contact resistance.
   *
   * @param share of itself
   * @param ohm [Ohm]
   */
  public record Scatter(double share, double ohm) {}

  /** As {@code readout.json} has it. */
  public ReadoutRecord record() {
    return ReadoutRecord.of(film, readout, recall, outcome, load, before, after, warning);
  }

  /**
   * Reads the film in the folder of a run.
   *
   * @throws ExperimentException if it is none, was not trained, or not read before and after
   */
  public static RunReadout of(Path folder, Options options) throws IOException {
    FileList.requireWhole(new RunFolder(folder), RunFile.NUMBERS);
    return FileList.consistent(folder, () -> read(folder, options));
  }

  private static RunReadout read(Path folder, Options options) throws IOException {
    RunFolder run = new RunFolder(folder);
    Optional<Summary> found = run.isRun() ? run.readWholeSummary() : Optional.empty();
    if (found.isEmpty()) {
      throw ExperimentException.of(folder, RunMessage.READOUT_NO_RUN);
    }
    Summary summary = found.get();
    if (!summary.head().isDone()) {
      throw ExperimentException.of(folder, RunMessage.READOUT_NOT_DONE, folder);
    }
    Experiment e = ExperimentFile.read(run.experiment(), List.of());
    if (e.steps().stream().noneMatch(Step.Train.class::isInstance)) {
      throw ExperimentException.of(folder, RunMessage.READOUT_NO_TRAIN);
    }
    Readings readings = Readings.of(e, summary);
    if (readings.before == null) {
      throw ExperimentException.of(folder, RunMessage.READOUT_NOT_BEFORE);
    }
    if (readings.after == null) {
      throw ExperimentException.of(folder, RunMessage.READOUT_NOT_AFTER);
    }
    return of(e, summary, readings, run.readTable(), options)
        .orElseThrow(() -> ExperimentException.of(folder, RunMessage.READOUT_NO_CURRENT));
  }

  /** Reads a film as usual; empty where it was not trained, or not read before and after. */
  public static Optional<RunReadout> of(Experiment e, Summary summary, Table table) {
    Readings readings = Readings.of(e, summary);
    return readings.before == null || readings.after == null || table == null
        ? Optional.empty()
        : of(e, summary, readings, table, Options.USUAL);
  }

  /** Empty where no current flows, or none would leave the film as it is. */
  private static Optional<RunReadout> of(
      Experiment e, Summary summary, Readings readings, Table table, Options options) {
    List<Electrode> electrodes = e.electrodes().on(e.film().grid());
    double[] ohm = electrodes.stream().mapToDouble(Electrode::resistance).toArray();
    Scatter scatter = options.contact;
    boolean isNoisy = e.temperature() > 0;
    Optional<MagneticNoise> magnetic =
        isNoisy ? magnetic(summary, readings.after, table) : Optional.empty();
    TrainedFilm film =
        new TrainedFilm(
            summary.network().electrodes(),
            readings.before,
            readings.after,
            summary.network().trained().stream().map(Pattern::parse).toList(),
            new TrainedFilm.Contacts(
                ohm, Arrays.stream(ohm).map(r -> scatter.share * r + scatter.ohm).toArray()),
            isNoisy ? e.temperature() : e.heat().map(HeatSpec::ambient).orElse(AMBIENT),
            magnetic.orElse(null));
    if (!film.connectsAny()) {
      return Optional.empty();
    }
    Optional<ReadCurrent> largest =
        ReadCurrent.of(e, options.warming, options.time, Parallel.SERIAL);
    double current = options.current.orElseGet(() -> largest.map(ReadCurrent::current).orElse(0.0));
    return current > 0
        ? Optional.of(
            new RunReadout(
                film,
                readings.first,
                readings.last,
                Optional.ofNullable(summary.verdict().outcome()).map(Outcome::text).orElse(null),
                load(largest, current, options.current.isEmpty()),
                Readout.of(
                    film,
                    new Instrument(
                        current, options.noise, options.time, options.tcr(e), options.drift)),
                Optional.ofNullable(summary.recalls().row()).flatMap(RunReadout::recall),
                warning(summary, readings, isNoisy && magnetic.isEmpty())))
        : Optional.empty();
  }

  private static String warning(Summary summary, Readings readings, boolean lacksMagnetic) {
    Stream<String> warm =
        summary.warnings().stream()
            .filter(
                w ->
                    AdiabaticHeat.isWarm(w, readings.first)
                        || AdiabaticHeat.isWarm(w, readings.last))
            .limit(1);
    String all =
        Stream.concat(warm, lacksMagnetic ? Stream.of(NO_MAGNETIC) : Stream.empty())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? null : all;
  }

  private static Optional<RecallCost> recall(WrittenRow row) {
    return RecallCost.of(
        row.untrained().stream().mapToDouble(g -> g).sum(),
        row.choosing().stream().mapToDouble(Math::abs).sum(),
        1);
  }

  private static ReadoutRecord.Load load(
      Optional<ReadCurrent> largest, double current, boolean isLargest) {
    return largest
        .map(
            c ->
                new ReadoutRecord.Load(
                    isLargest ? c.limit() : "",
                    c.velocityAt(current),
                    Double.isFinite(c.warmingAt(current)) ? c.warmingAt(current) : null,
                    c.words(current),
                    c.warning(current).orElse(null)))
        .orElse(new ReadoutRecord.Load("", null, null, "", null));
  }

  /**
   * Conductances before and after training [S]; null where there are none.
   *
   * @param first name of those before
   * @param last label of those after
   */
  private record Readings(double[][] before, double[][] after, String first, String last) {

    /** The last measure before the first train step, and the one that decides after the last. */
    static Readings of(Experiment e, Summary summary) {
      String first = null;
      String last = null;
      boolean isTrained = false;
      boolean isMeasured = false; // since then, whether it was kept or not
      for (Step step : e.steps()) {
        isMeasured |= step instanceof Step.Measure;
        if (step instanceof Step.Train) {
          isTrained = true;
          isMeasured = false;
          last = null;
        } else if (step instanceof Step.Measure m
            && summary.readings().labels().contains(m.label())) {
          first = isTrained ? first : m.label();
          boolean isAtRest = "at rest".equals(summary.readings().condition(m.label()));
          boolean isBetter = last == null || m.label().equals(summary.verdict().judged());
          last = isTrained && isBetter && isAtRest ? m.label() : last;
        }
      }
      var byLabel = summary.readings().conductance();
      if (isTrained && last == null && !isMeasured) {
        boolean isAtRest = "at rest".equals(summary.readings().condition(Step.Measure.IMPLICIT));
        last = isAtRest ? Step.Measure.IMPLICIT : null;
      }
      return new Readings(
          first == null ? reference(summary.network()) : byLabel.get(first),
          last == null ? null : byLabel.get(last),
          first == null ? "the reference " + summary.network().reference() : first,
          last);
    }

    /** That of the untrained film itself, which was read when the first train step began. */
    private static double[][] reference(Summary.Network n) {
      boolean isOwn = "untrained".equals(n.reference()) || "untrained-scaled".equals(n.reference());
      double[][] matrix = isOwn && n.referenceFile() == null ? n.referenceMatrix() : null;
      return matrix == null || !n.isResistance() ? matrix : new ResistanceMatrix(matrix).siemens();
    }
  }

  /**
   * From the rows in the second half of the rest after training, where the film conducts alike in
   * both directions.
   */
  private static Optional<MagneticNoise> magnetic(Summary summary, double[][] g, Table table) {
    double[] t = table.column("t");
    if (!ConductanceFiles.isSymmetric(g) || summary.training().isEmpty() || t.length == 0) {
      return Optional.empty();
    }
    TrainStep training = summary.training().get(summary.training().size() - 1);
    double rounding = ROUNDING * t[t.length - 1];
    double to = training.restEnd() == null ? t[t.length - 1] : training.restEnd();
    double from = (training.end() + to) / 2;
    int end = (int) Arrays.stream(t).filter(x -> x <= to + rounding).count();
    int half = (int) Arrays.stream(t).filter(x -> x < from - rounding).count();
    int first = Math.max(half, end - MOST_ROWS);
    if (end - first < 2) {
      return Optional.empty();
    }
    Table rest = new Table(table.columns(), table.rows().subList(first, end));
    return MagneticNoise.of(
        ConductanceFiles.course(rest, summary.network().electrodes()),
        (t[end - 1] - t[first]) / (end - first - 1));
  }
}
