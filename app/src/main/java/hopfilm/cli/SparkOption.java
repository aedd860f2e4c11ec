package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.input.ExperimentException;
import hopfilm.run.RunControl;
import hopfilm.sweep.SweepCluster;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The option of commands that carry out many runs on a cluster. */
final class SparkOption {

  private static final Pattern MASTER =
      Pattern.compile(
          "local(\\[(\\*|[1-9]\\d*)(,\\d+)?])?|local-cluster\\[[1-9]\\d*,\\d+,\\d+]|spark://[^/]+:\\d{1,5}"
              + "|yarn|k8s://.+");

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description = "Use Spark: spark://host:7077, local[2], yarn")
  private String master;

  /**
   * Says what is wrong with the option where it is given.
   *
   * @param isSweep whether there are several runs
   * @param hasWorkers whether their number on this machine is given too
   * @throws ExperimentException if it is no master, there is one run, or the part of the program
   *     that talks to Spark is missing
   */
  void require(boolean isSweep, boolean hasWorkers) {
    if (master == null) {
      return;
    }
    if (!MASTER.matcher(master).matches()) {
      throw ExperimentException.of("--spark", CliMessage.OPTION_SPARK_MASTER, master);
    }
    if (!isSweep) {
      throw ExperimentException.of("--spark " + master, CliMessage.OPTION_SPARK_SINGLE);
    }
    if (hasWorkers) {
      throw ExperimentException.of("--workers", CliMessage.OPTION_SPARK_WORKERS);
    }
    cluster();
  }

  private SweepCluster cluster() {
    return SweepCluster.find()
        .orElseThrow(
            () -> ExperimentException.of("--spark " + master, CliMessage.OPTION_SPARK_MISSING));
  }

  /**
   * Connects to the cluster.
   *
   * @return null without the option
   */
  SweepCluster.Session connect(RunControl control, PrintWriter notes) {
    if (master == null) {
      return null;
    }
    notes.println("hopfilm: connecting to " + master);
    return cluster().connect(master, control);
  }
}
