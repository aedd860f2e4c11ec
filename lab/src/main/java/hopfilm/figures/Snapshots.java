package hopfilm.figures;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The course of a run in pictures of mz, made from its snapshots. */
public final class Snapshots {

  private Snapshots() {}

  /**
   * A snapshot, one pixel a cell.
   *
   * @param grid its film
   * @param time simulated time [s]
   * @param cells mz in the colours of the film figures, the row of the largest y on top
   */
  public record Frame(Grid grid, double time, BufferedImage cells) {}

  /**
   * Reads snapshots; of more than are asked for an even choice with the first and the last.
   *
   * @param files in the order of time
   * @param most at least 2
   */
  static List<Frame> read(List<Path> files, int most) throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (Path file : choose(files, most)) {
      OvfFile ovf = Ovf.read(file);
      VectorField m = ovf.field();
      frames.add(
          new Frame(m.grid(), ovf.time(), FilmFigure.image(m.grid(), i -> FilmFigure.mz(m, i))));
    }
    return frames;
  }

  /** An even choice with the first and the last. */
  static <T> List<T> choose(List<T> all, int most) {
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
  public static List<Frame> frames(List<Path> files) throws IOException {
    List<Frame> frames = read(files, FilmMovie.MOST_FRAMES);
    boolean alike = frames.stream().allMatch(f -> f.grid().equals(frames.get(0).grid()));
    return frames.size() > 1 && alike ? frames : List.of();
  }

  /** A few of the frames side by side. */
  public static FilmStrip strip(List<Frame> frames) {
    return new FilmStrip(choose(frames, FilmStrip.MOST_FRAMES));
  }

  /** Writes all of the frames as a moving picture, a GIF. */
  public static void movie(Path gif, List<Frame> frames) throws IOException {
    FilmMovie.write(gif, frames);
  }
}
