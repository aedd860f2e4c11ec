package hopfilm.file;

import static hopfilm.file.KeyForms.LENGTH;
import static hopfilm.file.KeyForms.POSITION;
import static hopfilm.file.KeyForms.choice;
import static hopfilm.file.KeyForms.key;
import static hopfilm.file.KeyForms.list;
import static hopfilm.file.KeyForms.measure;
import static hopfilm.file.KeyForms.text;

import hopfilm.file.KeyKind.Measures;
import hopfilm.units.Dimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Keys of outlines, which electrodes, parts of the mask and parts of shapes have alike. */
final class OutlineKeys {

  /** Where parts of a shape are declared, however deep they are. */
  static final String PARTS = "parts[]";

  private static final Key FILE =
      key(
          "file",
          text("a file"),
          null,
          "drawing (svg) or picture (image) in the folder of this file");

  private static final Key ID =
      key(
          "id",
          text("the id of an element, or its label in Inkscape"),
          null,
          "what of an svg is meant");

  static final Key SCALE = key("scale", LENGTH, "1 nm", "length of one unit of the viewBox (svg)");

  private static final Key PIXELS =
      key(
          "pixels",
          text("dark | light | a colour such as #ff8800"),
          "dark",
          "which pixels of an image are inside; transparent ones never");

  private static final Key THRESHOLD =
      key(
          "threshold",
          measure(Dimension.FRACTION, "%", "0 %", "100 %"),
          "50 %",
          "grey below which a pixel is dark; for a colour how far red, green and blue may differ, by"
              + " default 20 %");

  private static final Key LINES =
      key(
          "contours",
          list("a list of closed lines, each of three or more corners [x, y]"),
          null,
          "closed lines; what an odd number of them encloses is inside. What a drawing becomes");

  private OutlineKeys() {}

  /** Keys of a shape in a list. */
  static List<Key> of(String section) {
    List<Key> keys = new ArrayList<>();
    keys.add(
        key(
            "shape",
            choice(
                "disc",
                "rectangle",
                "polygon",
                "ellipse",
                "ring",
                "union",
                "intersection",
                "difference",
                "svg",
                "image",
                "contours"),
            null,
            "its outline"));
    keys.add(
        key(
            "centre",
            new Measures(POSITION, 2),
            null,
            "middle of a disc, rectangle, ellipse, ring or image; the film's corner is at 0, 0"));
    keys.add(key("radius", LENGTH, null, "radius of a disc or ring"));
    keys.add(key("inner", LENGTH, null, "inner radius of a ring"));
    keys.add(key("size", new Measures(LENGTH, 2), null, "extent of a rectangle, ellipse or image"));
    keys.add(key("points", list("three or more corners [x, y]"), null, "corners of a polygon"));
    keys.add(
        key(
            "parts",
            list("a list of {shape, ...}"),
            null,
            "shapes of a union, an intersection, or a difference (the first without the others)"));
    keys.add(FILE);
    keys.add(ID);
    keys.add(SCALE);
    keys.add(PIXELS);
    keys.add(THRESHOLD);
    keys.add(LINES);
    keys.add(
        key(
            "rotate",
            measure(Dimension.ANGLE, "deg", "-360 deg", "360 deg"),
            "0 deg",
            "turns the shape counter-clockwise about the middle of the box around it"));
    keys.add(
        key(
            "copies",
            text("rows x columns, such as 2x3"),
            null,
            "repeats the shape along y and x, the given one at the lower left"));
    keys.add(
        key("spacing", new Measures(POSITION, 2), null, "from copy to copy along x and along y"));
    return under(section, keys);
  }

  /** Keys by which the film itself takes an outline that is drawn or combined. */
  static List<Key> ofFilm() {
    return under(
        "film",
        Stream.of(
                List.of(
                    key(
                        "parts",
                        list("a list of {shape, ...}"),
                        null,
                        "shapes of a union, an intersection, or a difference (the first without the"
                            + " others)"),
                    key("inner", LENGTH, null, "inner radius of a ring, which fills size")),
                List.of(FILE, ID, SCALE, PIXELS, THRESHOLD, LINES))
            .flatMap(Collection::stream)
            .toList());
  }

  private static List<Key> under(String section, List<Key> keys) {
    return keys.stream()
        .map(k -> key(section + "." + k.path(), k.kind(), k.byDefault(), k.meaning()))
        .toList();
  }
}
