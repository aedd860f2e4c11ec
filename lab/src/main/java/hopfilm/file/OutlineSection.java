package hopfilm.file;

import static hopfilm.file.YamlValues.list;
import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.numbers;
import static hopfilm.file.YamlValues.scalar;

import hopfilm.experiment.Outline;
import hopfilm.input.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * The outline of an electrode or of a part of the mask: a shape and what it needs, read and
 * written.
 */
final class OutlineSection {

  private OutlineSection() {}

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

  /** Adds an outline to the map of what has it; {@code path} is its place among the keys. */
  static YamlNode.Mapping tree(String path, YamlNode.Mapping map, Outline outline) {
    if (outline instanceof Outline.Disc d) {
      return map.with("shape", scalar("disc"))
          .with("centre", numbers(path + ".centre", d.x(), d.y()))
          .with("radius", number(path + ".radius", d.radius()));
    } else if (outline instanceof Outline.Rectangle r) {
      return map.with("shape", scalar("rectangle"))
          .with("centre", numbers(path + ".centre", r.x(), r.y()))
          .with("size", numbers(path + ".size", r.sizeX(), r.sizeY()));
    }
    return map.with("shape", scalar("polygon"))
        .with("points", corners(((Outline.Points) outline).corners()));
  }

  static YamlNode corners(List<List<Double>> corners) {
    return list(corners.stream().map(c -> numbers("electrodes[].centre", c)).toList());
  }
}
