package hopfilm.fit;

import hopfilm.experiment.FitSpec.Reading;
import hopfilm.file.ExperimentFile;
import hopfilm.fit.FitResult.Residual;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.page.ReportFacts;
import hopfilm.page.Sheet;
import hopfilm.run.Provenance;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a plan or a fit: {@code summary.json}, {@code fit.csv}, {@code index.html}; of a fit
 * {@code residuals.csv} too.
 */
final class FitOutput {

  private FitOutput() {}

  static void write(PlanResult r) throws IOException {
    RunFolder folder = new RunFolder(r.folder());
    JsonFile.write(folder.summary(), FitSummary.of(r));
    WholeFile.writeSafely(folder.fit(), table(r).csv());
    WholeFile.writeSafely(folder.page(), page(r));
  }

  static void write(FitResult r) throws IOException {
    RunFolder folder = new RunFolder(r.folder());
    WholeFile.writeSafely(folder.fit(), table(r).csv());
    WholeFile.writeSafely(folder.residuals(), residuals(r).csv());
    WholeFile.writeSafely(folder.page(), page(r));
    JsonFile.write(folder.summary(), FitSummary.of(r));
  }

  private static Sheet<Estimate> table(Intervals r) {
    boolean hasIntervals = !(r instanceof FitResult f) || f.isExplained();
    return new Sheet<>(r.estimates())
        .add("parameter", Form.TEXT, e -> e.unknown().key())
        .add("unit", Form.TEXT, e -> e.unknown().range().dimension().unit())
        .add("value", Form.NUMBER, Estimate::value)
        .add("low", Form.NUMBER, e -> hasIntervals ? e.low() : Double.NaN)
        .add("high", Form.NUMBER, e -> hasIntervals ? e.high() : Double.NaN)
        .add("identifiable", Form.TRUTH, e -> hasIntervals && e.isIdentifiable());
  }

  private static Sheet<Residual> residuals(FitResult r) {
    return new Sheet<>(r.residuals())
        .add("reading", Form.TEXT, x -> x.reading().column())
        .add("measure", Form.TEXT, x -> x.reading().isSample() ? "" : x.reading().group())
        .add("time", "s", Form.NUMBER, x -> time(x.reading()))
        .add("measured", Form.NUMBER, x -> x.reading().value())
        .add("fitted", Form.NUMBER, Residual::fitted)
        .add("noise", Form.NUMBER, Residual::noise)
        .add("model_error", Form.NUMBER, Residual::model)
        .add("residual", Form.NUMBER, Residual::relative);
  }

  private static Double time(Reading r) {
    return r.isSample() ? r.time() : Double.NaN;
  }

  private static String page(PlanResult r) {
    Html html = begun(r, FitWords.summary(r), FitWords.estimates(r));
    if (!r.next().isEmpty()) {
      html.heading("next", "What to measure next").sheet(FitWords.next(r));
    }
    html.heading("correlations", "Correlations").sheet(FitWords.correlations(r));
    return ended(html, r, FitWords.warnings(r));
  }

  private static String page(FitResult r) {
    Html html = begun(r, FitWords.summary(r), FitWords.found(r));
    if (r.isExplained()) {
      html.heading("correlations", "Correlations").sheet(FitWords.correlations(r));
    }
    html.heading("groups", "Readings").sheet(FitWords.groups(r));
    html.heading("residuals", "Measured and fitted").sheet(FitWords.residuals(r));
    return ended(html, r, FitWords.warnings(r));
  }

  private static Html begun(Intervals r, String summary, Sheet<Estimate> estimates) {
    String name = r.study().experiment().name();
    Html html = new Html(name);
    html.raw("<h1>" + Markup.escape(name) + "</h1>").summary(summary);
    html.heading("parameters", "Parameters").sheet(estimates);
    if (!r.combinations().isEmpty()) {
      html.heading("combinations", "Known combinations").list(FitWords.combinations(r));
    }
    return html;
  }

  private static String ended(Html html, Intervals r, List<String> warnings) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("program", "Hopfilm");
    facts.put("version", Provenance.version());
    facts.put("java", System.getProperty("java.runtime.version"));
    facts.put("runs", Integer.toString(r.runs()));
    String name = r.study().experiment().name();
    return html.page(new ReportFacts(name, warnings, facts, ExperimentFile.write(r.study())));
  }
}
