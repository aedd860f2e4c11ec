package hopfilm.figures;

import hopfilm.chart.FigureFiles;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The course of a run in pictures of mz, made from the snapshots in its folder. */
public final class Snapshots {

  private Snapshots() {}

  /**
   * Snapshots {@code m000000.ovf ...} in the order of time; of more than are asked for an even
   * choice with the first and the last.
   *
   * @param most at least 2
   */
  static List<SnapshotPicture> read(Path folder, int most) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(f -> f.getFileName().toString().matches("m\\d{6,}\\.ovf")).sorted().toList();
    }
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
   * Writes {@code film-strip.svg}, {@code film-strip.png} and {@code film.gif} into the folder of a
   * run, if it holds two OVF snapshots of one film.
   *
   * @return the files, none if there are too few snapshots
   */
  public static List<Path> write(Path folder) throws IOException {
    List<SnapshotPicture> frames = frames(folder);
    return frames.isEmpty() ? List.of() : write(folder, frames);
  }

  /** Writes the files from frames that were read before. */
  public static List<Path> write(Path folder, List<SnapshotPicture> frames) throws IOException {
    FigureFiles.write(folder, "film-strip", strip(frames));
    Path gif = folder.resolve("film.gif");
    FilmMovie.write(gif, frames);
    return List.of(folder.resolve("film-strip.svg"), folder.resolve("film-strip.png"), gif);
  }

  /** Frames of one film, or none if there are fewer than two. */
  public static List<SnapshotPicture> frames(Path folder) throws IOException {
    List<SnapshotPicture> frames = read(folder, FilmMovie.MOST_FRAMES);
    boolean alike = frames.stream().allMatch(f -> f.grid().equals(frames.get(0).grid()));
    return frames.size() > 1 && alike ? frames : List.of();
  }

  /** A few of the frames side by side. */
  public static FilmStrip strip(List<SnapshotPicture> frames) {
    return new FilmStrip(choose(frames, FilmStrip.MOST_FRAMES));
  }
}
