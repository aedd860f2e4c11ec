package hopfilm.file;

import hopfilm.experiment.Outline;
import hopfilm.input.Message;
import java.util.ArrayList;
import java.util.List;

/** Reads the outline of an electrode or of a part of the mask: a shape and what it needs. */
final class OutlineReader {

  private OutlineReader() {}

  static Outline read(Section s) {
    String shape = s.choice("shape");
    for (String key : List.of("centre", "radius", "size", "points")) {
      boolean used =
          switch (shape) {
            case "disc" -> key.equals("centre") || key.equals("radius");
            case "rectangle" -> key.equals("centre") || key.equals("size");
            default -> key.equals("points");
          };
      if (!used) {
        s.refuse(key, Message.SHAPE_HAS_NO, shape, key);
      }
    }
    if (shape.equals("polygon")) {
      return new Outline.Points(corners(s));
    }
    double[] centre = s.values("centre");
    if (shape.equals("disc")) {
      return new Outline.Disc(centre[0], centre[1], s.value("radius"));
    }
    double[] size = s.values("size");
    return new Outline.Rectangle(centre[0], centre[1], size[0], size[1]);
  }

  /** The corners of a polygon under the key {@code points}. */
  static List<List<Double>> corners(Section s) {
    List<List<Double>> corners = points(s, "points");
    if (corners.size() < 3) {
      throw s.error(
          "points",
          Message.TOO_FEW_CORNERS,
          corners.size(),
          "[[0 nm, 0 nm], [80 nm, 0 nm], [40 nm, 60 nm]]");
    }
    return corners;
  }

  /** A list of positions [x, y]. */
  static List<List<Double>> points(Section s, String key) {
    List<List<Double>> points = new ArrayList<>();
    for (YamlNode point : s.list(key)) {
      double[] xy = s.point(key, point);
      points.add(List.of(xy[0], xy[1]));
    }
    return points;
  }
}
