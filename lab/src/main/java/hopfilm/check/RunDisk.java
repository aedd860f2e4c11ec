package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.film.TableColumns;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.magnet.DemagKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Room that a run takes on disk, within a factor of two: snapshots, table, figures, and the
 * checkpoints that are there while it goes on.
 */
public final class RunDisk {

  private static final double OVF_BYTES = 24;
  private static final double PNG_BYTES = 2;
  private static final double NUMBER_BYTES = 24;

  /** Report, figures, small files. */
  private static final double FIXED = 4e6;

  /** Arrays of a checkpoint beside the unit potentials of the electrodes, and one measure. */
  private static final double STATE_BYTES = 230;

  /** The last demagnetising fields in it. */
  private static final double DEMAG_STATE_BYTES = 4 * 3 * 8;

  private RunDisk() {}

  /** What is left of a run [bytes]. */
  static double result(Experiment e) {
    double cells = (double) e.film().nx() * e.film().ny() * e.film().layers();
    double snapshots = 1 + e.duration() / e.output().snapshots();
    double each =
        (e.output().formats().contains(OutputSpec.Format.OVF) ? OVF_BYTES * cells : 0)
            + (e.output().formats().contains(OutputSpec.Format.PNG) ? PNG_BYTES * cells : 0);
    double row = NUMBER_BYTES * TableColumns.count(e.electrodes().count());
    return FIXED + snapshots * each + e.duration() / e.output().table() * row;
  }

  /** What it takes besides while it goes on [bytes]: two checkpoints and one that is written. */
  static double checkpoints(Experiment e) {
    double cells = (double) e.film().nx() * e.film().ny() * e.film().layers();
    double measures = e.steps().stream().filter(Step.Measure.class::isInstance).count();
    double demag = e.film().demag() == DemagKind.ON ? DEMAG_STATE_BYTES : 0;
    double state = STATE_BYTES + demag + 16 * e.electrodes().count() + OVF_BYTES * measures;
    return 3 * cells * state;
  }

  /** A size in tens of megabytes, rounded up, or in gigabytes. */
  static String bytes(double n) {
    return n < 1e9
        ? String.format(Locale.ROOT, "%.0f MB", Math.ceil(n / 1e7) * 10)
        : String.format(Locale.ROOT, "%.1f GB", n / 1e9);
  }

  /**
   * Says whether runs will find room.
   *
   * @param workers runs at a time
   * @throws ExperimentException if they will not
   */
  public static void require(Path folder, List<SweepRun> runs, int workers) throws IOException {
    double needed = 0;
    double most = 0;
    for (SweepRun run : runs) {
      needed += result(run.experiment());
      most = Math.max(most, checkpoints(run.experiment()));
    }
    require(folder, needed + workers * most);
  }

  /**
   * Says whether so many bytes will find room.
   *
   * @throws ExperimentException if they will not
   */
  public static void require(Path folder, double needed) {
    // not by its file store, which is looked up among the mounts: a changed root has none
    double free = folder.toFile().getUsableSpace();
    if (needed > free) {
      throw ExperimentException.of(
          folder,
          Message.DISK_TOO_SMALL,
          bytes(needed),
          "%.0f MB".formatted(Math.floor(free / 1e6)));
    }
  }
}
