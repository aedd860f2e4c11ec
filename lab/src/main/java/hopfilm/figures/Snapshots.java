package hopfilm.figures;

import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The course of a run in pictures of mz, made from its snapshots. */
public final class Snapshots {

  private Snapshots() {}

  /**
   * Reads snapshots; of more than are asked for an even choice with the first and the last.
   *
   * @param files in the order of time
   * @param most at least 2
   */
  static List<SnapshotPicture> read(List<Path> files, int most) throws IOException {
    List<SnapshotPicture> frames = new ArrayList<>();
    for (Path file : choose(files, most)) {
      OvfFile ovf = Ovf.read(file);
      VectorField m = ovf.field();
      frames.add(
          new SnapshotPicture(
              m.grid(), ovf.time(), FilmLayer.image(m.grid(), i -> FilmLayer.mz(m, i))));
    }
    return frames;
  }

  /** An even choice with the first and the last. */
  public static <T> List<T> choose(List<T> all, int most) {
    List<T> chosen = new ArrayList<>();
    int count = Math.min(most, all.size());
    for (int k = 0; k < count; k++) {
      chosen.add(
          all.get(count == 1 ? 0 : (int) Math.round((double) k * (all.size() - 1) / (count - 1))));
    }
    return chosen;
  }

  /**
   * Frames of one film, or none if there are fewer than two.
   *
   * @param files snapshots in the order of time, OVF
   */
  public static List<SnapshotPicture> frames(List<Path> files) throws IOException {
    List<SnapshotPicture> frames = read(files, FilmMovie.MAX_FRAMES);
    boolean alike = frames.stream().allMatch(f -> f.grid().equals(frames.get(0).grid()));
    return frames.size() > 1 && alike ? frames : List.of();
  }

  /** A few of the frames side by side. */
  public static FilmStrip strip(List<SnapshotPicture> frames) {
    return new FilmStrip(choose(frames, FilmStrip.MAX_FRAMES));
  }

  /** Writes all of the frames as a moving picture, a GIF. */
  public static void movie(Path gif, List<SnapshotPicture> frames) throws IOException {
    FilmMovie.write(gif, frames);
  }
}
