package hopfilm.figures;

import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.grid.VectorField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A picture of the texture at one moment of a run. */
public final class Snapshot {

  private Snapshot() {}

  /** Writes a PNG of mz and the in-plane directions. */
  public static void write(Path file, VectorField m, double time) throws IOException {
    FilmState film = new FilmState("snapshot", time, m, null, null);
    Figure figure = FilmFigure.texture(film, List.of());
    FigureFiles.writePng(file, FigureFiles.png(figure));
  }
}
