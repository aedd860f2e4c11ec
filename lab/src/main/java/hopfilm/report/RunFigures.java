package hopfilm.report;

import hopfilm.chart.Figure;
import hopfilm.chart.Overview;
import hopfilm.chart.Prefix;
import hopfilm.chart.Row;
import hopfilm.figures.CurrentScale;
import hopfilm.figures.ElectrodeMark;
import hopfilm.figures.FilmFigure;
import hopfilm.figures.FilmState;
import hopfilm.figures.FilmThumbnail;
import hopfilm.figures.MapTiles;
import hopfilm.figures.SolidFigure;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.HebbAgreement;
import hopfilm.hopfield.Pattern;
import hopfilm.io.Table;
import hopfilm.plot.EnergyChart;
import hopfilm.plot.HebbChart;
import hopfilm.plot.MatrixFigure;
import hopfilm.plot.PulseChart;
import hopfilm.plot.RecallChart;
import hopfilm.plot.RetrievalGraph;
import hopfilm.plot.RowFigure;
import hopfilm.plot.TimeChart;
import hopfilm.result.HeldMemory;
import hopfilm.result.PatternEnergies;
import hopfilm.result.PatternEnergies.Trained;
import hopfilm.result.Retrieved;
import hopfilm.result.Summary;
import hopfilm.result.WrittenRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures of a run by name, in the order of the report. */
final class RunFigures {
  /** Largest |mz| of a film whose magnetisation lies in its plane. */
  private static final double IN_PLANE = 0.3;

  private final Map<String, Figure> all = new LinkedHashMap<>();
  private final RunReportData data;
  private FilmThumbnail thumbnail;

  RunFigures(RunReportData data) {
    this.data = data;
    films();
    energies();
    matrices();
    retrievals();
    curves();
    hottest();
  }

  Map<String, Figure> all() {
    return all;
  }

  /**
   * The film after the run in little, which the page of the run does not show; null without one.
   */
  Figure thumbnail() {
    return thumbnail;
  }

  /** Null where the run has no such figure. */
  Figure get(String name) {
    return all.get(name);
  }

  private void films() {
    List<FilmState> films = data.film().states();
    if (films.isEmpty()) {
      return;
    }
    FilmState first = films.get(0);
    FilmState last = films.get(films.size() - 1);
    CurrentScale scale = scale();
    thumbnail = little(last, false);
    film("before", first, scale);
    if (films.size() > 1) {
      film("after", last, scale);
    }
  }

  private CurrentScale scale() {
    return CurrentScale.of(
        data.film().states().stream().map(FilmState::j).filter(Objects::nonNull).toList());
  }

  /** A moment of the run, in the colours of the others. */
  FilmThumbnail little(FilmState film) {
    return little(film, liesInPlane());
  }

  private FilmThumbnail little(FilmState film, boolean isInPlane) {
    return new FilmThumbnail(film, data.film().electrodes(), scale(), isInPlane);
  }

  private void film(String when, FilmState read, CurrentScale scale) {
    // a film that is driven by signals was read without any: its maps have no signs
    FilmState film =
        data.isTrained() ? read : new FilmState(read.label(), read.time(), read.m(), null, null);
    all.put("texture-" + when, FilmFigure.texture(film, data.film().electrodes()));
    if (film.m().grid().nz() > 1) {
      all.put("space-" + when, new SolidFigure(film, data.film().electrodes()));
    }
    all.put("direction-" + when, FilmFigure.direction(film, data.film().electrodes()));
    if (read.j() != null && flows(read.j())) {
      String driven = data.isTrained() ? read.label() : read.label() + ", signals at their largest";
      all.put(
          "current-" + when,
          FilmFigure.current(
              new FilmState(driven, read.time(), read.m(), read.j(), read.voltages()),
              data.film().electrodes(),
              scale));
    }
  }

  private static boolean flows(VectorField j) {
    return IntStream.range(0, j.grid().cells()).anyMatch(cell -> !j.isZero(cell));
  }

  private void hottest() {
    RunReportData.Hottest h = data.course().hottest();
    if (h == null || data.film().states().isEmpty()) {
      return;
    }
    Grid g = data.film().states().get(0).m().grid();
    String title =
        "t = %s, start at %s K"
            .formatted(Prefix.format(h.time(), "s"), Prefix.fixed(h.ambient(), 0));
    all.put(
        "temperature",
        new Row(
            "The film when it was hottest",
            List.of(
                new MapTiles(
                    Grid.film(g.nx(), g.ny(), g.dx(), g.sizeZ()),
                    data.film().electrodes(),
                    List.of(new MapTiles.Tile(title, h.rise(), null)),
                    false,
                    "rise of temperature",
                    "K"))));
  }

  private void energies() {
    PatternEnergies result = data.decisive();
    if (result != null && !result.energies().isEmpty()) {
      all.put("energies", EnergyChart.of(result, data.reference().name()));
    }
  }

  private void retrievals() {
    PatternEnergies result = data.decisive();
    Set<String> trained =
        result == null
            ? Set.of()
            : result.trained().stream().map(Trained::pattern).collect(Collectors.toSet());
    int k = 0;
    for (Retrieved table : data.summary().retrieval()) {
      k++;
      if (!table.from().isEmpty()) {
        all.put("retrieval-" + k, RetrievalGraph.of(table, trained));
      }
      if (!table.recall().isEmpty()) {
        all.put("recall-" + k, RecallChart.of(table));
      }
    }
  }

