package hopfilm.file;

import static hopfilm.file.KeyForms.LENGTH;
import static hopfilm.file.KeyForms.choice;
import static hopfilm.file.KeyForms.key;
import static hopfilm.file.KeyForms.list;
import static hopfilm.file.KeyForms.measure;

import hopfilm.file.KeyKind.Measures;
import hopfilm.file.KeyKind.Whole;
import hopfilm.units.Dimension;
import java.util.List;
import java.util.stream.Stream;

/** Keys of the film: shape, cells, material and its disorder. */
final class FilmKeys {

  private static final List<Key> FILM =
      List.of(
          key("film.size", new Measures(LENGTH, 2), "[512 nm, 512 nm]", "extent along x and y"),
          key(
              "film.cell",
              measure(Dimension.LENGTH, "nm", "0.01 nm", "1 um"),
              "4 nm",
              "edge of the square cells"),
          key(
              "film.thickness",
              measure(Dimension.LENGTH, "um", "0.01 nm", "10 mm"),
              "1 um",
              "scales currents and energies; enters noise and demagnetising field"),
          key(
              "film.layers",
              new Whole(1, 10_000),
              "1",
              "layers of cells that share the thickness; with 2 or more, the current flows in space"),
          key(
              "film.edges",
              choice("open", "periodic-x", "periodic-y", "periodic"),
              "open",
              "what lies beyond the edges, for magnetisation and current"),
          key(
              "film.demag",
              choice("off", "on", "local"),
              "off",
              "demagnetising field: none, that of all cells, or as in a thin film"),
          key(
              "film.oersted",
              choice("off", "on"),
              "off",
              "Oersted field of the current in the film, without that of the leads"),
          key(
              "film.shape",
              choice(
                  "rectangle",
                  "disc",
                  "polygon",
                  "ellipse",
                  "ring",
                  "union",
                  "intersection",
                  "difference",
                  "svg",
                  "image",
                  "contours"),
              "rectangle",
              "outline within film.size; a disc or ring touches the nearer edges, an ellipse all, an"
                  + " image covers it"),
          key("film.points", list("three or more corners [x, y]"), null, "corners of the polygon"));

  private static final Key MASK =
      key(
          "film.mask",
          list("a list of {shape, ...}"),
          null,
          "shapes cut out of the film: holes and notches");

  private static final List<Key> REST =
      List.of(
          key(
              "film.mask[].keep",
              choice("outside", "inside"),
              "outside",
              "which side of the outline remains film"));

  static final List<Key> ALL =
      Stream.of(FILM, OutlineKeys.ofFilm(), List.of(MASK), OutlineKeys.of("film.mask[]"), REST)
          .flatMap(List::stream)
          .toList();

  private FilmKeys() {}
}
