package hopfilm.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs every combination of the swept values and gathers what came out: runs.csv (a line as each
 * run ends, in order at the end), summary.json, index.html.
 */
public final class Sweep {

  /**
   * A share of the runs, for machines that divide a sweep among them.
   *
   * @param k which share, from 1
   * @param n number of shares
   */
  public record Share(int k, int n) {

    /** All runs. */
    public static final Share WHOLE = new Share(1, 1);

    /**
     * @throws IllegalArgumentException if k is not from 1 to n
     */
    public Share {
      if (n < 1 || k < 1 || k > n) {
        throw new IllegalArgumentException(
            "--only %d/%d: give a share from 1 to the number of shares, such as 2/4"
                .formatted(k, n));
      }
    }

    boolean has(SweepRun run) {
      return (run.number() - 1) % n == k - 1;
    }
  }

  private Sweep() {}

  /**
   * The runs of an experiment.
   *
   * @throws ExperimentException if the share has none of them
   */
  public static List<SweepRun> runs(Experiment experiment, Share share) {
    List<SweepRun> runs = ExperimentFile.runs(experiment).stream().filter(share::has).toList();
    if (runs.isEmpty()) {
      throw ExperimentException.of(
          "--only %d/%d".formatted(share.k(), share.n()),
          Message.OPTION_ONLY_EMPTY,
          ExperimentFile.runs(experiment).size());
    }
    return runs;
  }

  /**
   * Runs a sweep.
   *
   * @param folder an existing, empty folder
   * @throws IOException if it cannot be written
   */
  public static SweepResult run(
      Experiment experiment, Path folder, Share share, SweepBackend backend, SweepListener listener)
      throws IOException {
    long started = System.nanoTime();
    List<SweepRun> runs = runs(experiment, share);
    Files.writeString(folder.resolve("experiment.yaml"), experiment.toYaml());
    List<SweepRecord> records = new ArrayList<>();
    try {
      backend.run(
          runs,
          folder,
          listener,
          record -> {
            records.add(record);
            try {
              SweepOutput.writeRuns(folder, sorted(records));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            listener.finished(record, records.size(), runs.size());
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    SweepResult result =
        new SweepResult(folder, experiment, sorted(records), (System.nanoTime() - started) * 1e-9);
    SweepOutput.write(result);
    return result;
  }

  private static List<SweepRecord> sorted(List<SweepRecord> records) {
    return records.stream().sorted(Comparator.comparingInt(SweepRecord::number)).toList();
  }
}
