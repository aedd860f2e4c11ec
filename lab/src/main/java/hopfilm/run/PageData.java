package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.figures.ElectrodeMark;
import hopfilm.figures.FilmState;
import hopfilm.file.ExperimentFile;
import hopfilm.film.AdiabaticHeat;
import hopfilm.film.Amplitudes;
import hopfilm.film.FilmMeter;
import hopfilm.film.FilmNetwork;
import hopfilm.film.FilmSetup;
import hopfilm.film.Measure;
import hopfilm.film.PictureFit;
import hopfilm.film.SampleColumns;
import hopfilm.folder.JsonFile;
import hopfilm.folder.ProvenanceRecord;
import hopfilm.folder.RunFolder;
import hopfilm.folder.Snapshot;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.io.TableWriter;
import hopfilm.page.ReportFacts;
import hopfilm.plot.TimeChart;
import hopfilm.protocol.Hottest;
import hopfilm.protocol.RunResult;
import hopfilm.readout.ReadoutRecord;
import hopfilm.report.RunReportData;
import hopfilm.result.PatternEnergies;
import hopfilm.result.Summary;
import hopfilm.result.TrainStep;
import hopfilm.transport.GivenValues;
import hopfilm.transport.OperatingPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page of a finished run shows, from its measures, its table and its snapshots. */
public final class PageData {

  /** Of a file of samples that is drawn [bytes]. */
  private static final long MOST_SAMPLES = 20_000_000;

  private final RunResult result;
  private final Summary summary;
  private final FilmSetup setup;
  private final FilmMeter meter;
  private final Table table;
  private final ProvenanceRecord provenance;

  PageData(
      RunResult result,
      Summary summary,
      FilmSetup setup,
      FilmMeter meter,
      Table table,
      ProvenanceRecord provenance) {
    this.result = result;
    this.summary = summary;
    this.provenance = provenance;
    this.setup = setup;
    this.meter = meter;
    this.table = table;
  }

  RunReportData data() throws IOException {
    Experiment e = result.experiment();
    Map<String, String> facts = new LinkedHashMap<>(Provenance.facts(provenance));
    setup.carriedOver().ifPresent(cells -> facts.put("start, resampled", cells));
    PictureFit fit = pictureFit(result);
    if (fit != null) {
      facts.put("picture at the start, " + result.measures().get(0).label(), fit.words());
    }
    return new RunReportData(
        new ReportFacts(e.name(), result.warnings(), facts, ExperimentFile.write(e)),
        summary,
        reference(e),
        new RunReportData.Film(
            setup.electrodes().stream().map(x -> ElectrodeMark.of(x, setup.grid())).toList(),
            films()),
        new RunReportData.Course(withCurie(), true, heating(), hottest(), pulses(), samples()),
        readout());
  }

  /** What a terminal tells of a run: all but the film in pictures. */
  public static RunReportData told(RunResult result) throws IOException {
    Path table = new RunFolder(result.folder()).table();
    Table ends = Files.isRegularFile(table) ? TableReader.ends(table) : null;
    Experiment e = result.experiment();
    Summary summary =
        result
            .summary(Provenance.version())
            .with(
                new RunFolder(result.folder())
                    .readSummary()
                    .map(Summary::expectations)
                    .orElse(List.of()));
    PageData page = new PageData(result, summary, null, null, ends, null);
    return new RunReportData(
        new ReportFacts(e.name(), result.warnings(), Map.of(), ""),
        page.summary,
        reference(e),
        new RunReportData.Film(List.of(), List.of()),
        new RunReportData.Course(ends, false, page.heating(), null, null, null),
        page.readout());
  }

  /**
   * How well the film of the first measure fits the picture that it began with; null without a
   * measure or a picture.
   */
  static PictureFit pictureFit(RunResult result) throws IOException {
    return result.measures().isEmpty()
        ? null
        : PictureFit.of(result.experiment(), result.measures().get(0).m());
  }

  private Optional<ReadoutRecord> readout() throws IOException {
    return JsonFile.read(new RunFolder(result.folder()).readout(), ReadoutRecord.class);
  }

  private Table withCurie() {
    return table == null || result.experiment().material().Tc().isEmpty()
        ? comparable()
        : TimeChart.withCurie(comparable(), result.experiment().material().Tc().getAsDouble());
  }

  /** Null without pulses that the table tells apart. */
  Table pulses() {
    double joule = result.effort().training().joule();
    return PulseTable.of(table, result.experiment(), phases(), joule).orElse(null);
  }

  /** Voltages and currents of the samples; null without any, or of more than a picture shows. */
  private Table samples() throws IOException {
    Path file = new RunFolder(result.folder()).samples();
    return Files.isRegularFile(file) && Files.size(file) < MOST_SAMPLES
        ? SampleColumns.asTable(TableReader.read(file, TableWriter.Style.CSV))
        : null;
  }

  private List<TrainStep> phases() {
    return result.found().training();
  }

  private String heating() {
    Hottest hottest = result.found().hottest();
    if (hottest != null) {
      return AdiabaticHeat.verdict(hottest.highest(), hottest.ambient());
    }
    double joule = result.effort().training().joule();
    return joule > 0
        ? AdiabaticHeat.verdict(
                AdiabaticHeat.rise(joule, result.experiment().film().cells().volume()))
            + "; heat is not in the model"
        : null;
  }

