package hopfilm.file;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.scalar;

import hopfilm.drawing.ClosedLines;
import hopfilm.drawing.DrawingBudget;
import hopfilm.drawing.DrawingException;
import hopfilm.drawing.GreyPicture;
import hopfilm.drawing.ImageOutline;
import hopfilm.drawing.SvgDrawing;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.Outline;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.FileMessage;
import hopfilm.input.InputFiles;
import hopfilm.input.InputMessage;
import hopfilm.input.NamedFiles;
import hopfilm.input.Origin;
import hopfilm.key.Binder;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Section;
import hopfilm.key.YamlValues;
import hopfilm.section.ElectrodesSection;
import hopfilm.yaml.YamlNode;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Puts closed lines in the place of drawings that an experiment names, before anything else is made
 * of the file: so what was drawn is part of the identity of a run, and its folder needs no drawing.
 */
public final class Drawings {

  private static final String SHAPE = "shape";
  private static final String FILM = "film";
  private static final String REGIONS = "regions";
  private static final String ELECTRODES = "electrodes";

  /** A corner takes some thirty bytes of experiment.yaml, which may have half a million. */
  private static final int MAX_CORNERS = 12_000;

  /** In the place of a path where the drawing is no file. */
  private static final Path GIVEN = Path.of("");

  private final NamedFiles files;
  private final String given;
  private final Faults faults;
  private final Map<Path, SvgDrawing> drawings = new HashMap<>();
  private final DrawingBudget budget = new DrawingBudget();
  private int corners;

  private Drawings(NamedFiles files, String given, Faults faults) {
    this.files = files;
    this.given = given;
    this.faults = faults;
  }

  /** The file without drawings. */
  static YamlNode.Mapping read(YamlNode.Mapping root, NamedFiles files, Faults faults) {
    return new Drawings(files, null, faults).read(root);
  }

  /**
   * The file without drawings, of which it names one only.
   *
   * @param given text of the drawing, whatever name the file has for it; no file is opened
   */
  static YamlNode.Mapping read(YamlNode.Mapping root, String given, Faults faults) {
    return new Drawings(NamedFiles.in(GIVEN), given, faults).read(root);
  }

  /** Film or electrodes are incomplete where one of their drawings is wrong. */
  private YamlNode.Mapping read(YamlNode.Mapping root) {
    YamlNode.Mapping result = root;
    if (root.get("device") != null) {
      result = faults.read(() -> device(root));
      if (result == null) {
        faults.lose(FILM);
        faults.lose(ELECTRODES);
        return root.without("device").without(ELECTRODES); // whose keys are those of a list
      }
    }
    return shapes(result);
  }

  /** Whether a shape is in a file of its own. */
  static boolean isDrawn(YamlNode.Mapping map) {
    return map.get(SHAPE) instanceof YamlNode.Scalar s && Set.of("svg", "image").contains(s.text());
  }

  // --- shapes in their places -------------------------------------------------------------------

  private YamlNode.Mapping shapes(YamlNode.Mapping root) {
    YamlNode.Mapping result = root;
    if (root.get(FILM) instanceof YamlNode.Mapping film) {
      result = drawn(result, FILM, () -> film(film));
    }
    if (result.get(REGIONS) instanceof YamlNode.Sequence all) {
      result = drawn(result, REGIONS, () -> items(all, "regions[]", REGIONS));
    }
    return result.get(ELECTRODES) instanceof YamlNode.Sequence all
        ? drawn(result, ELECTRODES, () -> items(all, "electrodes[]", ELECTRODES))
        : result;
  }

  private YamlNode.Mapping drawn(YamlNode.Mapping root, String section, Supplier<YamlNode> lines) {
    YamlNode drawn = faults.read(lines);
    if (drawn == null) {
      faults.lose(section);
      return root;
    }
    return with(root, section, drawn);
  }

  private YamlNode film(YamlNode.Mapping film) {
    YamlNode.Mapping drawn = outline(film, FILM, FILM);
    return drawn.get("mask") instanceof YamlNode.Sequence mask
        ? with(drawn, "mask", items(mask, "film.mask[]", "film.mask"))
        : drawn;
  }

  private YamlNode items(YamlNode.Sequence list, String path, String shown) {
    List<YamlNode> items = new ArrayList<>();
    for (int k = 0; k < list.items().size(); k++) {
      YamlNode item = list.items().get(k);
      items.add(
          item instanceof YamlNode.Mapping map
              ? outline(map, path, shown + "[" + (k + 1) + "]")
              : item);
    }
    return new YamlNode.Sequence(items, list.origin());
  }

