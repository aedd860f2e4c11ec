package hopfilm.cluster;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.io.FileTree;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.RunControl;
import hopfilm.run.SharedStarts;
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
 * @param values swept keys and their values
 * @param file its experiment as it travels: a file that reads back as an equal one
 * @param threads of its loops
 * @param sharesStart whether other runs of the sweep relax the same film
 */
record RunTask(
    int number, LinkedHashMap<String, String> values, String file, int threads, boolean sharesStart)
    implements Serializable {

  /** Relaxed films of this executor, for the tasks that it gets. */
  private static SharedStarts starts;

  static RunTask of(SweepRun run, int threads, boolean sharesStart) {
    return new RunTask(
        run.number(),
        new LinkedHashMap<>(run.values()),
        ExperimentFile.writeWhole(run.experiment()),
        threads,
        sharesStart);
  }

  private static synchronized SharedStarts starts() {
    if (starts == null) {
      starts = SharedStarts.ofAll(Path.of(SparkFiles.getRootDirectory(), "starts"));
    }
    return starts;
  }

  /** Carries it out; returns the files of its folder. */
  byte[] call() throws IOException {
    Locale.setDefault(Locale.ROOT); // an executor's machine has one of its own
    Experiment experiment = ExperimentFile.parse(file, "run " + number, List.of());
    // in the folder of the executor, which Spark removes with it
    Path folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "run-");
    try {
      ExperimentRunner.run(
          experiment,
          folder,
          threads,
          RunListener.NONE,
          RunControl.unlimited(),
          sharesStart ? starts() : SharedStarts.NONE);
      return FolderBytes.of(folder);
    } finally {
      FileTree.remove(folder);
    }
  }
}
