package hopfilm.web;

import hopfilm.experiment.FilmSpec;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arrangements of electrodes to choose from, with sizes that fit a film. */
final class Layouts {

  private static final Pattern GRID = Pattern.compile("grid: *(\\d{1,2})x(\\d{1,2})");

  private Layouts() {}

  static List<Map<String, Object>> all() {
    return List.of(
        one("corners", "4 corners", 4),
        one("edge-centres", "4 edge centres", 4),
        one("sides-x", "left and right edge", 2),
        one("sides-y", "bottom and top edge", 2),
        one("grid: 3x3", "3 x 3", 9),
        one("grid: 5x5", "5 x 5", 25),
        one("grid: 7x5", "5 x 7, a letter", 35));
  }

  private static Map<String, Object> one(String id, String title, int nodes) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", id);
    one.put("title", title);
    one.put("nodes", nodes);
    return one;
  }

  /**
   * The value of the key {@code electrodes}.
   *
   * @param radius likewise margin and length [m]; NaN to be chosen
   */
  static String yaml(String layout, FilmSpec film, double radius, double margin, double length) {
    double shorter = Math.min(film.sizeX(), film.sizeY());
    Matcher grid = GRID.matcher(layout);
    if (layout.equals("corners")) {
      return "{layout: corners, radius: %s}".formatted(or(radius, 0.3 * shorter));
    } else if (layout.equals("edge-centres")) {
      return "{layout: edge-centres, length: %s}".formatted(or(length, 0.4 * shorter));
    } else if (layout.equals("sides-x") || layout.equals("sides-y")) {
      return "{layout: %s}".formatted(layout);
    } else if (grid.matches()) {
      int rows = Integer.parseInt(grid.group(1));
      int columns = Integer.parseInt(grid.group(2));
      double rim = Double.isNaN(margin) ? 0.1 * shorter : margin;
      String edge =
          Double.isNaN(margin)
              ? Quantity.format(rim, Dimension.LENGTH)
              : Quantity.exact(margin, Dimension.LENGTH);
      double x = (film.sizeX() - 2 * rim) / Math.max(1, columns - 1);
      double y = (film.sizeY() - 2 * rim) / Math.max(1, rows - 1);
      return "{grid: %dx%d, radius: %s, margin: %s}"
          .formatted(rows, columns, or(radius, 0.22 * Math.min(x, y)), edge);
    }
    throw WebException.wrong(
        "layout", "there is no layout '%s'; see layouts of /api/hello", Json.shown(layout));
  }

  /** To the same bits where it was given, in whole nanometres where it was chosen. */
  private static String or(double given, double chosen) {
    return Double.isNaN(given)
        ? Math.max(1, Math.round(chosen * 1e9)) + " nm"
        : Quantity.exact(given, Dimension.LENGTH);
  }
}
