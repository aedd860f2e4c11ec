package hopfilm.where;

import hopfilm.chart.FigureFiles;
import hopfilm.grid.Grid;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes where the weights sit, as a picture and as tables. */
public final class WhereFiles {

  private WhereFiles() {}

  /**
   * Writes {@code where.svg}, {@code where.png}, {@code where.csv} (shares of the regions) and
   * {@code where-cells.csv} (the maps).
   *
   * @return the files
   */
  public static List<Path> write(WhereWeightsSit where, Path folder) throws IOException {
    Files.createDirectories(folder);
    FigureFiles.write(folder, "where", WhereFigure.of(where));
    WholeFile.writeSafely(folder.resolve("where.csv"), shares(where));
    WholeFile.writeSafely(folder.resolve("where-cells.csv"), cells(where));
    return List.of(
        folder.resolve("where.svg"),
        folder.resolve("where.png"),
        folder.resolve("where.csv"),
        folder.resolve("where-cells.csv"));
  }

  private static String shares(WhereWeightsSit where) {
    StringBuilder csv =
        new StringBuilder(
            "of,unit,region,area,sensitivity_before,sensitivity_after,change,gross\n");
    for (List<WeightMap> maps : List.of(where.patterns(), where.pairs())) {
      for (WeightMap map : maps) {
        line(csv, map, new WeightMap.Share("all", 1, 1, 1, map.total(), 1));
        map.shares().forEach(s -> line(csv, map, s));
      }
    }
    return csv.toString();
  }

  private static void line(StringBuilder csv, WeightMap map, WeightMap.Share s) {
    csv.append('"').append(map.name()).append("\",").append(map.unit()).append(",\"");
    csv.append(s.region()).append("\",").append(s.area()).append(',').append(s.before());
    csv.append(',').append(s.after()).append(',').append(s.change()).append(',');
    csv.append(s.gross()).append('\n');
  }

  private static String cells(WhereWeightsSit where) {
    Grid film = where.experiment().film().grid();
    List<WeightMap> maps = new ArrayList<>(where.patterns());
    maps.addAll(where.shownPairs());
    StringBuilder csv = new StringBuilder("x (m),y (m)");
    for (WeightMap map : maps) {
      csv.append(",before %s (%s/rad)".formatted(map.name(), map.unit()));
      csv.append(",after %s (%s/rad)".formatted(map.name(), map.unit()));
      csv.append(",change %s (%s)".formatted(map.name(), map.unit()));
    }
    csv.append('\n');
    for (int c = 0; c < film.nx() * film.ny(); c++) {
      csv.append((c % film.nx() + 0.5) * film.dx()).append(',');
      csv.append((Math.floorDiv(c, film.nx()) + 0.5) * film.dy());
      for (WeightMap map : maps) {
        csv.append(',').append(map.before()[c]).append(',').append(map.after()[c]);
        csv.append(',').append(map.change()[c]);
      }
      csv.append('\n');
    }
    return csv.toString();
  }
}
