package hopfilm.console;

import hopfilm.experiment.Share;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.input.ExperimentException;
import hopfilm.yaml.Yaml.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments that name an experiment on the command line. */
public final class ExperimentArguments {

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "Experiment file (YAML)")
  private Path file;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description =
          "Change a key, such as film.cell='2 nm'; a list [a,b] or a range 1..5 makes a sweep")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Concurrent runs or problems (default: number of cores)")
  private Integer workers;

  public Study read() {
    if (file == null) {
      throw new ParameterException(command.commandLine(), "Missing required parameter: 'FILE'");
    }
    return ExperimentFile.study(file, settings);
  }

  /** The first of the arguments that has no meaning where the experiment is known; null if none. */
  String unwanted() {
    return file != null ? file.toString() : settings.isEmpty() ? null : "--set";
  }

  /** Settings of the command line, in their order. */
  public List<Setting> settings() {
    return Setting.all(settings);
  }

  Path file() {
    return file;
  }

  /** The file as given, for messages. */
  public String name() {
    return file.toString();
  }

  /** Name of the file without folder and ending. */
  public String stem() {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  /** True if the user says how many runs at a time. */
  public boolean hasWorkers() {
    return workers != null;
  }

  /** Runs at a time. */
  public int workers(Study study) {
    int several = workers();
    return study.isSweep() ? several : 1;
  }

  /** Runs at a time where there are several. */
  public int workers() {
    if (workers != null && workers < 1) {
      throw ExperimentException.of("--workers", CliMessage.OPTION_WORKERS, workers);
    }
    return workers != null ? workers : Runtime.getRuntime().availableProcessors();
  }

  /** Share of the runs from k/n. */
  public static Share share(String only) {
    if (only == null) {
      return Share.WHOLE;
    }
    if (!only.matches("[0-9]{1,6}/[0-9]{1,6}")) {
      throw ExperimentException.of("--only " + only, CliMessage.OPTION_ONLY);
    }
    String[] parts = only.split("/");
    try {
      return new Share(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    } catch (IllegalArgumentException e) {
      throw ExperimentException.of("--only " + only, CliMessage.OPTION_ONLY_RANGE);
    }
  }
}
