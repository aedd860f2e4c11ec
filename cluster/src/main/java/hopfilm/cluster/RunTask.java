package hopfilm.cluster;

import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkFiles;

/**
 * One run as a task of an executor. It is carried out in a folder of the executor's own, so that no
 * disk need be shared, and comes back as the files that it left.
 *
 * <p>A run that comes to an end is a result, also one that failed: it would fail anywhere. An error
 * of the machine, such as a full disk, ends the task, and Spark tries it again elsewhere.
 *
 * @param run of the sweep
 * @param threads of its loops
 */
record RunTask(SweepRun run, int threads) implements Serializable {

  /** Carries it out; returns the files of its folder. */
  byte[] call() throws IOException {
    Locale.setDefault(Locale.ROOT); // an executor's machine has one of its own
    // in the folder of the executor, which Spark removes with it
    Path folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "run-");
    try {
      ExperimentRunner.run(run.experiment(), folder, threads, RunListener.NONE);
      return FolderBytes.of(folder);
    } finally {
      FolderBytes.remove(folder);
    }
  }

  private Object writeReplace() {
    return new Sent(
        run.number(),
        new LinkedHashMap<>(run.values()),
        ExperimentFile.write(run.experiment()),
        threads);
  }

  /** The task on its way: the experiment as a file, which reads back as an equal one. */
  private record Sent(
      int number, LinkedHashMap<String, String> values, String experiment, int threads)
      implements Serializable {

    private Object readResolve() {
      return new RunTask(
          new SweepRun(
              number, values, ExperimentFile.parse(experiment, "run " + number, List.of())),
          threads);
    }
  }
}
