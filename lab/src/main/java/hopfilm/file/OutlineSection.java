package hopfilm.file;

import static hopfilm.file.YamlValues.list;
import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.numbers;
import static hopfilm.file.YamlValues.scalar;

import hopfilm.experiment.Outline;
import hopfilm.grid.Combined.How;
import hopfilm.input.Excerpt;
import hopfilm.input.Message;
import hopfilm.input.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outline of an electrode or of a part of the mask: a shape and what it needs, read and
 * written. Drawings are closed lines by now, see {@link Drawings}.
 */
final class OutlineSection {

  private static final Map<String, Set<String>> KEYS =
      Map.ofEntries(
          Map.entry("disc", Set.of("centre", "radius")),
          Map.entry("rectangle", Set.of("centre", "size")),
          Map.entry("ellipse", Set.of("centre", "size")),
          Map.entry("ring", Set.of("centre", "radius", "inner")),
          Map.entry("polygon", Set.of("points")),
          Map.entry("union", Set.of("parts")),
          Map.entry("intersection", Set.of("parts")),
          Map.entry("difference", Set.of("parts")),
          Map.entry("contours", Set.of("contours")),
          Map.entry("svg", Set.of("file", "id", "scale")),
          Map.entry("image", Set.of("file", "centre", "size", "pixels", "threshold")));

  private static final List<String> ALL =
      KEYS.values().stream().flatMap(Set::stream).distinct().sorted().toList();

  private static final Pattern COPIES = Pattern.compile("(\\d{1,4})\\s*[xX]\\s*(\\d{1,4})");

  private static final int MOST_COPIES = 1024;

  private OutlineSection() {}

  static Outline read(Section s) {
    String shape = s.choice("shape");
    requireOnly(s, shape, ALL);
    return repeated(s, shape(s, shape));
  }

  /** Refuses keys of other shapes. */
  static void requireOnly(Section s, String shape, List<String> keys) {
    for (String key : keys) {
      if (!KEYS.getOrDefault(shape, Set.of()).contains(key)) {
        s.refuse(key, Message.SHAPE_HAS_NO, shape, key);
      }
    }
  }

  private static Outline shape(Section s, String shape) {
    switch (shape) {
      case "polygon":
        return new Outline.Points(corners(s));
      case "svg", "image":
        // a drawing is read before the runs of a sweep part
        throw s.error("shape", Message.NEVER_SWEPT);
      case "union", "intersection", "difference", "contours":
        return drawn(s, shape);
      default:
        break;
    }
    double[] centre = s.values("centre");
    if (shape.equals("disc")) {
      return new Outline.Disc(centre[0], centre[1], s.value("radius"));
    }
    if (shape.equals("ring")) {
      double radius = s.value("radius");
      double inner = s.value("inner");
      if (inner >= radius) {
        throw s.error("inner", Message.INNER_TOO_LARGE, s.text("inner"), s.text("radius"));
      }
      return new Outline.Ring(centre[0], centre[1], radius, inner);
    }
    double[] size = s.values("size");
    return shape.equals("ellipse")
        ? new Outline.Ellipse(centre[0], centre[1], size[0], size[1])
        : new Outline.Rectangle(centre[0], centre[1], size[0], size[1]);
  }

  /** A shape of parts, or closed lines. */
  static Outline drawn(Section s, String shape) {
    if (shape.equals("contours")) {
      List<List<List<Double>>> lines = new ArrayList<>();
      for (YamlNode line : s.list("contours")) {
        List<YamlNode> corners = line instanceof YamlNode.Sequence q ? q.items() : List.of();
        if (corners.size() < 3) {
          throw s.errorIn("contours", line, Message.NO_CLOSED_LINE, Section.shown(line));
        }
        lines.add(corners.stream().map(c -> s.point("contours", c)).toList());
      }
      if (lines.isEmpty()) {
        throw s.error("contours", Message.EMPTY_LIST);
      }
      return new Outline.Lines(lines);
    }
    List<Outline> parts = sections(s, "parts").stream().map(OutlineSection::read).toList();
    if (parts.size() < 2) {
      throw s.error("parts", Message.TOO_FEW_PARTS, parts.size(), shape);
    }
    return new Outline.Combined(How.valueOf(shape.toUpperCase(Locale.ROOT)), parts);
  }

