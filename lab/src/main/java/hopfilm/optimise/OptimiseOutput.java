package hopfilm.optimise;

import static hopfilm.run.Summaries.number;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Stack;
import hopfilm.experiment.OptimiseSpec;
import hopfilm.experiment.OptimiseSpec.Parameter;
import hopfilm.figures.SensitivityChart;
import hopfilm.file.ExperimentFile;
import hopfilm.file.ParameterText;
import hopfilm.file.Study;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.WholeFile;
import hopfilm.protocol.RunStatus;
import hopfilm.report.Html;
import hopfilm.run.Provenance;
import hopfilm.sweep.RunValue;
import hopfilm.sweep.RunsTable;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what an optimisation leaves beside its evaluations. */
final class OptimiseOutput {

  private static final int WIDTH = 660;

  private final OptimisationResult result;
  private final OptimiseSpec spec;
  private final RunValue objective;
  private final Sensitivities sensitivities;

  private OptimiseOutput(OptimisationResult result) {
    this.result = result;
    this.spec = result.study().optimise();
    this.objective = RunValue.of(spec.objective());
    this.sensitivities = result.sensitivities();
  }

  /** The table of evaluations, whole at any time. */
  static void writeTable(Path folder, OptimiseSpec spec, List<Trial> trials) throws IOException {
    RunValue value = RunValue.of(spec.objective());
    List<String> header = new ArrayList<>(List.of("evaluation"));
    spec.parameters().forEach(p -> header.add(title(p.key(), p.dimension().unit())));
    header.addAll(
        List.of(
            title(value.name(), value.dimension().unit()),
            "low",
            "high",
            "share_learned",
            "runs",
            "best_so_far",
            "folder",
            "message",
            "seconds"));
    StringBuilder csv = new StringBuilder(RunsTable.line(header));
    double best = Double.NaN;
    for (Trial t : trials) {
      best = spec.isBetter(t.objective(), best) ? t.objective() : best;
      List<String> row = new ArrayList<>(List.of(Integer.toString(t.number())));
      for (double v : t.values()) {
        row.add(RunsTable.number(v));
      }
      row.add(RunsTable.number(t.objective()));
      row.add(RunsTable.number(t.reading().low()));
      row.add(RunsTable.number(t.reading().high()));
      row.add(RunsTable.number(t.learned().value()));
      row.add(Integer.toString(t.reading().runs()));
      row.add(RunsTable.number(best));
      row.add(t.folder());
      row.add(t.message());
      row.add(String.format(Locale.ROOT, "%.2f", t.seconds()));
      csv.append(RunsTable.line(row));
    }
    WholeFile.writeSafely(new RunFolder(folder).evaluations(), csv.toString());
  }

  private static String title(String name, String unit) {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }

  static void write(OptimisationResult result) throws IOException {
    new OptimiseOutput(result).write();
  }

  private void write() throws IOException {
    RunFolder folder = new RunFolder(result.folder());
    Trial best = result.best();
    if (best != null) {
      Study found = result.study().with(best.texts());
      WholeFile.writeSafely(folder.best(), ExperimentFile.write(found));
    }
    JsonFile.write(folder.summary(), summary(best));
    Html html = new Html(result.experiment().name());
    html.raw("<h1>" + Html.escape(result.experiment().name()) + "</h1>");
    html.raw("<p class=\"summary\">" + Html.escape(OptimiseText.summary(result)) + "</p>");
    if (best != null) {
      figures(folder, html);
    }
    table(html);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("program", "Hopfilm");
    facts.put("version", Provenance.version());
    facts.put("java", System.getProperty("java.runtime.version"));
    html.heading("provenance", "Provenance").facts(facts);
    html.heading("experiment", "Experiment file").experiment(ExperimentFile.write(result.study()));
    WholeFile.writeSafely(folder.page(), html.page());
  }

  private OptimiseSummary summary(Trial best) {
    String objective = spec.objective().text();
    return new OptimiseSummary(
        new OptimiseSummary.Head(
            result.experiment().name(),
            Provenance.version(),
            (result.stopped() == null ? RunStatus.DONE : RunStatus.STOPPED).text(),
            spec.isMaximised() ? objective : null,
            spec.isMaximised() ? null : objective,
            result.trials().size()),
        best == null
            ? null
            : new OptimiseSummary.Best(
                best.number(),
                best.texts(),
                best.objective(),
                number(best.reading().low()),
                number(best.reading().high()),
                number(best.learned().value()),
                best.folder()),
        sensitivities.all().stream()
            .map(
                x ->
                    new OptimiseSummary.Dependence(
                        x.key(),
                        number(x.trend()),
                        number(x.low()),
                        number(x.high()),
                        number(x.share())))
            .toList(),
        number(sensitivities.explained()),
        result.trials().stream().mapToDouble(Trial::seconds).sum());
  }

