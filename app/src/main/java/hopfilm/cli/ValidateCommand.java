package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.Terminal;
import hopfilm.input.ExperimentException;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.problem.Check;
import hopfilm.problem.Problem;
import hopfilm.problem.Validation;
import hopfilm.problem.ValidationPage;
import hopfilm.run.RunDirectory;
import hopfilm.validation.Problems;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves problems whose answers are known and compares. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    header = "Solve problems with known answers",
    description = "The exit status is 1 if one fails.")
final class ValidateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Problems to solve (default: all; see --list)")
  private List<String> names = List.of();

  @Option(names = "--quick", description = "Use coarser meshes, shorter times and wider tolerances")
  private boolean quick;

  @Option(names = "--list", description = "List the problems and solve none")
  private boolean list;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write validation.md and its figures into a folder")
  private Path out;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Concurrent runs or problems (default: number of cores)")
  private Integer workers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    List<Problem> problems = chosen();
    if (list) {
      Terminal.table(
          new Sheet<>(problems)
              .add("name", Form.TEXT, Problem::name)
              .add("problem", Form.TEXT, Problem::title),
          print);
      return ExitStatus.DONE;
    }
    int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    if (threads < 1) {
      throw ExperimentException.of("--workers", CliMessage.OPTION_WORKERS, threads);
    }
    if (out != null) {
      RunDirectory.requireWritable(out);
    }
    Problem.Effort effort = quick ? Problem.Effort.QUICK : Problem.Effort.FULL;
    List<Problem.Result> results =
        Validation.run(
            problems, effort, Math.min(threads, problems.size()), result -> print(result, print));
    if (out != null) {
      ValidationPage.write(out, results, effort);
    }
    long failed = count(results, false);
    print.printf(
        "%d of %d checks pass in %d problems%n",
        count(results, true), count(results, true) + failed, results.size());
    return status(results);
  }

  /** 0 if every problem passes, 1 otherwise. */
  static int status(List<Problem.Result> results) {
    return results.stream().allMatch(r -> r.findings().pass())
        ? ExitStatus.DONE
        : ExitStatus.FAILED;
  }

  private List<Problem> chosen() {
    List<Problem> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          Problems.all().stream()
              .filter(p -> p.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      ExperimentException.of(
                          "validate",
                          CliMessage.VALIDATE_UNKNOWN,
                          name,
                          Problems.all().stream()
                              .map(Problem::name)
                              .collect(Collectors.joining(", ")))));
    }
    return chosen.isEmpty() ? Problems.all() : chosen;
  }

  private static long count(List<Problem.Result> results, boolean pass) {
    return results.stream()
        .flatMap(r -> r.findings().checks().stream())
        .filter(c -> c.passes() == pass)
        .count();
  }

  private static void print(Problem.Result result, PrintWriter out) {
    out.printf(
        "%s: %s (%.1f s)%n", result.problem().name(), result.problem().title(), result.seconds());
    List<String> sources =
        result.findings().checks().stream().map(Check::source).distinct().toList();
    Terminal.table(
        new Sheet<>(result.findings().checks())
            .add("quantity", Form.TEXT, Check::quantity)
            .add("ours", Form.TEXT, c -> ValidationPage.number(c.ours()))
            .add("reference", Form.TEXT, c -> ValidationPage.number(c.reference()))
            .add("tolerance", Form.TEXT, c -> ValidationPage.tolerance(c.tolerance()))
            .add("verdict", Form.TEXT, c -> c.passes() ? "pass" : "FAIL")
            .add("source", Form.TEXT, c -> "[%d]".formatted(sources.indexOf(c.source()) + 1)),
        out);
    for (int k = 0; k < sources.size(); k++) {
      out.printf(" [%d] %s%n", k + 1, sources.get(k));
    }
    out.println();
    out.flush();
  }
}
