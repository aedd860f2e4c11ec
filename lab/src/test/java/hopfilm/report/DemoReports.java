package hopfilm.report;

import hopfilm.figures.Demo;
import hopfilm.figures.EnergyReading;
import hopfilm.figures.RetrievalTable;
import hopfilm.figures.VerifiedData;
import hopfilm.folder.Outcome;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.page.ReportFacts;
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
    List<SweepReportData.Run> runs = new ArrayList<>();
    for (String pattern : List.of("+-+-", "+--+", "++-+")) {
      for (int seed = 1; seed <= 5; seed++) {
        boolean learned = seed != 4 || pattern.equals("+--+");
        boolean failed = seed == 5 && pattern.equals("++-+");
        Map<String, String> swept = new LinkedHashMap<>();
        swept.put("train.pattern", pattern);
        swept.put("initial.seed", Integer.toString(seed));
        runs.add(
            new SweepReportData.Run(
                "%03d_pattern=%s_seed=%d".formatted(runs.size() + 1, pattern, seed),
                swept,
                failed ? "failed: NaN in the texture at 3.2 ns" : "done",
                failed ? null : Demo.energies("trained", learned ? -1 : 1),
                failed ? null : outcome(learned, seed != 2),
                null,
                learned ? 16 : 3,
                16,
                27.3 + seed,
                Map.of()));
      }
    }
    return new SweepReportData(
        new ReportFacts(
            "four-node network",
            List.of(),
            Map.of("version", "0.1.0"),
            "name: four-node network\nsweep:\n  train.pattern: [\"+-+-\", \"+--+\", \"++-+\"]\n"),
        new SweepReportData.Effect(0.009, 0.0142, "+210 K if no heat leaves: hot"),
        runs,
        List.of(
            new SweepReportData.Success("+-+-", SuccessFraction.of(4, 5)),
            new SweepReportData.Success("+--+", SuccessFraction.of(5, 5)),
            new SweepReportData.Success("++-+", SuccessFraction.of(3, 5))),
        new VerifiedData(List.of(verified("+-+-", 1), verified("+--+", 0), verified("++-+", 2))),
        null,
        null);
  }

  private static Outcome outcome(boolean learned, boolean verified) {
    return Outcome.of(List.of(learned), null, verified);
  }

  private static VerifiedData.Group verified(String pattern, int failed) {
    return new VerifiedData.Group(
        pattern,
        List.of(
            new VerifiedData.Share("learned", SuccessFraction.of(5 - failed, 5)),
            new VerifiedData.Share("asynchronous", SuccessFraction.of(4 - failed, 5))),
        List.of(1, 1, 2, 27).subList(0, 4 - failed),
        failed);
  }

  static RunReportData run(boolean learned) {
    EnergyReading result = Demo.energies("trained", learned ? -1 : 1);
    List<RetrievalTable> retrievals = new ArrayList<>();
    for (String update : List.of("graded", "asynchronous", "synchronous")) {
      List<RetrievalTable.Row> rows = new ArrayList<>();
      for (int k = 0; k < 16; k++) {
        String start = "";
        for (int b = 0; b < 4; b++) {
          start += (k >> b & 1) == 0 ? "+" : "-";
        }
        boolean cycle = update.equals("synchronous") && k % 3 == 1;
        rows.add(
            new RetrievalTable.Row(
                start,
                cycle ? null : "+-+-",
                !cycle,
                k % 4,
                cycle ? List.of(start, "+-+-") : List.of()));
      }
      int hits = (int) rows.stream().filter(RetrievalTable.Row::hit).count();
      retrievals.add(new RetrievalTable(update, "zero", hits, 16, rows));
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
        learned ? "done" : "stopped by a signal at t = 21.3 ns; resume it from its checkpoint",
        new RunReportData.Film(
            Demo.corners(),
            List.of(Demo.film("untrained", 10e-9, 0.1), Demo.film("trained", 30e-9, 0.3)),
            new RunReportData.Contacts(
                "trained",
                new double[] {0.0384, -0.0384, 0.0384, -0.0384},
                new double[] {0.2, -0.3, 0.25, -0.15},
                0.03456)),
        List.of(Demo.reading("untrained", 0), Demo.reading("trained", 0.02)),
        new RunReportData.Energies(
            learned
                ? new RunReportData.Reference("untrained", null)
                : new RunReportData.Reference(
                    "saturated",
                    "For AMR > 0 no pattern lies below the uniform one with this reference."),
            List.of(result),
            "trained",
            null,
            Map.of(),
            outcome(learned, true)),
        retrievals,
        new RunReportData.Course(
            Demo.table(),
            Demo.phases(),
            "verified after 3 pulses",
            "+2000 K if no heat leaves: hot",
            null,
            null));
  }
}
