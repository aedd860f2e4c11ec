package hopfilm.cli;

import hopfilm.claims.Claim;
import hopfilm.claims.ClaimResult;
import hopfilm.claims.Claims;
import hopfilm.claims.Criterion;
import hopfilm.claims.Effort;
import hopfilm.claims.PlannedRun;
import hopfilm.claims.Reproduction;
import hopfilm.study.ExperimentCheck;
import hopfilm.study.LocalWorkers;
import hopfilm.study.Nearest;
import hopfilm.study.SweepRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the claims of the paper to the test. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    description =
        "Tests what the paper shows and says, claim by claim, and writes a report. Called again with"
            + " the same --out it runs only what is missing.")
final class ReproduceCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "claims to test, all, or list, which lists them with their cost")
  private List<String> ids = List.of();

  @Option(names = "--quick", description = "fewer films and points; every number says so")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "reproduction",
      description =
          "folder of runs and report, new or of an earlier call (default: ${DEFAULT-VALUE})")
  private Path out;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "runs at a time, one thread each (default: the number of cores)")
  private Integer workers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter results = spec.commandLine().getOut();
    PrintWriter notes = spec.commandLine().getErr();
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    int atOnce = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    if (atOnce < 1) {
      throw wrong("--workers is %d: give at least 1".formatted(atOnce));
    }
    if (ids.equals(List.of("list"))) {
      list(effort, atOnce, results);
      return Main.DONE;
    }
    Reproduction reproduction = new Reproduction(out, chosen(), effort);
    List<SweepRun> open = reproduction.open();
    notes.printf(
        "hopfilm: %d runs, %d of them done before, %s%n",
        reproduction.size(), reproduction.size() - open.size(), cost(open, atOnce));
    double total = open.stream().mapToDouble(r -> r.experiment().duration()).sum();
    try (ProgressDisplay progress = ProgressDisplay.of(notes, total, open.size())) {
      reproduction.carryOut(new LocalWorkers(atOnce), progress.ofSweep());
    }
    notes.println("hopfilm: evaluating");
    List<ClaimResult> all = reproduction.report();
    TextTable table = new TextTable("id", "verdict", "claim");
    for (ClaimResult r : all) {
      table.row(r.claim().id(), verdict(r), r.claim().title());
    }
    table.print(results);
    notes.println("hopfilm: report in " + out.resolve("index.html"));
    return all.stream().allMatch(r -> r.failure() == null) ? Main.DONE : Main.FAILED;
  }

  private static String verdict(ClaimResult r) {
    return r.failure() == null ? r.evidence().verdict().text() : r.failure();
  }

  private static void list(Effort effort, int workers, PrintWriter results) {
    TextTable table = new TextTable("id", "runs", "time", "waits for", "claim");
    Map<String, SweepRun> all = new LinkedHashMap<>();
    for (Claim claim : Claims.all()) {
      List<SweepRun> runs = new ArrayList<>();
      for (PlannedRun run : claim.runs(effort)) {
        SweepRun numbered = new SweepRun(runs.size() + 1, Map.of(), run.experiment());
        runs.add(numbered);
        all.putIfAbsent(run.folderName(), numbered);
      }
      List<String> needs =
          claim.criteria().stream().filter(Criterion::waits).map(Criterion::needs).toList();
      table.row(
          claim.id(),
          Integer.toString(runs.size()),
          cost(runs, workers),
          String.join(", ", needs),
          claim.title());
    }
    table.row(
        "all",
        Integer.toString(all.size()),
        cost(List.copyOf(all.values()), workers),
        "",
        "with %d at a time; runs that several claims need count once".formatted(workers));
    table.print(results);
  }

  private static String cost(List<SweepRun> runs, int workers) {
    if (runs.isEmpty()) {
      return "a few seconds";
    }
    return ExperimentCheck.of(runs.get(0).experiment(), runs, workers)
        .facts()
        .get("wall time")
        .replaceFirst(" for \\d+ runs.*", "");
  }

  private List<Claim> chosen() {
    List<String> known = Claims.all().stream().map(Claim::id).toList();
    List<Claim> chosen = new ArrayList<>();
    for (String id : ids) {
      if (id.equals("all")) {
        return Claims.all();
      }
      if (!known.contains(id)) {
        String near =
            Nearest.to(id, known)
                .map("; did you mean %s?"::formatted)
                .orElse("; there are " + String.join(", ", known));
        throw wrong("there is no claim '%s'%s".formatted(id, near));
      }
      chosen.add(Claims.all().get(known.indexOf(id)));
    }
    return chosen.stream().distinct().toList();
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
