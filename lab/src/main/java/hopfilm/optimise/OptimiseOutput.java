package hopfilm.optimise;

import static hopfilm.result.OrEmpty.orNull;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Stack;
import hopfilm.experiment.OptimiseSpec;
import hopfilm.experiment.Parameter;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.file.VariedKeys;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.page.Sheet;
import hopfilm.plot.SensitivityChart;
import hopfilm.result.RunStatus;
import hopfilm.run.Provenance;
import hopfilm.sweep.RunValue;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
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
  static void writeTable(Path folder, OptimiseSpec spec, List<Candidate> trials)
      throws IOException {
    RunValue value = RunValue.of(spec.objective());
    Map<Integer, Double> best = new HashMap<>();
    double soFar = Double.NaN;
    for (Candidate t : trials) {
      soFar = spec.isBetter(t.objective(), soFar) ? t.objective() : soFar;
      best.put(t.number(), soFar);
    }
    Sheet<Candidate> sheet = new Sheet<>(trials).add("evaluation", Form.WHOLE, Candidate::number);
    for (int k = 0; k < spec.parameters().size(); k++) {
      int at = k;
      Parameter p = spec.parameters().get(k);
      sheet.add(p.key(), p.dimension().unit(), Form.NUMBER, t -> t.values()[at]);
    }
    sheet
        .add(value.name(), value.dimension().unit(), Form.NUMBER, Candidate::objective)
        .add("low", Form.NUMBER, t -> t.reading().low())
        .add("high", Form.NUMBER, t -> t.reading().high())
        .add("share_learned", Form.NUMBER, t -> t.learned().value())
        .add("runs", Form.WHOLE, t -> t.reading().runs())
        .add("best_so_far", Form.NUMBER, t -> best.get(t.number()))
        .add("folder", Form.TEXT, Candidate::folder)
        .add("message", Form.TEXT, Candidate::message)
        .add("seconds", Form.NUMBER, t -> String.format(Locale.ROOT, "%.2f", t.seconds()));
    WholeFile.writeSafely(new RunFolder(folder).evaluations(), sheet.csv());
  }

  private static String title(String name, String unit) {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }

  static void write(OptimisationResult result) throws IOException {
    new OptimiseOutput(result).write();
  }

  private void write() throws IOException {
    RunFolder folder = new RunFolder(result.folder());
    Candidate best = result.best();
    if (best != null) {
      Study found = result.study().with(best.texts());
      ExperimentFile.save(found, folder.best());
    }
    JsonFile.write(folder.summary(), summary(best));
    Html html = new Html(result.experiment().name());
    html.raw("<h1>" + Markup.escape(result.experiment().name()) + "</h1>");
    html.raw("<p class=\"summary\">" + Markup.escape(OptimiseText.summary(result)) + "</p>");
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

  private OptimiseSummary summary(Candidate best) {
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
                orNull(best.reading().low()),
                orNull(best.reading().high()),
                orNull(best.learned().value()),
                best.folder()),
        sensitivities.all().stream()
            .map(
                x ->
                    new OptimiseSummary.Dependence(
                        x.key(),
                        orNull(x.trend()),
                        orNull(x.low()),
                        orNull(x.high()),
                        orNull(x.share())))
            .toList(),
        orNull(sensitivities.explained()),
        result.trials().stream().mapToDouble(Candidate::seconds).sum());
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
    html.raw("<p class=\"note\">" + Markup.escape(OptimiseText.EXPLANATION) + "</p>");
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
    Candidate found = result.best();
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
    String unit = VariedKeys.form(p).unit();
    double one = unit.isEmpty() ? 1 : Quantity.parse("1 " + unit, p.dimension());
    double[] x = result.trials().stream().mapToDouble(t -> t.values()[k] / one).toArray();
    double[] y = result.trials().stream().mapToDouble(Candidate::objective).toArray();
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
    Sheet<Candidate> sheet =
        new Sheet<>(result.trials()).add("evaluation", Form.TEXT, OptimiseOutput::link);
    spec.parameters().forEach(p -> sheet.add(p.key(), Form.TEXT, t -> t.texts().get(p.key())));
    Candidate best = result.best();
    sheet
        .add(spec.objective().text(), Form.TEXT, t -> OptimiseText.value(spec, t))
        .add(
            "learned",
            Form.TEXT,
            t ->
                t.learned().total() == 0 ? null : t.learned().hits() + " of " + t.learned().total())
        .add("runs", Form.WHOLE, t -> t.reading().runs())
        .add(
            "", Form.TEXT, t -> best != null && t.number() == best.number() ? "best" : t.message());
    html.sheet(sheet);
  }

  private static Object link(Candidate t) {
    String number = Integer.toString(t.number());
    return t.folder().isEmpty()
        ? number
        : new Markup(
            "<a href=\"%s/%s\">%s</a>".formatted(t.folder(), RunFile.PAGE.text(), number), number);
  }
}
