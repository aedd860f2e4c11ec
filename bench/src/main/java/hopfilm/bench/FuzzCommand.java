package hopfilm.bench;

import hopfilm.cli.ExitStatus;
import hopfilm.io.FileTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries the readers of files with damaged ones. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = "Reads damaged files of every kind; each must be read or refused.")
final class FuzzCommand implements Callable<Integer> {

  private static final long BATCH = 10_000;

  @Option(
      names = "--inputs",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "files of each kind (default: ${DEFAULT-VALUE})")
  private long inputs;

  @Option(names = "--first", paramLabel = "SEED", defaultValue = "0", description = "first seed")
  private long first;

  @Option(names = "--only", paramLabel = "KIND", description = "such as ovf8, experiment")
  private String only;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter notes = spec.commandLine().getErr();
    boolean isClean = true;
    List<ReaderFuzz.Kind> kinds = kinds();
    Path folder = Files.createTempDirectory("hopfilm-fuzz");
    for (ReaderFuzz.Kind kind : kinds) {
      isClean &= run(kind, folder, out, notes);
    }
    FileTree.remove(folder);
    return isClean ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private List<ReaderFuzz.Kind> kinds() {
    List<ReaderFuzz.Kind> all = List.of(ReaderFuzz.Kind.values());
    List<ReaderFuzz.Kind> asked =
        all.stream().filter(kind -> only == null || only.equals(kind.text())).toList();
    if (asked.isEmpty()) {
      String known = all.stream().map(ReaderFuzz.Kind::text).collect(Collectors.joining(", "));
      throw new ParameterException(
          spec.commandLine(), "--only %s: there is %s".formatted(only, known));
    }
    return asked;
  }

  private boolean run(ReaderFuzz.Kind kind, Path folder, PrintWriter out, PrintWriter notes)
      throws IOException {
    ReaderFuzz fuzz = new ReaderFuzz(kind, folder);
    long done = 0;
    long refused = 0;
    double seconds = 0;
    double longest = 0;
    long bytes = 0;
    boolean isClean = true;
    while (done < inputs && isClean) {
      ReaderFuzz.Outcome o = fuzz.run(first + done, Math.min(BATCH, inputs - done));
      List<String> defects = o.defects();
      defects.forEach(notes::println);
      isClean = defects.isEmpty();
      done += o.inputs();
      refused += o.refused();
      seconds += o.seconds();
      longest = Math.max(longest, o.longest());
      bytes = Math.max(bytes, o.mostBytes());
    }
    out.println(
        String.format(
            Locale.ROOT,
            "%-10s  %d files, %d refused, %.0f s, longest %.0f ms, at most %.1f MB beyond 4 x size%s",
            kind.text(),
            done,
            refused,
            seconds,
            1e3 * longest,
            bytes / 1e6,
            isClean ? "" : ", DEFECTS"));
    return isClean;
  }
}