  private void matrices() {
    List<String> labels = data.summary().readings().labels();
    if (labels.isEmpty()) {
      return;
    }
    String before = labels.get(0);
    String after = data.judged();
    all.put("G-before", matrix(before));
    if (!after.equals(before)) {
      all.put("G-after", matrix(after));
    }
    if (data.weights() != null) {
      boolean isResistance = data.summary().network().isResistance();
      all.put(
          "G-weights",
          new MatrixFigure(
              isResistance ? "R\u2032 = R \u2212 Rref" : "G\u2032 = G \u2212 Gref",
              "%s, reference %s%s"
                  .formatted(
                      after,
                      data.reference().name(),
                      isResistance ? "" : "\noff the diagonal, below zero: conducts better"),
              data.weights(),
              isResistance ? "\u03a9" : "S",
              names(),
              3));
      hebb(after);
      row();
    }
  }

  private void row() {
    WrittenRow row = data.summary().recalls().row();
    if (row != null) {
      all.put("row-picture", new RowFigure(row));
    }
  }

  private void hebb(String label) {
    List<HeldMemory> memories = data.summary().recalls().memories();
    if (memories.isEmpty() || data.summary().network().isResistance()) {
      return;
    }
    List<Pattern> trained = memories.stream().map(m -> Pattern.parse(m.pattern())).toList();
    double[][] g = data.summary().readings().conductance().get(label);
    HebbAgreement.of(g, data.weights(), trained)
        .ifPresent(a -> all.put("hebb", HebbChart.of(a, trained.size())));
  }

  private Figure matrix(String label) {
    Summary.Readings r = data.summary().readings();
    return new MatrixFigure(
        "G, " + label,
        "t = %s, %s"
            .formatted(
                Prefix.format(r.times().getOrDefault(label, Double.NaN), "s"), r.condition(label)),
        r.conductance().get(label),
        "S",
        names(),
        4);
  }

  private void curves() {
    if (data.course().table() == null || data.course().table().rows().size() < 2) {
      return;
    }
    put("G-change", TimeChart.changes(data.course().table(), names(), data.phases()));
    put("G-time", TimeChart.conductances(data.course().table(), names(), data.phases()));
    if (data.decisive() == null) {
      // of a film that learns it is that of a maze, and stays about zero
      put("m-time", TimeChart.magnetisation(data.course().table(), data.phases()));
    }
    put("path", TimeChart.path(data.course().table()));
    for (String quantity : List.of("V", "I", "R")) {
      Table samples = data.course().samples();
      Figure inRows =
          TimeChart.electric(quantity, data.course().table(), "the table", data.phases());
      boolean isSampled = inRows == null && samples != null && samples.rows().size() > 1;
      put(
          quantity + "-time",
          isSampled ? TimeChart.electric(quantity, samples, "samples.csv", data.phases()) : inRows);
    }
    put("edges-time", TimeChart.edgeToEdge(data.course().table(), data.phases()));
    put("pulses", PulseChart.of(data.course().pulses(), names()));
    put("T-time", TimeChart.temperature(data.course().table(), data.phases()));
    PatternEnergies result = data.decisive();
    put(
        "E-time",
        TimeChart.energy(
            data.course().table(), data.phases(), result == null ? null : result.input()));
  }

  /** Sums up the run in one picture, for a page that shows many runs; null where nothing is. */
  Figure overview() {
    List<Figure> parts = new ArrayList<>(figures(inOverview()));
    if (!all.containsKey("energies") && !all.containsKey("row-picture")) {
      parts.addAll(course());
    }
    return parts.isEmpty() ? null : new Overview(parts);
  }

  /** Curves of what the experiment records; without any, of what changes in every film. */
  private List<Figure> course() {
    List<Figure> recorded = figures("path", "V-time", "I-time", "R-time");
    Table table = data.course().table();
    if (!recorded.isEmpty() || table == null) {
      return recorded;
    }
    if (!data.phases().isEmpty() && !TimeChart.isFlat(table, "gx", "gy")) {
      return figures("edges-time");
    }
    return TimeChart.isFlat(table, "mx", "my", "mz") ? List.of() : figures("m-time");
  }

  /** Those of the names that the run has. */
  private List<Figure> figures(String... names) {
    return Stream.of(names).map(all::get).filter(Objects::nonNull).toList();
  }

  private String[] inOverview() {
    String film =
        all.containsKey("space-before") ? "space" : liesInPlane() ? "direction" : "texture";
    return new String[] {
      film + "-before", film + "-after", "current-after", "energies", "row-picture"
    };
  }

  /** Whether the colours of mz would show nothing. */
  private boolean liesInPlane() {
    return data.film().states().stream()
        .allMatch(s -> Arrays.stream(s.m().z()).map(Math::abs).max().orElse(0) < IN_PLANE);
  }

  private void put(String name, Figure figure) {
    if (figure != null) {
      all.put(name, figure);
    }
  }

  private List<String> names() {
    return data.film().electrodes().stream().map(ElectrodeMark::name).toList();
  }
}
