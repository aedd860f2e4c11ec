package hopfilm.fit;

import hopfilm.file.ExperimentFile;
import hopfilm.fit.PlanResult.Estimate;
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
import java.util.Map;

/** Writes a plan: {@code summary.json}, {@code fit.csv}, {@code index.html}. */
final class PlanOutput {

  private PlanOutput() {}

  static void write(PlanResult r) throws IOException {
    RunFolder folder = new RunFolder(r.folder());
    JsonFile.write(folder.summary(), PlanSummary.of(r));
    WholeFile.writeSafely(folder.fit(), table(r).csv());
    WholeFile.writeSafely(folder.page(), page(r));
  }

  private static Sheet<Estimate> table(PlanResult r) {
    return new Sheet<>(r.estimates())
        .add("parameter", Form.TEXT, e -> e.unknown().key())
        .add("unit", Form.TEXT, e -> e.unknown().range().dimension().unit())
        .add("value", Form.NUMBER, e -> e.unknown().value())
        .add("low", Form.NUMBER, Estimate::low)
        .add("high", Form.NUMBER, Estimate::high)
        .add("identifiable", Form.TRUTH, Estimate::isIdentifiable);
  }

  private static String page(PlanResult r) {
    String name = r.study().experiment().name();
    Html html = new Html(name);
    html.raw("<h1>" + Markup.escape(name) + "</h1>").summary(PlanWords.summary(r));
    html.heading("parameters", "Parameters").sheet(PlanWords.estimates(r));
    if (!r.combinations().isEmpty()) {
      html.heading("combinations", "Known combinations").list(PlanWords.combinations(r));
    }
    if (!r.next().isEmpty()) {
      html.heading("next", "What to measure next").sheet(PlanWords.next(r));
    }
    html.heading("correlations", "Correlations").sheet(PlanWords.correlations(r));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("program", "Hopfilm");
    facts.put("version", Provenance.version());
    facts.put("java", System.getProperty("java.runtime.version"));
    facts.put("runs", Integer.toString(r.runs()));
    return html.page(
        new ReportFacts(name, PlanWords.warnings(r), facts, ExperimentFile.write(r.study())));
  }
}
