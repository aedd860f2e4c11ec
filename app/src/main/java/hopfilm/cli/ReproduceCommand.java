package hopfilm.cli;

import hopfilm.check.ExperimentCheck;
import hopfilm.claimpage.PageClaim;
import hopfilm.claims.ClaimCost;
import hopfilm.claims.Claims;
import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.ProgressDisplay;
import hopfilm.console.StopSignals;
import hopfilm.console.Terminal;
import hopfilm.experiment.SweepRun;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.input.Nearest;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.ClaimsJson;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Reproduction;
import hopfilm.run.FolderLock;
import hopfilm.run.RunControl;
import hopfilm.sweep.LocalWorkers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the claims of the paper to the test. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    header = "Test the claims of the paper, or a claim of yours",
    description =
        "The report has a verdict for each claim. The same call resumes. Claims beyond the paper run by name only. To state a claim of yours, see hopfilm new --claim and hopfilm help claims.")
final class ReproduceCommand implements Callable<Integer> {

  private static final String ALL = "all";
  private static final String LIST = "list";

  /** A page of a user, and its claim where it states several. */
  private static final Pattern PAGE = Pattern.compile("(?i).+\\.ya?ml(#.*)?");

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description =
          "Claims, all, list (with their cost), or FILE.yaml of a page (FILE.yaml#NAME if it states several)")
  private List<String> ids = List.of();

  @Option(names = "--quick", description = "Use fewer films and points")
  private boolean quick;

  @Option(
      names = "--tiny",
      description = "Make the films tiny, to try a page; its verdict means nothing")
  private boolean tiny;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the results, new or of an earlier call (default: reproduction, of a page"
              + " reproduction-NAME)")
  private Path out;

  @Option(names = "--markdown", description = "Print the verdicts in DIR as Markdown; run nothing")
  private boolean markdown;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Concurrent runs or problems (default: number of cores)")
  private Integer workers;

  @Spec private CommandSpec spec;

  /** Made by the call, as all other commands would wait for them too. */
  private List<Claim> known;

  @Override
  public Integer call() throws IOException {
    Effort effort = tiny ? Effort.TINY : quick ? Effort.QUICK : Effort.FULL;
    if (workers != null && workers < 1) {
      throw ExperimentException.of("--workers", CliMessage.OPTION_WORKERS, workers);
    }
    int atOnce = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    if (ids.equals(List.of(LIST)) && !tiny) { // its films need no plan
      list(ClaimCost.known(effort), atOnce, spec.commandLine().getOut());
      return ExitStatus.DONE;
    }
    List<Claim> pages =
        ids.stream()
            .filter(id -> PAGE.matcher(id).matches())
            .<Claim>map(page -> PageClaim.of(Path.of(""), page))
            .toList();
    // a report of pages alone has nothing of the paper
    boolean isOfPages = pages.size() == ids.size();
    known = isOfPages ? pages : Stream.concat(Claims.known().stream(), pages.stream()).toList();
    if (out == null) {
      out = Path.of(isOfPages ? "reproduction-" + pages.get(0).id() : "reproduction");
    }
    List<Claim> chosen = chosen();
    if (ids.contains(LIST)) {
      list(ClaimCost.of(chosen, effort), atOnce, spec.commandLine().getOut());
      return ExitStatus.DONE;
    }
    if (markdown) {
      Set<String> named = chosen.stream().map(Claim::id).collect(Collectors.toSet());
      spec.commandLine().getOut().print(ClaimsJson.markdown(out, named));
      return ExitStatus.DONE;
    }
    Reproduction reproduction = new Reproduction(out, known, chosen, effort);
    try (FolderLock lock = reproduction.lock()) {
      return carryOut(reproduction, chosen, atOnce);
    }
  }

  private int carryOut(Reproduction reproduction, List<Claim> chosen, int atOnce)
      throws IOException {
    PrintWriter results = spec.commandLine().getOut();
    PrintWriter notes = spec.commandLine().getErr();
    List<SweepRun> open = reproduction.open();
    if (tiny) {
      notes.println("hopfilm: tiny films try a page; their verdicts mean nothing");
    }
    double judging = reproduction.judgingSeconds();
    int pieces = judging > 0 ? reproduction.size() : open.size(); // fits use all cores too
    notes.printf(
        "hopfilm: %d runs, %d of them done before, %s%n",
        reproduction.size(),
        reproduction.size() - open.size(),
        time(pieces, ExperimentCheck.workSeconds(open) + judging, atOnce));
    RunControl control = RunControl.unlimited();
    int signalled;
    try (ProgressDisplay progress = ProgressDisplay.of(notes, open);
        StopSignals signals = StopSignals.watch(control, notes)) {
      reproduction.carryOut(new LocalWorkers(atOnce, control), atOnce, progress.ofSweep());
      signalled = signals.status();
    }
    if (reproduction.stopped() > 0) {
      notes.printf(
          "hopfilm: stopped (%d of %d runs are not done)%n", reproduction.stopped(), open.size());
      reproduction
          .failures()
          .forEach((run, why) -> notes.printf("hopfilm: run %s failed: %s%n", run, why));
      notes.println("hopfilm: to go on, the same command once more");
      return signalled;
    }
    notes.println("hopfilm: evaluating");
    List<ClaimResult> all = reproduction.report();
    List<ClaimResult> shown =
        all.stream()
            .filter(r -> r.isJudged() || r.failure() != null || chosen.contains(r.claim()))
            .toList();
    Terminal.table(
        new Sheet<>(shown)
            .add("id", Form.TEXT, r -> r.claim().id())
            .add("verdict", Form.TEXT, ClaimResult::outcome)
            .add("claim", Form.TEXT, r -> r.claim().title()),
        results);
    if (shown.size() < all.size()) {
      notes.printf(
          "hopfilm: %d other claims were not run here; hopfilm reproduce list names them%n",
          all.size() - shown.size());
    }
    all.stream()
        .filter(r -> r.failure() != null)
        .forEach(r -> notes.printf("hopfilm: %s: %s%n", r.claim().id(), r.failure()));
    notes.println("hopfilm: report in " + new RunFolder(out).page());
    boolean done =
        all.stream().filter(r -> chosen.contains(r.claim())).allMatch(ClaimResult::isJudged);
    return done ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private static void list(List<ClaimCost> costs, int workers, PrintWriter results) {
    Terminal.table(
        new Sheet<>(costs)
            .add("id", Form.TEXT, ClaimCost::id)
            .add("runs", Form.TEXT, c -> Integer.toString(c.runs()))
            .add("time", Form.TEXT, c -> time(c.runs(), c.seconds(), workers))
            .add("claim", Form.TEXT, c -> inWords(c, workers)),
        results);
  }

  private static String inWords(ClaimCost cost, int workers) {
    return cost.id().equals(ClaimCost.TOGETHER)
        ? "with %d at a time; runs that several claims need count once, those by name only do not"
            .formatted(workers)
        : cost.title() + (cost.isBeyondPaper() ? " (beyond the paper: by name only)" : "");
  }

  private static String time(int runs, double work, int workers) {
    return runs == 0
        ? "a few seconds"
        : "about " + ExperimentCheck.duration(ExperimentCheck.wallTime(runs, work, workers));
  }

  private List<Claim> chosen() {
    List<Claim> chosen = new ArrayList<>();
    boolean all = ids.contains(ALL) || ids.equals(List.of(LIST));
    for (String id : ids) {
      if (!id.equals(ALL) && !id.equals(LIST) && !PAGE.matcher(id).matches()) {
        chosen.add(claim(id));
      }
    }
    chosen.addAll(known.stream().filter(c -> c instanceof PageClaim p && p.isOfUser()).toList());
    boolean isList = ids.equals(List.of(LIST));
    return known.stream()
        .filter(c -> chosen.contains(c) || isList || (all && !c.isBeyondPaper()))
        .toList();
  }

  private Claim claim(String id) {
    List<String> names = known.stream().map(Claim::id).toList();
    int index = names.indexOf(id);
    if (index < 0) {
      Optional<String> near = Nearest.to(id, names);
      throw near.isPresent()
          ? ExperimentException.of("reproduce", CliMessage.REPRODUCE_UNKNOWN_NEAR, id, near.get())
          : ExperimentException.of(
              "reproduce", CliMessage.REPRODUCE_UNKNOWN, id, String.join(", ", names));
    }
    return known.get(index);
  }
}
