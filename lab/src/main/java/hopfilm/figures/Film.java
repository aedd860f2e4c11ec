package hopfilm.figures;

import hopfilm.figures.Snapshots.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The course of a run in pictures, made from the snapshots in its folder. */
public final class Film {
  private Film() {}

  /**
   * Writes {@code film-strip.svg}, {@code film-strip.png} and {@code film.gif} into the folder of a
   * run, if it holds two OVF snapshots of one film.
   *
   * @return the files, none if there are too few snapshots
   */
  public static List<Path> write(Path folder) throws IOException {
    List<Frame> frames = frames(folder);
    return frames.isEmpty() ? List.of() : write(folder, frames);
  }

  static List<Path> write(Path folder, List<Frame> frames) throws IOException {
    FigureFiles.write(folder, "film-strip", strip(frames));
    Path gif = folder.resolve("film.gif");
    FilmMovie.write(gif, frames);
    return List.of(folder.resolve("film-strip.svg"), folder.resolve("film-strip.png"), gif);
  }

  /** Frames of one film, or none if there are fewer than two. */
  static List<Frame> frames(Path folder) throws IOException {
    List<Frame> frames = Snapshots.read(folder, FilmMovie.MOST_FRAMES);
    boolean alike = frames.stream().allMatch(f -> f.grid().equals(frames.get(0).grid()));
    return frames.size() > 1 && alike ? frames : List.of();
  }

  static FilmStrip strip(List<Frame> frames) {
    return new FilmStrip(Snapshots.choose(frames, FilmStrip.MOST_FRAMES));
  }
}