  /** The film when it was hottest; of several layers the hottest cell of each column. */
  private RunReportData.Hottest hottest() {
    Hottest h = result.found().hottest();
    if (h == null || Double.isNaN(h.time()) || !(h.highest() > h.ambient())) {
      return null;
    }
    Grid g = setup.grid();
    double[] map = new double[g.nx() * g.ny()];
    Arrays.fill(map, Double.NaN);
    double[] rise = h.rise();
    for (int c = 0; c < rise.length; c++) {
      if (setup.cells().inside(c)) {
        map[c % map.length] =
            Math.max(rise[c], Double.isNaN(map[c % map.length]) ? 0 : map[c % map.length]);
      }
    }
    return new RunReportData.Hottest(h.time(), h.ambient(), map);
  }

  private static RunReportData.Reference reference(Experiment e) {
    Optional<String> theorem =
        e.isNetwork()
            ? FilmNetwork.theorem(e, e.network().reference(), e.network().selfTerm())
            : Optional.empty();
    return new RunReportData.Reference(e.network().referenceText(), theorem.orElse(null));
  }

  /**
   * The first measure and the one that decides, or, where there is but one of them or none, the
   * snapshots before and after; the current of both as in training.
   */
  private List<FilmState> films() throws IOException {
    List<Measure> shown = shown();
    GivenValues given = given(shown);
    List<FilmState> films = new ArrayList<>();
    for (Measure m : shown) {
      films.add(
          new FilmState(
              m.label(),
              m.time(),
              m.m(),
              given == null ? null : meter.currentDensity(m.m(), given),
              voltages(m, given)));
    }
    return films.size() > 1 ? films : withSnapshots(films, given);
  }

  /** The first measure and the one that decides; one where these are the same, none of none. */
  private List<Measure> shown() {
    List<Measure> shown = new ArrayList<>();
    if (!result.measures().isEmpty()) {
      shown.add(result.measures().get(0));
      Measure last =
          result.judged() == null
              ? result.measures().get(result.measures().size() - 1)
              : result.judged();
      if (!last.label().equals(shown.get(0).label())) {
        shown.add(last);
      }
    }
    return shown;
  }

  /** What training gives at the electrodes; null without current. */
  private static GivenValues given(List<Measure> shown) {
    return shown.stream().map(Measure::values).filter(x -> x != null).findFirst().orElse(null);
  }

  private static double[] voltages(Measure m, GivenValues given) {
    return given == null ? null : OperatingPoint.of(m.g().siemens(), given).voltages();
  }

  /**
   * The film at a snapshot, with the current of the films before and after.
   *
   * @return empty where the snapshot is of other cells
   */
  Optional<FilmState> at(Snapshot snapshot, String label) throws IOException {
    List<Measure> shown = shown();
    GivenValues given = given(shown);
    return state(label, snapshot, given, given == null ? null : voltages(shown.get(0), given));
  }

  /**
   * The film before the first current, or at the start where there was none, and what was measured
   * of it; where nothing was, the film at the end.
   *
   * @param measured one state or none
   * @param given at the electrodes; null without current
   */
  private List<FilmState> withSnapshots(List<FilmState> measured, GivenValues given)
      throws IOException {
    List<Snapshot> all = new RunFolder(result.folder()).snapshots();
    if (all.isEmpty()) {
      return measured;
    }
    Snapshot before = all.get(0);
    double driven = phases().isEmpty() ? 0 : phases().get(0).start();
    for (Snapshot s : all) {
      before = s.time() <= driven * (1 + 1e-9) ? s : before;
    }
    Snapshot last = all.get(all.size() - 1);
    double[] voltages = measured.isEmpty() ? null : measured.get(0).voltages();
    List<FilmState> films = new ArrayList<>();
    if (measured.isEmpty() || before.time() < measured.get(0).time() * (1 - 1e-9)) {
      state(phases().isEmpty() ? "start" : "before the current", before, given, voltages)
          .ifPresent(films::add);
    }
    films.addAll(measured);
    if (measured.isEmpty() && !last.equals(before)) {
      state("end", last, given, voltages).ifPresent(films::add);
    }
    return films;
  }

  /** Empty where the snapshot is of other cells. */
  private Optional<FilmState> state(
      String label, Snapshot snapshot, GivenValues given, double[] voltages) throws IOException {
    OvfFile file = Ovf.read(snapshot.file());
    VectorField m = new VectorField(setup.grid());
    if (file.field().x().length != m.x().length) {
      return Optional.empty();
    }
    m.set(file.field());
    return Optional.of(
        new FilmState(
            label,
            file.time(),
            m,
            given == null ? null : meter.currentDensity(m, given),
            voltages));
  }

  /** E' in time at the same V0 or I0. */
  private Table comparable() {
    if (table == null) {
      return null;
    }
    List<Double> starts = phases().stream().map(TrainStep::start).toList();
    Amplitudes own = Amplitudes.of(result.experiment(), starts);
    PatternEnergies.Input input = summary.input();
    return own.scaled(table, input == null ? own.last() : input.amplitude());
  }
}
