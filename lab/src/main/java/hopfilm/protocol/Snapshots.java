package hopfilm.protocol;

import hopfilm.experiment.OutputSpec;
import hopfilm.figures.FilmFigure;
import hopfilm.folder.RunFolder;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The snapshots of a run. They may be written on a thread of their own while the film goes on. */
public final class Snapshots {

  private final List<OutputSpec.Format> formats;
  private final RunFolder folder;
  private final List<Path> unsafe = new ArrayList<>();
  private SnapshotSums sums = new SnapshotSums();
  private Behind behind = Behind.none();
  private int count;
  private double lastTime = Double.NaN;

  Snapshots(List<OutputSpec.Format> formats, RunFolder folder) {
    this.formats = formats;
    this.folder = folder;
  }

  /** Number written so far. */
  public int count() {
    return count;
  }

  /** Time of the last one [s]; NaN before the first. */
  double lastTime() {
    return lastTime;
  }

  /** From now on a thread writes them while the film goes on. */
  public void writeBehind() {
    behind = Behind.ofThread();
  }

  /** Waits until none is being written any more, whatever became of them. */
  public void settle() {
    behind.settle();
  }

  /** Length and checksum of those so far. */
  public SnapshotSums sums() throws IOException {
    behind.finish();
    return sums;
  }

  /** Continues with the sums of a run that is resumed. */
  public void sums(SnapshotSums before) {
    sums = before;
  }

  /** Continues after some of them. Later ones are removed, as is one of the moment of a stop. */
  void from(int written, double time) throws IOException {
    folder.removeSnapshots(written);
    count = written;
    lastTime = time;
  }

  /**
   * Writes the next one, now or soon.
   *
   * @param film asked for a copy where a file is to be written
   */
  void add(Supplier<VectorField> film, double time) throws IOException {
    if (!formats.isEmpty()) {
      write(count, film.get(), time);
    }
    count++;
    lastTime = time;
  }

  /** Sums and list are of the thread that writes until {@link Behind#finish}. */
  private void write(int number, VectorField m, double time) throws IOException {
    behind.add(
        () -> {
          for (Path file : snapshot(folder, number, m, time)) {
            sums.add(number, file.equals(folder.picture(number)), file);
            unsafe.add(file);
          }
        });
  }

  /**
   * Writes the last state of a run, unless it is a snapshot already; it is not counted.
   *
   * @param m null for none
   */
  void last(RunFolder to, VectorField m, double time) throws IOException {
    behind.finish();
    if (m != null && time != lastTime) {
      for (Path file : snapshot(to, count, m, time)) {
        WholeFile.sync(file);
      }
    }
  }

  /** Makes them safe: those that a checkpoint counts must not be lost with the power. */
  void sync() throws IOException {
    behind.finish();
    for (Path file : unsafe) {
      WholeFile.sync(file);
    }
    unsafe.clear();
  }

  private List<Path> snapshot(RunFolder to, int number, VectorField m, double time)
      throws IOException {
    List<Path> files = new ArrayList<>();
    if (formats.contains(OutputSpec.Format.OVF)) {
      Path file = to.snapshot(number);
      Ovf.write(file, m, OvfFormat.BINARY8, "m", "", time);
      files.add(file);
    }
    if (formats.contains(OutputSpec.Format.PNG)) {
      Path file = to.picture(number);
      FilmFigure.write(file, m, time);
      files.add(file);
    }
    return files;
  }
}