  private static List<Section> sections(Section s, String key) {
    List<YamlNode> items = s.list(key);
    List<Section> all = new ArrayList<>();
    for (int k = 0; k < items.size(); k++) {
      all.add(s.entry(key, k + 1, items.get(k)));
    }
    return all;
  }

  private static Outline repeated(Section s, Outline one) {
    double angle = s.value("rotate");
    if (!s.has("copies")) {
      s.refuse("spacing", Message.SPACING_OF_WHAT);
      return angle == 0 ? one : new Outline.Copies(one, angle, 1, 1, 0, 0);
    }
    Matcher m = COPIES.matcher(s.text("copies"));
    if (!m.matches()) {
      throw s.error("copies", Message.NO_GRID, Excerpt.of(s.text("copies")));
    }
    int rows = Integer.parseInt(m.group(1));
    int columns = Integer.parseInt(m.group(2));
    if (rows * columns < 1 || rows * columns > MOST_COPIES) {
      throw s.error("copies", Message.COPIES_OUT_OF_RANGE, rows * columns, MOST_COPIES);
    }
    double[] spacing = s.values("spacing");
    if (rows * columns == 1) {
      return angle == 0 ? one : new Outline.Copies(one, angle, 1, 1, 0, 0);
    }
    Outline all = new Outline.Copies(one, angle, rows, columns, spacing[0], spacing[1]);
    if (all.shapes() > StudyBudget.MOST_SHAPES) {
      throw s.error("copies", Message.TOO_MANY_SHAPES, all.shapes(), StudyBudget.MOST_SHAPES);
    }
    return all;
  }

  /** The corners of a polygon under the key {@code points}. */
  static List<List<Double>> corners(Section s) {
    List<List<Double>> corners = s.points("points");
    if (corners.size() < 3) {
      throw s.error(
          "points",
          Message.TOO_FEW_CORNERS,
          corners.size(),
          "[[0 nm, 0 nm], [80 nm, 0 nm], [40 nm, 60 nm]]");
    }
    return corners;
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
    } else if (outline instanceof Outline.Ellipse e) {
      return map.with("shape", scalar("ellipse"))
          .with("centre", numbers(path + ".centre", e.x(), e.y()))
          .with("size", numbers(path + ".size", e.sizeX(), e.sizeY()));
    } else if (outline instanceof Outline.Ring r) {
      return map.with("shape", scalar("ring"))
          .with("centre", numbers(path + ".centre", r.x(), r.y()))
          .with("radius", number(path + ".radius", r.radius()))
          .with("inner", number(path + ".inner", r.inner()));
    } else if (outline instanceof Outline.Copies c) {
      YamlNode.Mapping all =
          tree(path, map, c.outline()).with("rotate", number(path + ".rotate", c.angle()));
      return c.rows() * c.columns() == 1
          ? all
          : all.with("copies", scalar(c.rows() + "x" + c.columns()))
              .with("spacing", numbers(path + ".spacing", c.stepX(), c.stepY()));
    }
    return drawn(map, outline);
  }

  /** Adds a polygon, closed lines, or a shape of parts. */
  static YamlNode.Mapping drawn(YamlNode.Mapping map, Outline outline) {
    if (outline instanceof Outline.Combined c) {
      return map.with("shape", scalar(Spelling.of(c.how())))
          .with(
              "parts",
              list(c.parts().stream().map(p -> tree(OutlineKeys.PARTS, map(), p)).toList()));
    } else if (outline instanceof Outline.Lines l) {
      return map.with("shape", scalar("contours"))
          .with("contours", list(l.lines().stream().map(OutlineSection::corners).toList()));
    }
    return map.with("shape", scalar("polygon"))
        .with("points", corners(((Outline.Points) outline).corners()));
  }

  static YamlNode corners(List<List<Double>> corners) {
    return list(corners.stream().map(c -> numbers("electrodes[].centre", c)).toList());
  }
}
