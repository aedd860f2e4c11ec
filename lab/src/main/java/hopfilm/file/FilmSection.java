package hopfilm.file;

import static hopfilm.file.YamlValues.list;
import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.numbers;
import static hopfilm.file.YamlValues.scalar;
import static hopfilm.file.YamlValues.word;

import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.FilmSpec.FilmEdges;
import hopfilm.experiment.Outline;
import hopfilm.input.Message;
import hopfilm.input.Spelling;
import hopfilm.magnet.DemagKind;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * The section {@code film}, read and written: a whole number of cells, and no more than memory can
 * hold.
 */
final class FilmSection {

  private static final long MOST_CELLS = 1L << 26;

  /** As a run takes it. */
  private static final double BYTES_PER_CELL = 500;

  /** The same with several layers. */
  private static final double BYTES_PER_SOLID_CELL = 3000;

  private final double memory;

  /**
   * @param memory that a run may take [bytes]
   */
  FilmSection(double memory) {
    this.memory = memory;
  }

  FilmSpec read(Section s) {
    double[] size = s.values("size");
    double cell = s.value("cell");
    for (int axis = 0; axis < 2; axis++) {
      double n = size[axis] / cell;
      double whole = Math.rint(n);
      String key = s.has("size") ? "size" : "cell";
      String along = length(size[axis]) + (s.has("size") ? "" : " (default film.size)");
      String of = length(cell) + (s.has("cell") ? "" : " (default film.cell)");
      String name = axis == 0 ? "x" : "y";
      if (n < 2 - 1e-6) {
        throw s.error(key, Message.TOO_FEW_CELLS, along, name, of, length(2 * cell));
      }
      if (Math.abs(n - whole) > 1e-6 * n) {
        throw s.error(
            key,
            Message.NO_WHOLE_CELLS,
            along,
            name,
            of,
            length(Math.floor(n) * cell),
            length((Math.floor(n) + 1) * cell));
      }
    }
    int layers = (int) s.whole("layers");
    double cells = size[0] / cell * (size[1] / cell) * layers;
    double bytes = cells * (layers == 1 ? BYTES_PER_CELL : BYTES_PER_SOLID_CELL);
    if (cells > MOST_CELLS) {
      throw s.error("cell", Message.TOO_MANY_CELLS, cells, MOST_CELLS);
    }
    if (bytes > memory) {
      throw s.error("cell", Message.TOO_LITTLE_MEMORY, cells, bytes / 1e9, memory / 1e9);
    }
    return new FilmSpec(
        size[0],
        size[1],
        cell,
        s.value("thickness"),
        layers,
        s.constant("edges", FilmEdges.class),
        longRange(s),
        outline(s, size),
        mask(s));
  }

  private static FilmSpec.LongRange longRange(Section s) {
    FilmEdges edges = s.constant("edges", FilmEdges.class);
    boolean oersted = s.choice("oersted").equals("on");
    if (oersted && edges != FilmEdges.OPEN) {
      throw s.error("oersted", Message.OERSTED_NEEDS_OPEN_EDGES, Spelling.of(edges));
    }
    return new FilmSpec.LongRange(s.constant("demag", DemagKind.class), oersted);
  }

  private static Outline outline(Section s, double[] size) {
    String shape = s.choice("shape");
    OutlineSection.requireOnly(
        s,
        shape,
        List.of(
            "points", "parts", "file", "id", "scale", "contours", "inner", "pixels", "threshold"));
    double x = size[0] / 2;
    double y = size[1] / 2;
    return switch (shape) {
      case "rectangle" -> null;
      case "disc" -> new Outline.Disc(x, y, Math.min(x, y));
      case "ellipse" -> new Outline.Ellipse(x, y, size[0], size[1]);
      case "polygon" -> new Outline.Points(OutlineSection.corners(s));
      case "ring" -> ring(s, x, y);
      case "svg", "image" -> throw s.error("shape", Message.NEVER_SWEPT);
      default -> OutlineSection.drawn(s, shape);
    };
  }

  private static Outline ring(Section s, double x, double y) {
    double radius = Math.min(x, y);
    double inner = s.value("inner");
    if (inner >= radius) {
      throw s.error("inner", Message.INNER_TOO_LARGE, s.text("inner"), length(radius));
    }
    return new Outline.Ring(x, y, radius, inner);
  }

  private static List<FilmSpec.Cut> mask(Section s) {
    List<FilmSpec.Cut> cuts = new ArrayList<>();
    List<YamlNode> items = s.has("mask") ? s.list("mask") : List.of();
    for (int i = 0; i < items.size(); i++) {
      Section cut =
          new Section("film.mask[]", "film.mask[" + (i + 1) + "]", items.get(i), s.origin());
      cuts.add(new FilmSpec.Cut(OutlineSection.read(cut), cut.choice("keep").equals("inside")));
    }
    return cuts;
  }

  static String length(double metres) {
    return Quantity.format(metres, Dimension.LENGTH);
  }

  /** The section of a film. */
  static YamlNode tree(FilmSpec f) {
    YamlNode.Mapping map =
        map()
            .with("size", numbers("film.size", f.sizeX(), f.sizeY()))
            .with("cell", number("film.cell", f.cell()))
            .with("thickness", number("film.thickness", f.thickness()))
            .with("layers", scalar(Integer.toString(f.layers())))
            .with("edges", word(f.edges()))
            .with("demag", word(f.demag()))
            .with("oersted", scalar(f.oersted() ? "on" : "off"));
    if (f.outline() instanceof Outline.Disc) {
      map = map.with("shape", scalar("disc"));
    } else if (f.outline() instanceof Outline.Ellipse) {
      map = map.with("shape", scalar("ellipse"));
    } else if (f.outline() instanceof Outline.Ring r) {
      map = map.with("shape", scalar("ring")).with("inner", number("film.inner", r.inner()));
    } else if (f.outline() != null) {
      map = OutlineSection.drawn(map, f.outline());
    }
    if (!f.mask().isEmpty()) {
      map = map.with("mask", list(f.mask().stream().map(FilmSection::cut).toList()));
    }
    return map;
  }

  private static YamlNode cut(FilmSpec.Cut cut) {
    return OutlineSection.tree("film.mask[]", map(), cut.outline())
        .with("keep", scalar(cut.keepsInside() ? "inside" : "outside"));
  }
}