  /** A map whose shape may be drawn, or have parts that are. */
  private YamlNode.Mapping outline(YamlNode.Mapping map, String path, String shown) {
    if (map.get("patches") instanceof YamlNode.Sequence patches) {
      return with(map, "patches", items(patches, "electrodes[].patches[]", shown + ".patches"));
    }
    if (map.get("parts") instanceof YamlNode.Sequence parts) {
      return with(map, "parts", items(parts, ExperimentKeys.PARTS, shown + ".parts"));
    }
    if (!isDrawn(map)) {
      return map;
    }
    Section s = new Section(path, shown, map, map.origin(), files);
    String shape = s.choice(SHAPE);
    Binder.requireOnly(path.equals(FILM) ? FilmSpec.class : Outline.Placed.class, SHAPE, s);
    List<List<double[]>> lines = shape.equals("svg") ? svg(s) : image(s, path.equals(FILM));
    YamlNode.Mapping rest = map;
    for (String key : List.of("file", "id", "scale", "centre", "size", "pixels", "threshold")) {
      rest = path.equals(FILM) && key.equals("size") ? rest : rest.without(key);
    }
    return with(contours(rest, lines), SHAPE, new YamlNode.Scalar("contours", s.originOf(SHAPE)));
  }

  private List<List<double[]>> svg(Section s) {
    double scale = s.value("scale");
    Area area = area(s, "id", drawing(s, "file"), s.text("id"));
    area.transform(AffineTransform.getScaleInstance(scale, scale));
    return counted(s, "id", ClosedLines.of(area));
  }

  /**
   * @param isFilm whether the picture is one of the whole film
   */
  private List<List<double[]>> image(Section s, boolean isFilm) {
    Path file = file(s, "file");
    try {
      BufferedImage image = GreyPicture.read(file, budget);
      List<List<double[]>> lines = pixels(s, image, s.text("pixels"));
      if (lines.isEmpty()) {
        throw s.error("file", FileMessage.NO_PIXELS, file, s.text("pixels"));
      }
      double[] size = s.values("size");
      double[] centre = isFilm ? new double[] {size[0] / 2, size[1] / 2} : s.values("centre");
      ClosedLines.place(lines, image.getWidth(), image.getHeight(), centre, size);
      return counted(s, "file", lines);
    } catch (DrawingException e) {
      throw s.error("file", FileMessage.BAD_DRAWING, e.getMessage());
    } catch (IOException e) {
      throw s.error("file", InputMessage.UNREADABLE, InputFiles.reason(e));
    }
  }

  private List<List<double[]>> pixels(Section s, BufferedImage image, String which)
      throws DrawingException {
    double threshold = s.value("threshold");
    ImageOutline.Limits limits = new ImageOutline.Limits(MAX_CORNERS - corners, budget);
    if (which.equals("dark") || which.equals("light")) {
      return ImageOutline.grey(image, threshold, which.equals("dark"), limits);
    }
    if (!which.matches("#[0-9a-fA-F]{6}")) {
      throw s.error("pixels", FileMessage.NO_PIXEL_COLOUR, Excerpt.of(which));
    }
    int rgb = Integer.parseInt(which.substring(1), 16);
    // half of the way from black to white would take in most colours
    double share = s.has("threshold") ? threshold : 0.2;
    return ImageOutline.colour(image, rgb, (int) Math.round(255 * share), limits);
  }

  // --- a whole device ---------------------------------------------------------------------------

  private YamlNode.Mapping device(YamlNode.Mapping root) {
    Section top = new Section("", "", root, root.origin(), files);
    Section s = top.section("device");
    Section filmSection = top.section(FILM);
    filmSection.refuse(SHAPE, FileMessage.DEVICE_HAS, SHAPE);
    SvgDrawing drawing = drawing(s, "svg");
    double scale = s.value("scale");
    Area outline = area(s, "svg", drawing, FILM);
    Rectangle2D box = outline.getBounds2D();
    AffineTransform toFilm = AffineTransform.getScaleInstance(scale, scale);
    toFilm.translate(-box.getX(), -box.getY());

    YamlNode.Mapping film =
        root.get(FILM) instanceof YamlNode.Mapping given
            ? given
            : YamlNode.Mapping.empty(s.origin());
    if (film.get("size") == null) {
      double cell = filmSection.value("cell");
      YamlNode x = YamlValues.cells(box.getWidth() * scale, cell);
      YamlNode y = YamlValues.cells(box.getHeight() * scale, cell);
      film = with(film, "size", list(List.of(x, y)));
    }
    film = contours(with(film, SHAPE, scalar("contours")), lines(s, outline, toFilm));
    List<YamlNode> mask = new ArrayList<>();
    for (String name : drawing.names()) {
      if (name.matches("hole.*")) {
        Area hole = area(s, "svg", drawing, name);
        mask.add(
            contours(
                with(YamlNode.Mapping.empty(s.origin()), SHAPE, scalar("contours")),
                lines(s, hole, toFilm)));
      }
    }
    if (film.get("mask") instanceof YamlNode.Sequence more) {
      mask.addAll(more.items());
    }
    if (!mask.isEmpty()) {
      film = with(film, "mask", new YamlNode.Sequence(mask, s.origin()));
    }
    YamlNode.Mapping whole = with(root.without("device"), FILM, film);
    if (root.get(REGIONS) instanceof YamlNode.Sequence all) {
      List<YamlNode> entries = new ArrayList<>(all.items());
      named(entries, REGIONS, drawing, toFilm);
      whole = with(whole, REGIONS, new YamlNode.Sequence(entries, s.origin()));
    }
    return with(whole, ELECTRODES, electrodes(root, s, drawing, toFilm));
  }

