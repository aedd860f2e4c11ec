package hopfilm.cli;

import hopfilm.chart.Prefix;
import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.FolderVerdict;
import hopfilm.folder.FileList;
import hopfilm.folder.FolderKind;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.input.ExperimentException;
import hopfilm.reproduce.Reproduction;
import hopfilm.run.FolderLock;
import hopfilm.run.StatusFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how far runs are. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    header = "Show the progress of runs and sweeps, a line each")
final class StatusCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Folders of runs or sweeps")
  private List<Path> folders;

  @Option(names = "--json", description = "Print status.json and the outcome of each folder")
  private boolean isJson;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, FolderVerdict> all = new LinkedHashMap<>();
    List<ExperimentException> wrong = new ArrayList<>();
    for (Path folder : folders) {
      try {
        all.put(folder.toString(), verdict(folder));
      } catch (ExperimentException e) {
        wrong.add(e);
      }
    }
    if (!all.isEmpty()) {
      print(all);
    }
    if (!wrong.isEmpty()) {
      PrintWriter notes = spec.commandLine().getErr();
      wrong.subList(1, wrong.size()).forEach(e -> notes.println("hopfilm: " + e.getMessage()));
      throw wrong.get(0);
    }
    return ExitStatus.DONE;
  }

  private static FolderVerdict verdict(Path folder) throws IOException {
    StatusRecord status =
        new RunFolder(folder)
            .readStatus()
            .orElseThrow(
                () ->
                    ExperimentException.of(
                        folder,
                        Reproduction.isIn(folder)
                            ? CliMessage.STATUS_CLAIMS
                            : CliMessage.STATUS_NONE));
    return FileList.consistent(folder, () -> FolderVerdict.of(folder, status));
  }

  private void print(Map<String, FolderVerdict> all) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.print(JsonFile.text(all));
      return;
    }
    for (Map.Entry<String, FolderVerdict> each : all.entrySet()) {
      Path folder = Path.of(each.getKey());
      FolderVerdict verdict = each.getValue();
      String words = verdict.words();
      out.println(
          each.getKey()
              + ": "
              + words(folder, verdict.status())
              + runs(folder)
              + (words.isEmpty() ? "" : "; " + words));
    }
  }

  private static String words(Path folder, StatusRecord s) {
    boolean isGone = isGone(folder, s);
    StringBuilder words = new StringBuilder(isGone ? "killed" : s.status());
    if (s.end().reason() != null) {
      words.append(" (").append(s.end().reason()).append(')');
    }
    words.append(", begun ").append(s.start().since());
    if (s.end().ended() != null) {
      words.append(", ended ").append(s.end().ended());
    } else {
      words.append(" by process %d on %s".formatted(s.start().process(), s.start().host()));
      words.append(isGone ? " that is gone" : "");
    }
    if (!s.isDone() && s.checkpoint().checkpointTime() != null) {
      String film = Prefix.format(s.checkpoint().checkpointTime(), "s");
      words.append(", checkpoint at ").append(film).append(" of the film");
    }
    String resume = s.end().resume();
    if (isGone) {
      resume = StatusFile.resume(FolderKind.of(folder).command(), folder);
    }
    return resume == null ? words.toString() : words.append("; go on: ").append(resume).toString();
  }

  /** Whether nobody of this host is at it any more; of other hosts nothing is known. */
  private static boolean isGone(Path folder, StatusRecord s) {
    return s.status().equals(StatusRecord.RUNNING)
        && FolderLock.host().equals(s.start().host())
        && !FolderLock.isHeld(folder);
  }

  /** Runs of a sweep that have ended. */
  private static String runs(Path folder) throws IOException {
    Path table = new RunFolder(folder).runs();
    if (!Files.isRegularFile(table)) {
      return "";
    }
    try (var lines = Files.lines(table)) {
      long runs = lines.count() - 1;
      return "; %d %s finished".formatted(runs, runs == 1 ? "run" : "runs");
    }
  }
}
