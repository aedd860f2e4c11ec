package hopfilm.sweep;

import hopfilm.experiment.NetworkSpec;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.Spelling;
import hopfilm.io.WholeFile;
import hopfilm.page.ReportFacts;
import hopfilm.page.Sheet;
import hopfilm.report.SweepReport;
import hopfilm.report.SweepReportData;
import hopfilm.result.OrEmpty;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.result.SweepSummaryRecord;
import hopfilm.run.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Writes what a sweep leaves beside its run folders. */
public final class SweepOutput {

  private SweepOutput() {}

  /** Writes runs.csv anew; the old one stays until the new one is whole. */
  static void writeRuns(Path folder, Sheet<?> runs) throws IOException {
    WholeFile.writeSafely(new RunFolder(folder).runs(), runs.csv());
  }

  static void write(SweepResult result) throws IOException {
    Sheet<SweepRecord> runs = RunsTable.of(result.records());
    writeRuns(result.folder(), runs);
    SweepTable table = SweepTable.of(result.folder(), runs);
    SweepSummaryRecord summary = summary(result, table.outcomes());
    JsonFile.write(new RunFolder(result.folder()).summary(), summary);
    PulseCurves pulses = PulseCurves.of(result).orElse(null);
    if (pulses != null) {
      pulses.write(new RunFolder(result.folder()));
    }
    SweepWeights weights = SweepWeights.of(result).orElse(null);
    if (weights != null) {
      weights.write(new RunFolder(result.folder()));
    }
    SweepReport.write(
        report(result, summary.found(), pulses, weights), new RunFolder(result.folder()));
    for (SweepDrawing drawing : SweepDrawings.of(table)) {
      drawing.write();
    }
  }

  private static SweepSummaryRecord summary(SweepResult r, Map<String, Integer> outcomes) {
    VerifiedRuns verified = VerifiedRuns.of(r);
    NetworkSpec network = r.experiment().network();
    RunStatus status = r.failures().isEmpty() ? RunStatus.DONE : RunStatus.FAILED;
    return new SweepSummaryRecord(
        new SweepSummaryRecord.Head(
            r.experiment().name(),
            Provenance.version(),
            status.text(),
            r.records().size(),
            r.failures().size()),
        new SweepSummaryRecord.Found(
            outcomes,
            each(
                r.success(),
                f -> new SweepSummaryRecord.Learned(f.successes(), f.total(), f.low(), f.high())),
            each(
                r.recall(),
                f -> new SweepSummaryRecord.Recalled(f.successes(), f.total(), f.low(), f.high())),
            verified.isEmpty() ? null : verified.control(),
            each(r.spread(SweepRecord::gx), labels -> each(labels, SweepOutput::spread)),
            each(r.spread(SweepRecord::gy), labels -> each(labels, SweepOutput::spread))),
        new SweepSummaryRecord.Network(
            Spelling.of(network.reference()),
            network.scaling() == 1 ? null : (Double) network.scaling(),
            Spelling.of(network.selfTerm())),
        r.warnings(),
        r.seconds());
  }

  private static SweepSummaryRecord.Spread spread(SweepResult.Spread s) {
    return new SweepSummaryRecord.Spread(
        OrEmpty.orNull(s.mean()), OrEmpty.orNull(s.deviation()), s.runs());
  }

  private static <A, B> Map<String, B> each(Map<String, A> all, Function<A, B> as) {
    Map<String, B> out = new LinkedHashMap<>();
    all.forEach((key, value) -> out.put(key, as.apply(value)));
    return out;
  }

  /** What a terminal tells of a sweep. */
  public static SweepReportData told(SweepResult r) throws IOException {
    SweepTable table = SweepTable.of(r.folder(), RunsTable.of(r.records()));
    return report(r, summary(r, table.outcomes()).found(), null, null);
  }

  private static SweepReportData report(
      SweepResult r, SweepSummaryRecord.Found found, PulseCurves pulses, SweepWeights weights)
      throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("program", "Hopfilm");
    facts.put("version", Provenance.version());
    facts.put("java", System.getProperty("java.runtime.version"));
    facts.put("seconds", String.format(Locale.ROOT, "%.1f", r.seconds()));
    VerifiedRuns verified = VerifiedRuns.of(r);
    return new SweepReportData(
        new ReportFacts(
            r.experiment().name(), r.warnings(), facts, ExperimentFile.write(r.study())),
        found,
        SweepEffect.of(r),
        r.records(),
        r.isRepeated(),
        verified.isEmpty() || !r.isRepeated() ? null : verified.data(),
        pulses == null ? null : pulses.data(),
        weights == null ? null : new SweepReportData.Weights(weights.groups(), weights.unit()));
  }
}
