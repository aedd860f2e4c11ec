package hopfilm.sweep;

import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.input.Spelling;
import hopfilm.io.WholeFile;
import hopfilm.protocol.RunStatus;
import hopfilm.report.ReportFacts;
import hopfilm.report.SweepReport;
import hopfilm.report.SweepReportData;
import hopfilm.run.Provenance;
import hopfilm.run.RunJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a sweep leaves beside its run folders. */
final class SweepOutput {

  private SweepOutput() {}

  /** Writes runs.csv anew; the old one stays until the new one is whole. */
  static void writeRuns(Path folder, RunsTable runs) throws IOException {
    WholeFile.writeSafely(new RunFolder(folder).runs(), runs.csv());
  }

  static void write(SweepResult result) throws IOException {
    RunsTable runs = RunsTable.of(result.records());
    writeRuns(result.folder(), runs);
    RunJson.write(new RunFolder(result.folder()).summary(), summary(result));
    SweepReport.write(report(result), new RunFolder(result.folder()));
    for (SweepMap map : SweepMap.ofTwoKeys(SweepTable.of(result.folder(), runs))) {
      map.write();
    }
  }

  private static Map<String, Object> summary(SweepResult r) {
    Map<String, Object> s = new LinkedHashMap<>();
    s.put("name", r.experiment().name());
    s.put("version", Provenance.version());
    s.put("status", r.failures().isEmpty() ? "done" : "failed");
    s.put("runs", r.records().size());
    s.put("failed", r.failures().size());
    s.put("success", fractions(r.success(), "learned"));
    s.put("recall", fractions(r.recall(), "full"));
    VerifiedRuns verified = VerifiedRuns.of(r);
    if (!verified.isEmpty()) {
      s.put("control", verified.control());
    }
    s.put("gx", spreads(r.spread(SweepRecord::gx)));
    s.put("gy", spreads(r.spread(SweepRecord::gy)));
    s.put("reference", Spelling.of(r.experiment().network().reference()));
    if (r.experiment().network().scaling() != 1) {
      s.put("scaling", r.experiment().network().scaling());
    }
    s.put("self_term", Spelling.of(r.experiment().network().selfTerm()));
    s.put("warnings", r.warnings());
    s.put("seconds", r.seconds());
    return s;
  }

  private static Map<String, Object> fractions(Map<String, SuccessFraction> all, String name) {
    Map<String, Object> out = new LinkedHashMap<>();
    all.forEach(
        (group, f) -> {
          Map<String, Object> x = new LinkedHashMap<>();
          x.put(name, f.successes());
          x.put("total", f.total());
          x.put("low", f.low());
          x.put("high", f.high());
          out.put(group, x);
        });
    return out;
  }

  private static Map<String, Object> spreads(Map<String, Map<String, SweepResult.Spread>> all) {
    Map<String, Object> out = new LinkedHashMap<>();
    all.forEach(
        (group, labels) -> {
          Map<String, Object> byLabel = new LinkedHashMap<>();
          labels.forEach(
              (label, s) -> {
                Map<String, Object> x = new LinkedHashMap<>();
                x.put("mean", Double.isFinite(s.mean()) ? s.mean() : null);
                x.put("deviation", Double.isFinite(s.deviation()) ? s.deviation() : null);
                x.put("runs", s.runs());
                byLabel.put(label, x);
              });
          out.put(group, byLabel);
        });
    return out;
  }

  private static SweepReportData report(SweepResult r) {
    List<SweepReportData.Run> runs = new ArrayList<>();
    for (SweepRecord x : r.records()) {
      SweepRecord.Recall last = x.lastRecall();
      runs.add(
          new SweepReportData.Run(
              x.folder(),
              x.values(),
              x.status() == RunStatus.DONE ? "done" : x.message(),
              x.energies(),
              last == null ? 0 : last.hits(),
              last == null ? 0 : last.total(),
              x.seconds()));
    }
    List<SweepReportData.Success> success = new ArrayList<>();
    r.success()
        .forEach((group, learned) -> success.add(new SweepReportData.Success(group, learned)));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("program", "Hopfilm");
    facts.put("version", Provenance.version());
    facts.put("java", System.getProperty("java.runtime.version"));
    facts.put("seconds", String.format(Locale.ROOT, "%.1f", r.seconds()));
    VerifiedRuns verified = VerifiedRuns.of(r);
    return new SweepReportData(
        new ReportFacts(
            r.experiment().name(), r.warnings(), facts, ExperimentFile.write(r.study())),
        runs,
        success,
        verified.isEmpty() ? null : verified.data());
  }
}
