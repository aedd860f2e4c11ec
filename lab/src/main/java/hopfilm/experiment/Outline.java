package hopfilm.experiment;

import hopfilm.experiment.Keys.Cases;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.Word;
import hopfilm.experiment.Keys.Words;
import hopfilm.grid.Combined.How;
import hopfilm.grid.Contours;
import hopfilm.grid.Moved;
import hopfilm.grid.Polygon;
import hopfilm.grid.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outline of a contact, or of what is cut out of a film: a shape where it was drawn [m]. */
@Cases(refusal = ExperimentMessage.SHAPE_HAS_NO)
public sealed interface Outline
    permits Outline.Disc,
        Outline.Ring,
        Outline.Rectangle,
        Outline.Ellipse,
        Outline.Points,
        Outline.Combined,
        Outline.Svg,
        Outline.Image,
        Outline.Lines {

  String LENGTH = "nm, 0.01 nm to 10 mm";
  String POSITION = "nm, -10 mm to 10 mm";
  String PIXELS = "pixels of an image that are inside; transparent ones are outside";
  String THRESHOLD =
      "grey level below which a pixel is dark; for a colour, its tolerance (default 20 %)";

  /** For the engine. */
  Shape shape();

  /** How many simple shapes it stands for, copies included. */
  default double shapes() {
    return 1;
  }

  /** An outline with a middle. */
  interface Centred {
    List<Double> centre();

    default double x() {
      return centre().get(0);
    }

    default double y() {
      return centre().get(1);
    }
  }

  /** One with an extent along x and y. */
  interface Sized extends Centred {
    List<Double> size();

    default double sizeX() {
      return size().get(0);
    }

    default double sizeY() {
      return size().get(1);
    }
  }

  /** A disc. */
  record Disc(
      @Key("centre; the film's lower left corner is at 0, 0") @In(value = POSITION, count = 2)
          List<Double> centre,
      @Key("radius of a disc or ring") @In(LENGTH) double radius)
      implements Outline, Centred {
    public Disc(double x, double y, double radius) {
      this(List.of(x, y), radius);
    }

    @Override
    public Shape shape() {
      return new hopfilm.grid.Disc(x(), y(), radius);
    }
  }

  /** What lies between two circles. */
  record Ring(
      List<Double> centre, double radius, @Key("inner radius of a ring") @In(LENGTH) double inner)
      implements Outline, Centred {
    @Override
    public Shape shape() {
      return new hopfilm.grid.Combined(
          How.DIFFERENCE,
          List.of(new hopfilm.grid.Disc(x(), y(), radius), new hopfilm.grid.Disc(x(), y(), inner)));
    }
  }

  /** A rectangle by its centre and its size. */
  record Rectangle(
      List<Double> centre,
      @Key("extent along x and y (rectangle, ellipse, image)") @In(value = LENGTH, count = 2)
          List<Double> size)
      implements Outline, Sized {
    public Rectangle(double x, double y, double sizeX, double sizeY) {
      this(List.of(x, y), List.of(sizeX, sizeY));
    }

    @Override
    public Shape shape() {
      return new hopfilm.grid.Rectangle(
          x() - sizeX() / 2, y() - sizeY() / 2, x() + sizeX() / 2, y() + sizeY() / 2);
    }
  }

  /** An ellipse with its axes along x and y, by its centre and its size. */
  record Ellipse(List<Double> centre, List<Double> size) implements Outline, Sized {
    @Override
    public Shape shape() {
      return new hopfilm.grid.Ellipse(x(), y(), sizeX() / 2, sizeY() / 2);
    }
  }

  /** A polygon by its corners, each {x, y}. */
  @Word("polygon")
  record Points(
      @Key(name = "points", value = "corners of a polygon") @In("three or more corners [x, y]")
          List<List<Double>> corners)
      implements Outline {
    @Override
    public Shape shape() {
      return new Polygon(
          corners.stream().mapToDouble(c -> c.get(0)).toArray(),
          corners.stream().mapToDouble(c -> c.get(1)).toArray());
    }
  }

  /** Closed lines, each of corners {x, y}; what an odd number of them encloses is inside. */
  @Word("contours")
  record Lines(
      @Key(name = "contours", value = "outline, filled by the even-odd rule")
          @In("a list of closed lines, each of three or more corners [x, y]")
          List<List<List<Double>>> lines)
      implements Outline, OfFilm {
    @Override
    public Shape shape() {
      return new Contours(lines.stream().map(line -> (Polygon) new Points(line).shape()).toList());
    }
  }

  /** Outlines taken together. */
  sealed interface Combined extends Outline permits Union, Intersection, Difference {
    List<Placed> parts();

    @Override
    default Shape shape() {
      How how = How.valueOf(getClass().getSimpleName().toUpperCase(Locale.ROOT));
      return new hopfilm.grid.Combined(how, parts().stream().map(Placed::onFilm).toList());
    }

    @Override
    default double shapes() {
      return parts().stream().mapToDouble(Placed::shapes).sum();
    }
  }

  /** What is in one of several shapes. */
  record Union(
      @Key("shapes of a union, intersection or difference (first minus all others)")
          @In("a list of {shape, ...}")
          List<Placed> parts)
      implements Combined, OfFilm {}

  /** What is in all of several shapes. */
  record Intersection(List<Placed> parts) implements Combined, OfFilm {}

  /** What is in the first of several shapes alone. */
  record Difference(List<Placed> parts) implements Combined, OfFilm {}

  /** An element of a drawing, which is closed lines before a run is read. */
  record Svg(
      @Key("drawing (svg) or picture (image)") @In("a file") String file,
      @Key("element of the svg") @In("the id of an element, or its label in Inkscape")
          Optional<String> id,
      @Key("length of a viewBox unit (svg)") @In(LENGTH) @Default("1 nm") double scale)
      implements Outline, OfFilm {
    @Override
    public Shape shape() {
      throw new IllegalStateException("a drawing is closed lines by now");
    }
  }

  /** What is dark in a picture, which is closed lines before a run is read. */
  record Image(
      String file,
      List<Double> centre,
      List<Double> size,
      @Key(PIXELS) @In("dark | light | a colour such as #ff8800") @Default("dark") String pixels,
      @Key(THRESHOLD) @In("%, 0 % to 100 %") @Default("50 %") double threshold)
      implements Outline {
    @Override
    public Shape shape() {
      throw new IllegalStateException("a picture is closed lines by now");
    }
  }

  /**
   * An outline that may be turned about the middle of its box, and repeated in rows and columns.
   */
  record Placed(
      @Key("kind of outline")
          @Words({
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
            "contours"
          })
          Outline shape,
      @Key("counter-clockwise rotation about the bounding box's centre")
          @In("deg, -360 deg to 360 deg")
          @Default(value = "0 deg", isWritten = false)
          double rotate,
      @Key("copies along y and x; the shape is the lower left one")
          @In("rows x columns, such as 2x3")
          Optional<String> copies,
      @Key("distance of copies along x and y") @In(value = POSITION, count = 2)
          Optional<List<Double>> spacing) {

    private static final Pattern COPIES = Pattern.compile("(\\d{1,4})\\s*[xX]\\s*(\\d{1,4})");

    /** One copy is none. */
    public Placed {
      copies = copies.map(Placed::normal);
      if (copies.isPresent() && copies.get().equals("1x1")) {
        copies = Optional.empty();
        spacing = Optional.empty();
      }
    }

    /** Where it was drawn. */
    public Placed(Outline shape) {
      this(shape, 0, Optional.empty(), Optional.empty());
    }

    private static String normal(String copies) {
      Matcher m = COPIES.matcher(copies);
      return m.matches() ? Integer.valueOf(m.group(1)) + "x" + Integer.valueOf(m.group(2)) : copies;
    }

    /** Rows and columns; empty where the text is none of them. */
    public Optional<int[]> grid() {
      Matcher m = COPIES.matcher(copies.orElse("1x1"));
      return m.matches()
          ? Optional.of(new int[] {Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))})
          : Optional.empty();
    }

    /** Whether it is another than its shape. */
    public boolean isMoved() {
      return rotate != 0 || copies.isPresent();
    }

    /** For the engine. */
    public Shape onFilm() {
      Shape one = shape.shape();
      if (!isMoved()) {
        return one;
      }
      int[] n = grid().orElseThrow();
      List<Double> step = spacing.orElse(List.of(0.0, 0.0));
      List<Shape> all = new ArrayList<>();
      for (int row = 0; row < n[0]; row++) {
        for (int column = 0; column < n[1]; column++) {
          all.add(new Moved(one, rotate, column * step.get(0), row * step.get(1)));
        }
      }
      return hopfilm.grid.Combined.union(all);
    }

    /** How many simple shapes it stands for, copies included. */
    public double shapes() {
      int[] n = grid().orElseThrow();
      return (double) n[0] * n[1] * shape.shapes();
    }
  }

  /** The shape of a film, which its size holds. */
  @Cases(refusal = ExperimentMessage.SHAPE_HAS_NO)
  sealed interface OfFilm
      permits Whole,
          LargestDisc,
          Corners,
          LargestEllipse,
          Union,
          Intersection,
          Difference,
          LargestRing,
          Svg,
          PictureOfFilm,
          Lines {

    /** The outline in a film of this size [m]; empty for all of it. */
    default Optional<Outline> within(double x, double y) {
      return Optional.of((Outline) this);
    }
  }

  /** All of the film. */
  @Word("rectangle")
  record Whole() implements OfFilm {
    @Override
    public Optional<Outline> within(double x, double y) {
      return Optional.empty();
    }
  }

  /** A disc that touches the nearer edges. */
  @Word("disc")
  record LargestDisc() implements OfFilm {
    @Override
    public Optional<Outline> within(double x, double y) {
      return Optional.of(new Disc(x / 2, y / 2, Math.min(x / 2, y / 2)));
    }
  }

  /** A polygon within the film. */
  @Word("polygon")
  record Corners(
      @Key("corners of a polygon") @In("three or more corners [x, y]") List<List<Double>> points)
      implements OfFilm {
    @Override
    public Optional<Outline> within(double x, double y) {
      return Optional.of(new Points(points));
    }
  }

  /** An ellipse that touches all edges. */
  @Word("ellipse")
  record LargestEllipse() implements OfFilm {
    @Override
    public Optional<Outline> within(double x, double y) {
      return Optional.of(new Ellipse(List.of(x / 2, y / 2), List.of(x, y)));
    }
  }

  /** A ring that touches the nearer edges. */
  @Word("ring")
  record LargestRing(@Key("inner radius of a ring") @In(LENGTH) double inner) implements OfFilm {
    @Override
    public Optional<Outline> within(double x, double y) {
      return Optional.of(new Ring(List.of(x / 2, y / 2), Math.min(x / 2, y / 2), inner));
    }
  }

  /** A picture of the film, which is closed lines before a run is read. */
  @Word("image")
  record PictureOfFilm(
      String file,
      @Key(PIXELS) @In("dark | light | a colour such as #ff8800") @Default("dark") String pixels,
      @Key(THRESHOLD) @In("%, 0 % to 100 %") @Default("50 %") double threshold)
      implements OfFilm {}
}
