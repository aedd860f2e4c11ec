package hopfilm.cli;

import hopfilm.file.Study;
import hopfilm.input.ExperimentException;
import hopfilm.sweep.SweepCluster;
import java.util.regex.Pattern;

/** The option {@code --spark}, whose part of the program may be missing. */
final class SparkOption {

  private static final Pattern MASTER =
      Pattern.compile(
          "local(\\[(\\*|[1-9]\\d*)(,\\d+)?])?|local-cluster\\[[1-9]\\d*,\\d+,\\d+]|spark://[^/]+:\\d{1,5}"
              + "|yarn|k8s://.+");

  private SparkOption() {}

  /** The part that talks to Spark. */
  static SweepCluster cluster(String master, Study study, boolean hasWorkers) {
    if (!MASTER.matcher(master).matches()) {
      throw ExperimentException.of("--spark", CliMessage.OPTION_SPARK_MASTER, master);
    }
    if (!study.isSweep()) {
      throw ExperimentException.of("--spark " + master, CliMessage.OPTION_SPARK_SINGLE);
    }
    if (hasWorkers) {
      throw ExperimentException.of("--workers", CliMessage.OPTION_SPARK_WORKERS);
    }
    return SweepCluster.find()
        .orElseThrow(
            () -> ExperimentException.of("--spark " + master, CliMessage.OPTION_SPARK_MISSING));
  }
}
