package hopfilm.console;

import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.folder.FolderKind;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.run.RunControl;
import hopfilm.run.RunDirectory;
import hopfilm.run.StatusFile;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where an experiment is carried out: in a new folder or one where it was stopped; how long. */
public final class FolderOptions {

  private static final QuantityList.Range LIMITS = new QuantityList.Range(0, 1e9, "0 s to 1e9 s");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the results, new or empty (default: runs/FILE-NNN)")
  private Path out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Resume the run or sweep in this folder")
  private Path resume;

  @Option(names = "--force", description = "Replace the results in the folder of --out")
  private boolean force;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      description = "Stop with a checkpoint after a time such as '2 h' (status 143)")
  private String timeLimit;

  /** The folder to go on in; null for a new one. */
  public Path resume() {
    return resume;
  }

  /** Throws where another command made the folder to go on in. */
  public void require(FolderKind kind) {
    if (resume == null) {
      return;
    }
    FolderKind found = FolderKind.of(resume);
    // of a folder without an experiment nothing is known
    boolean isKnown =
        found != FolderKind.RUN || Files.isRegularFile(new RunFolder(resume).experiment());
    if (found != kind && isKnown) {
      throw ExperimentException.of(
          "--resume " + resume, CliMessage.RESUME_OTHER, found.command(), resume);
    }
  }

  public RunControl control() {
    return timeLimit == null
        ? RunControl.unlimited()
        : RunControl.limited(QuantityList.value("--time-limit", timeLimit, Dimension.TIME, LIMITS));
  }

  /** Name of the experiment in messages: the file or the folder. */
  public String name(ExperimentArguments arguments) {
    return resume == null ? arguments.name() : resume.toString();
  }

  /** Reads the file, or the experiment of the folder to go on in. */
  public Study read(ExperimentArguments arguments) throws IOException {
    if (resume == null) {
      if (force && out == null) {
        throw ExperimentException.of("--force", CliMessage.FORCE_NO_OUT);
      }
      Study study = arguments.read();
      ExperimentFile.requireReadable(study, arguments.name());
      return study;
    }
    String unwanted = out != null ? "--out" : force ? "--force" : arguments.unwanted();
    if (unwanted != null) {
      throw ExperimentException.of("--resume " + resume, CliMessage.RESUME_NOT_WITH, unwanted);
    }
    return RunDirectory.resumable(resume);
  }

  /** Throws where the folder is taken or the disk too small for these runs. */
  public void require(ExperimentArguments arguments, List<SweepRun> runs, int workers)
      throws IOException {
    if (force) {
      RunDirectory.requireReplaceable(out, inputs(arguments, runs));
    } else if (out != null) {
      RunDirectory.requireFree(out);
    } else if (resume == null) {
      RunDirectory.requireWritable(RunDirectory.RUNS);
    }
    if (resume == null) {
      RunDirectory.requireRoom(out == null ? Path.of("") : out, runs, workers);
    }
  }

  /** The files that are read once more when the runs begin. */
  private static List<Path> inputs(ExperimentArguments arguments, List<SweepRun> runs) {
    List<Path> inputs = new ArrayList<>(List.of(arguments.file()));
    for (SweepRun run : runs) {
      run.experiment().files().forEach(file -> inputs.add(file.path()));
    }
    return inputs;
  }

  /** The folder of the results, made if it is not there. */
  public Path folder(ExperimentArguments arguments) throws IOException {
    if (resume != null) {
      return resume;
    }
    if (force) {
      return RunDirectory.emptied(out);
    }
    return out == null ? RunDirectory.next(Path.of(""), arguments.stem()) : RunDirectory.of(out);
  }

  /** The line printed when the work begins. */
  public String begins(Path folder) {
    return "hopfilm: %s %s".formatted(resume == null ? "writing" : "going on in", folder);
  }

  /** The line printed for a folder with nothing left to do. */
  public String nothingLeft() {
    return "hopfilm: %s is done; there is nothing to resume".formatted(resume);
  }

  /** The line printed when the work was stopped. */
  public static String goOn(String command, Path folder) {
    return "hopfilm: to go on: " + StatusFile.resume(command, folder);
  }
}