  private void figures(RunFolder folder, Html html) throws IOException {
    Figure progress = progress();
    Figure bars = bars();
    FigureFiles.write(folder.path(), "optimise", new Stack(List.of(progress, bars)));
    Path figures = folder.figures();
    html.heading("search", "The search");
    html.figure(FigureFiles.write(figures, "progress", progress), WIDTH);
    html.heading("sensitivities", "What matters most");
    html.figure(FigureFiles.write(figures, "sensitivities", bars), WIDTH);
    html.raw("<p class=\"note\">" + Html.escape(OptimiseText.EXPLANATION) + "</p>");
    html.heading("parameters", "The objective over each parameter");
    for (int k = 0; k < spec.parameters().size(); k++) {
      String name = "over-" + spec.parameters().get(k).key().replaceAll("[^A-Za-z0-9.-]", "-");
      html.figure(FigureFiles.write(figures, name, over(k)), WIDTH);
    }
  }

  private Figure progress() {
    int n = result.trials().size();
    double[] number = new double[n];
    double[] value = new double[n];
    double[] best = new double[n];
    double so = Double.NaN;
    for (int i = 0; i < n; i++) {
      number[i] = i + 1;
      value[i] = result.trials().get(i).objective();
      so = spec.isBetter(value[i], so) ? value[i] : so;
      best[i] = so;
    }
    Trial found = result.best();
    String subtitle =
        "best: " + String.join(", ", OptimiseText.words(found.texts())) + "; " + spec.goal();
    String axis = objective.titleWithUnit();
    return new CurveChart(result.experiment().name(), subtitle, "evaluation", axis)
        .line("best so far", number, best)
        .points("evaluation", number, value)
        .figure();
  }

  private Figure over(int k) {
    Parameter p = spec.parameters().get(k);
    String unit = ParameterText.form(p).unit();
    double one = unit.isEmpty() ? 1 : Quantity.parse("1 " + unit, p.dimension());
    double[] x = result.trials().stream().mapToDouble(t -> t.values()[k] / one).toArray();
    double[] y = result.trials().stream().mapToDouble(Trial::objective).toArray();
    return new CurveChart(
            p.key(),
            "one point for each evaluation; the other parameters differ too",
            title(p.key(), unit),
            objective.titleWithUnit())
        .points("evaluation", x, y)
        .figure();
  }

  private Figure bars() {
    String subtitle =
        Double.isFinite(sensitivities.explained())
            ? String.format(
                Locale.ROOT,
                "together they explain %.0f %% of the variance of %d evaluations",
                100 * sensitivities.explained(),
                sensitivities.evaluations())
            : "%d evaluations: too few to tell".formatted(sensitivities.evaluations());
    return new SensitivityChart(
        "What " + spec.objective().text() + " depends on",
        subtitle,
        sensitivities.all().stream().map(s -> bar(s, sensitivities.isTelling())).toList());
  }

  private static SensitivityChart.Bar bar(Sensitivities.Sensitivity s, boolean isTelling) {
    return isTelling
        ? new SensitivityChart.Bar(s.key(), s.trend(), s.low(), s.high(), s.share())
        : new SensitivityChart.Bar(s.key(), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  private void table(Html html) {
    html.heading("evaluations", "Evaluations");
    List<String> columns = new ArrayList<>(List.of("evaluation"));
    spec.parameters().forEach(p -> columns.add(p.key()));
    columns.addAll(List.of(spec.objective().text(), "learned", "runs", ""));
    List<List<String>> rows = new ArrayList<>();
    Trial best = result.best();
    for (Trial t : result.trials()) {
      List<String> row = new ArrayList<>();
      row.add(
          t.folder().isEmpty()
              ? Integer.toString(t.number())
              : "<a href=\"%s/%s\">%d</a>".formatted(t.folder(), RunFolder.PAGE, t.number()));
      t.texts().values().forEach(v -> row.add(Html.escape(v)));
      row.add(Html.escape(OptimiseText.value(spec, t)));
      row.add(t.learned().total() == 0 ? "" : t.learned().hits() + " of " + t.learned().total());
      row.add(Integer.toString(t.reading().runs()));
      boolean isBest = best != null && t.number() == best.number();
      row.add(isBest ? "best" : Html.escape(t.message()));
      rows.add(row);
    }
    html.table(columns, rows);
  }
}
