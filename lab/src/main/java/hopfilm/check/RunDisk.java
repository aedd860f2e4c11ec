package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.film.SampleColumns;
import hopfilm.film.TableColumns;
import hopfilm.input.ExperimentException;
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

  /** A picture of a snapshot: arrows, axes and head, and the cells. */
  private static final double PICTURE = 0.45e6;

  private static final double PICTURE_BYTES = 0.3;
  private static final double NUMBER_BYTES = 24;

  /**
   * Report, figures, small files, and what each cell adds to the pictures in them: measured with
   * films of 480 to 260 000 cells.
   */
  private static final double REPORT = 7e6;

  private static final double REPORT_BYTES = 60;

  /** A frame of the moving picture, and the most of them. */
  private static final double FRAME = 0.03e6;

  private static final double MAX_FRAMES = 60;

  /** Arrays of a checkpoint beside the unit potentials of the electrodes, and one measure. */
  private static final double STATE_BYTES = 230;

  /** The last demagnetising fields in it. */
  private static final double DEMAG_STATE_BYTES = 4 * 3 * 8;

  /** The same for the Oersted field and how it changes. */
  private static final double OERSTED_STATE_BYTES = 2 * 3 * 8;

  private RunDisk() {}

  /** What is left of a run [bytes]. */
  public static double result(Experiment e) {
    double cells = (double) e.film().nx() * e.film().ny() * e.film().layers();
    double snapshots = snapshots(e);
    boolean hasFields = e.output().formats().contains(OutputSpec.Format.OVF);
    double fields = hasFields ? OVF_BYTES * cells * (snapshots + measures(e)) : 0;
    double row = NUMBER_BYTES * TableColumns.count(e);
    boolean hasPage = e.output().pages().report() == OutputSpec.Report.ON;
    double page = hasPage ? REPORT + REPORT_BYTES * cells : 0;
    boolean hasMovie =
        hasFields && hasPage && e.output().pages().figures() == OutputSpec.Figures.ON;
    double movie = hasMovie ? FRAME * Math.min(MAX_FRAMES, snapshots) : 0;
    return page
        + fields
        + movie
        + pictures(e) * (PICTURE + PICTURE_BYTES * cells)
        + e.duration() / e.output().table() * row
        + samples(e);
  }

  private static double samples(Experiment e) {
    OutputSpec.Samples samples = e.output().readings().samples().orElse(null);
    return samples == null
        ? 0
        : e.duration()
            / samples.every()
            * NUMBER_BYTES
            * SampleColumns.of(e).orElseThrow().columns().size();
  }

  /** Snapshots, the first and the last included. */
  private static double snapshots(Experiment e) {
    return 1 + Math.ceil(e.duration() / e.output().snapshots() * (1 - 1e-9));
  }

  /** Pictures of snapshots. */
  static double pictures(Experiment e) {
    return e.output().formats().contains(OutputSpec.Format.PNG) ? snapshots(e) : 0;
  }

  private static double measures(Experiment e) {
    return e.steps().stream().filter(Step.Measure.class::isInstance).count();
  }

  /** What it takes besides while it goes on [bytes]: two checkpoints and one that is written. */
  static double checkpoints(Experiment e) {
    double cells = (double) e.film().nx() * e.film().ny() * e.film().layers();
    double demag = e.film().demag() == DemagKind.ON ? DEMAG_STATE_BYTES : 0;
    demag += e.film().oersted() ? OERSTED_STATE_BYTES : 0;
    double state = STATE_BYTES + demag + 16 * e.electrodes().count() + OVF_BYTES * measures(e);
    return 3 * cells * state;
  }

  /** A size in tens of megabytes, rounded up, or in gigabytes. */
  public static String bytes(double n) {
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
          CheckMessage.DISK_TOO_SMALL,
          bytes(needed),
          "%.0f MB".formatted(Math.floor(free / 1e6)));
    }
  }
}
