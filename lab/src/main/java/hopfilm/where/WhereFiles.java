package hopfilm.where;

import hopfilm.chart.FigureFiles;
import hopfilm.grid.Grid;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes where the weights sit, as a picture and as tables. */
public final class WhereFiles {

  private WhereFiles() {}

  /**
   * Writes {@code where.svg}, {@code where.png}, {@code where.csv} (shares of the regions) and
   * {@code where-cells.csv} (the maps).
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

  /** A region of a map. */
  private record Part(WeightMap of, WeightMap.Share share) {}

  private static String shares(WhereWeightsSit where) {
    List<Part> parts = new ArrayList<>();
    for (List<WeightMap> maps : List.of(where.patterns(), where.pairs())) {
      for (WeightMap map : maps) {
        parts.add(new Part(map, new WeightMap.Share("all", 1, 1, 1, map.total(), 1)));
        map.shares().forEach(s -> parts.add(new Part(map, s)));
      }
    }
    return new Sheet<>(parts)
        .add("of", Form.TEXT, p -> p.of().name())
        .add("unit", Form.TEXT, p -> p.of().unit())
        .add("region", Form.TEXT, p -> p.share().region())
        .add("area", Form.NUMBER, p -> p.share().area())
        .add("sensitivity_before", Form.NUMBER, p -> p.share().before())
        .add("sensitivity_after", Form.NUMBER, p -> p.share().after())
        .add("change", Form.NUMBER, p -> p.share().change())
        .add("gross", Form.NUMBER, p -> p.share().gross())
        .csv();
  }

  private static String cells(WhereWeightsSit where) {
    Grid film = where.experiment().film().grid();
    List<WeightMap> maps = new ArrayList<>(where.patterns());
    maps.addAll(where.shownPairs());
    Sheet<Integer> sheet =
        new Sheet<>(IntStream.range(0, film.nx() * film.ny()).boxed().toList())
            .add("x", "m", Form.NUMBER, c -> (c % film.nx() + 0.5) * film.dx())
            .add("y", "m", Form.NUMBER, c -> (Math.floorDiv(c, film.nx()) + 0.5) * film.dy());
    for (WeightMap map : maps) {
      sheet
          .add("before " + map.name(), map.unit() + "/rad", Form.NUMBER, c -> map.before()[c])
          .add("after " + map.name(), map.unit() + "/rad", Form.NUMBER, c -> map.after()[c])
          .add("change " + map.name(), map.unit(), Form.NUMBER, c -> map.change()[c]);
    }
    return sheet.csv();
  }
}