  private YamlNode electrodes(
      YamlNode.Mapping root, Section s, SvgDrawing drawing, AffineTransform toFilm) {
    YamlNode given = root.get(ELECTRODES);
    List<YamlNode> entries = new ArrayList<>();
    if (given instanceof YamlNode.Sequence all) {
      entries.addAll(all.items());
    } else {
      YamlNode.Mapping contact = contact(given, root, drawing);
      for (String name : drawing.members(ELECTRODES)) {
        YamlNode.Mapping entry = YamlNode.Mapping.empty(s.originOf("svg"));
        entry = with(entry, "name", scalar(name));
        for (Map.Entry<String, YamlNode> of : contact.entries().entrySet()) {
          entry = entry.with(of.getKey(), of.getValue());
        }
        entries.add(entry);
      }
    }
    if (entries.isEmpty()) {
      throw ExperimentException.at(s.origin(), ELECTRODES, FileMessage.DEVICE_WITHOUT_ELECTRODES);
    }
    named(entries, ELECTRODES, drawing, toFilm);
    return new YamlNode.Sequence(entries, given == null ? s.origin() : given.origin());
  }

  /** Gives entries without a shape the element of the drawing that has their name. */
  private void named(
      List<YamlNode> entries, String list, SvgDrawing drawing, AffineTransform toFilm) {
    for (int k = 0; k < entries.size(); k++) {
      if (entries.get(k) instanceof YamlNode.Mapping entry && entry.get(SHAPE) == null) {
        Section e = new Section(list + "[]", list + "[" + (k + 1) + "]", entry, entry.origin());
        Area area = area(e, "name", drawing, e.text("name"));
        entries.set(
            k,
            contours(
                entry.with(SHAPE, new YamlNode.Scalar("contours", e.originOf("name"))),
                lines(e, area, toFilm)));
      }
    }
  }

  /** What all contacts of the drawing are, if the file says it. */
  private static YamlNode.Mapping contact(
      YamlNode given, YamlNode.Mapping root, SvgDrawing drawing) {
    if (given == null) {
      return YamlNode.Mapping.empty(root.origin());
    }
    if (drawing.members(ELECTRODES).isEmpty()) {
      throw ExperimentException.at(
          root.originOf(ELECTRODES), ELECTRODES, FileMessage.DEVICE_WITHOUT_ELECTRODES);
    }
    Section s = new Section(ELECTRODES, ELECTRODES, given, root.originOf(ELECTRODES));
    for (String key : ExperimentKeys.children(ELECTRODES)) {
      if (!ElectrodesSection.CONTACT.contains(key)) {
        s.refuse(key, FileMessage.DEVICE_HAS, key);
      }
    }
    return (YamlNode.Mapping) given;
  }

  // --- files and lines --------------------------------------------------------------------------

  private Path file(Section s, String key) {
    String text = s.text(key);
    if (given != null) {
      throw s.error(key, FileMessage.NO_PICTURE_HERE);
    }
    return s.file(key, text);
  }

  private SvgDrawing drawing(Section s, String key) {
    Path file = given == null ? file(s, key) : GIVEN;
    try {
      SvgDrawing drawing = drawings.get(file);
      if (drawing == null) {
        drawing =
            given == null
                ? SvgDrawing.read(file, budget)
                : SvgDrawing.parse(given, "the drawing", budget);
        drawings.put(file, drawing);
      }
      return drawing;
    } catch (DrawingException e) {
      throw s.error(key, FileMessage.BAD_DRAWING, e.getMessage());
    } catch (IOException e) {
      throw s.error(key, InputMessage.UNREADABLE, InputFiles.reason(e));
    }
  }

  private static Area area(Section s, String key, SvgDrawing drawing, String name) {
    try {
      return drawing.area(name);
    } catch (DrawingException e) {
      throw s.error(key, FileMessage.BAD_DRAWING, e.getMessage());
    }
  }

  private List<List<double[]>> lines(Section s, Area area, AffineTransform toFilm) {
    return counted(s, "", ClosedLines.of(area.createTransformedArea(toFilm)));
  }

  private List<List<double[]>> counted(Section s, String key, List<List<double[]>> lines) {
    corners += lines.stream().mapToInt(List::size).sum();
    if (corners > MAX_CORNERS) {
      throw s.error(key, FileMessage.TOO_MANY_CORNERS, corners, MAX_CORNERS);
    }
    return lines;
  }

  private static YamlNode.Mapping contours(YamlNode.Mapping map, List<List<double[]>> lines) {
    return with(map, "contours", new YamlNode.Sequence(YamlValues.lines(lines), map.origin()));
  }

  /** Another value in the place of a key; one of the drawing stands where its map does. */
  private static YamlNode.Mapping with(YamlNode.Mapping map, String key, YamlNode value) {
    Origin own = value.origin().equals(Origin.DEFAULT) ? map.origin() : value.origin();
    return map.with(key, value, map.keys().getOrDefault(key, own));
  }
}
