package hopfilm.report;

import hopfilm.figures.Demo;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.page.ReportFacts;
import hopfilm.plot.VerifiedFigure;
import hopfilm.result.PatternEnergies;
import hopfilm.result.Retrieved;
import hopfilm.result.RunStatus;
import hopfilm.result.Summary;
import hopfilm.result.SweepRecord;
import hopfilm.result.SweepSummaryRecord;
import hopfilm.result.TrainStep;
import hopfilm.result.Verdict;
import hopfilm.result.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports of made-up data, to look at: {@code java ... hopfilm.report.DemoReports FOLDER}. */
final class DemoReports {
  private DemoReports() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    RunReport.write(run(true), new RunFolder(folder.resolve("learned")), 1);
    RunReport.write(run(false), new RunFolder(folder.resolve("missed")), 1);
    SweepReport.write(sweep(), new RunFolder(folder));
  }

  static SweepReportData sweep() {
    List<SweepRecord> runs = new ArrayList<>();
    for (String pattern : List.of("+-+-", "+--+", "++-+")) {
      for (int seed = 1; seed <= 5; seed++) {
        boolean learned = seed != 4 || pattern.equals("+--+");
        boolean failed = seed == 5 && pattern.equals("++-+");
        Map<String, String> swept = new LinkedHashMap<>();
        swept.put("train.pattern", pattern);
        swept.put("initial.seed", Integer.toString(seed));
        runs.add(
            new SweepRecord(
                new SweepRecord.Which(
                    runs.size() + 1,
                    "%03d_pattern=%s_seed=%d".formatted(runs.size() + 1, pattern, seed),
                    swept,
                    Map.of()),
                failed ? RunStatus.FAILED : RunStatus.DONE,
                failed ? "failed: NaN in the texture at 3.2 ns" : null,
                failed ? stopped() : summary(learned, seed != 2, retrieved(learned ? 16 : 3)),
                Map.of()));
      }
    }
    Map<String, SweepSummaryRecord.Learned> success = new LinkedHashMap<>();
    List<String> patterns = List.of("+-+-", "+--+", "++-+");
    for (String pattern : patterns) {
      SuccessFraction f = SuccessFraction.of(List.of(4, 5, 3).get(patterns.indexOf(pattern)), 5);
      success.put(
          pattern, new SweepSummaryRecord.Learned(f.successes(), f.total(), f.low(), f.high()));
    }
    return new SweepReportData(
        new ReportFacts(
            "four-node network",
            List.of(),
            Map.of("version", "0.1.0"),
            "name: four-node network\nsweep:\n  train.pattern: [\"+-+-\", \"+--+\", \"++-+\"]\n"),
        new SweepSummaryRecord.Found(Map.of(), success, Map.of(), null, Map.of(), Map.of()),
        new SweepReportData.Effect(0.009, 0.0142, "+210 K if no heat leaves (hot)"),
        runs,
        true,
        List.of(verified("+-+-", 1), verified("+--+", 0), verified("++-+", 2)),
        null,
        null);
  }

  private static Retrieved retrieved(int hits) {
    return new Retrieved("graded", "zero", 1.2, "trained", hits, 16, null, null);
  }

  /** Of a run that failed after its retrieval. */
  private static Summary stopped() {
    Summary bare = bare("NaN in the texture at 3.2 ns");
    return new Summary(
        bare.head(),
        bare.network(),
        bare.readings(),
        bare.verdict(),
        new Summary.Recalls(List.of(retrieved(16)), null, null, null, null),
        null,
        bare.effort(),
        null,
        null,
        null);
  }

  /** Of a run that trained nothing. */
  static Summary bare(String message) {
    String status = message == null ? "done" : "failed";
    return Summary.ended(
        new Summary.Head("four-node network", "0.1.0", status, message, null, null), 28.3);
  }

  /** Of a run that read its film before and after training. */
  static Summary summary(boolean learned, boolean verified, Retrieved... retrievals) {
    Summary bare =
        bare(learned ? null : "stopped by a signal at t = 21.3 ns; resume it from its checkpoint");
    PatternEnergies e = Demo.energies("trained", learned ? -1 : 1);
    Map<String, Double> watts = new LinkedHashMap<>();
    e.energies().forEach(x -> watts.put(x.pattern(), x.watts()));
    Summary.ReadErrors errors = new Summary.ReadErrors(2e-12, 1e-13, 3e-11, "at rest");
    Summary.Point point =
        new Summary.Point(
            new double[] {0.0384, -0.0384, 0.0384, -0.0384},
            new double[] {0.2, -0.3, 0.25, -0.15},
            0.03456);
    return new Summary(
        bare.head(),
        new Summary.Network(
            List.of("n1", "n2", "n3", "n4"),
            List.of("+-+-"),
            "conductance",
            "untrained",
            null,
            null,
            null,
            "zero"),
        new Summary.Readings(
            byLabel(Demo.matrix(0, false), Demo.matrix(0.02, false)),
            null,
            null,
            Map.of("trained", point),
            byLabel(errors, errors),
            null,
            null,
            byLabel(Demo.matrix(0, true), Demo.matrix(0.02, true)),
            Map.of("trained", watts),
            Map.of("trained", e.input().amplitude()),
            byLabel(10e-9, 30e-9),
            List.of(e)),
        new Verdict.OfAll(
            "trained", e.minimum(), List.of(learned), List.of(e.trained().get(0).margin()), null),
        new Summary.Recalls(List.of(retrievals), null, null, null, null),
        List.of("cell 5 nm exceeds a third of the wall width 14 nm"),
        bare.effort(),
        null,
        List.of(
            new TrainStep(
                "train +-+-",
                10e-9,
                30e-9,
                null,
                new Verification("+-+-", verified, 20e-9, 3, 3, 6, Map.of()),
                null)),
        null);
  }

  private static <T> Map<String, T> byLabel(T untrained, T trained) {
    Map<String, T> byLabel = new LinkedHashMap<>();
    byLabel.put("untrained", untrained);
    byLabel.put("trained", trained);
    return byLabel;
  }

  private static VerifiedFigure.Group verified(String pattern, int failed) {
    return new VerifiedFigure.Group(
        pattern,
        List.of(
            new VerifiedFigure.Share("learned", SuccessFraction.of(5 - failed, 5)),
            new VerifiedFigure.Share("asynchronous", SuccessFraction.of(4 - failed, 5))),
        List.of(1, 1, 2, 27).subList(0, 4 - failed),
        failed);
  }

  static RunReportData run(boolean learned) {
    List<Retrieved> retrievals = new ArrayList<>();
    for (String update : List.of("graded", "asynchronous", "synchronous")) {
      Map<String, Retrieved.End> from = new LinkedHashMap<>();
      for (int k = 0; k < 16; k++) {
        String start = "";
        for (int b = 0; b < 4; b++) {
          start += (k >> b & 1) == 0 ? "+" : "-";
        }
        boolean cycle = update.equals("synchronous") && k % 3 == 1;
        from.put(
            start,
            new Retrieved.End(
                cycle ? null : "+-+-", k % 4, cycle ? List.of(start, "+-+-") : List.of()));
      }
      int hits = (int) from.values().stream().filter(e -> e.end() != null).count();
      retrievals.add(new Retrieved(update, "zero", null, "trained", hits, 16, null, from));
    }
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("version", "0.1.0");
    provenance.put("seeds", "initial 1, noise 1");
    provenance.put("kernels", "vector, 512 bit");
    provenance.put("JVM", "OpenJDK 64-Bit Server VM 17.0.21+9-1-deb12u1-Debian");
    provenance.put("wall time", "28.4 s");
    return new RunReportData(
        new ReportFacts(
            "four-node network",
            List.of("cell 5 nm exceeds a third of the wall width 14 nm"),
            provenance,
            "name: four-node network\nfilm:\n  size: [512 nm, 512 nm]\n  cell: 4 nm\n"),
        summary(learned, true, retrievals.toArray(Retrieved[]::new)),
        learned
            ? new RunReportData.Reference("untrained", null)
            : new RunReportData.Reference(
                "saturated",
                "For AMR > 0 no pattern lies below the uniform one with this reference."),
        new RunReportData.Film(
            Demo.corners(),
            List.of(Demo.film("untrained", 10e-9, 0.1), Demo.film("trained", 30e-9, 0.3))),
        new RunReportData.Course(
            Demo.table(), true, "+2000 K if no heat leaves (hot)", null, null, null));
  }
}
