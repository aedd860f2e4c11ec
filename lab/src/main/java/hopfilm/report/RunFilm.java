package hopfilm.report;

import hopfilm.chart.FigureFiles;
import hopfilm.figures.SnapshotPicture;
import hopfilm.figures.Snapshots;
import hopfilm.folder.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The course of a run in pictures: the film strip and the moving picture in its folder. */
public final class RunFilm {

  private RunFilm() {}

  /**
   * Writes both, if the folder holds two OVF snapshots of one film.
   *
   * @return the files, none if there are too few snapshots
   */
  public static List<Path> write(RunFolder folder) throws IOException {
    List<SnapshotPicture> frames = frames(folder);
    if (frames.isEmpty()) {
      return List.of();
    }
    write(folder, frames);
    List<Path> files = new ArrayList<>(folder.strips());
    files.add(folder.movie());
    return files;
  }

  /** The snapshots of one film, none if there are fewer than two. */
  static List<SnapshotPicture> frames(RunFolder folder) throws IOException {
    return Snapshots.frames(folder.snapshotFiles());
  }

  /**
   * Writes both of frames that were read before.
   *
   * @return the strip as it goes into a page
   */
  static String write(RunFolder folder, List<SnapshotPicture> frames) throws IOException {
    Snapshots.movie(folder.movie(), frames);
    return FigureFiles.write(folder.path(), RunFolder.STRIP, Snapshots.strip(frames));
  }
}
