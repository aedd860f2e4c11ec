package hopfilm.drawing;

import hopfilm.parallel.Interruption;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The work that the drawings and pictures of one experiment may take to be read, counted where it
 * is done: characters, pixels, elements each time they are visited, lines, and comparisons of two
 * lines. A short text can hold an element that is used within others that are used, or lines that
 * cross each other thousands of times, for which {@link Area} needs memory by their third power. An
 * interrupted thread ends here.
 */
public final class DrawingBudget {

  /** Some seconds. A step is a comparison of two lines. */
  private static final long MAX_STEPS = 2_000_000_000L;

  /** Of a character of a drawing, or a pixel of a picture. */
  private static final int STEPS_OF_A_PIXEL = 10;

  /** Of a line, or of an element each time that it is visited. */
  private static final int STEPS_OF_A_LINE = 2000;

  private static final int MAX_CROSSINGS = 2000;

  /** Units of a drawing: beyond that, differences of coordinates are rounded. */
  private static final double FURTHEST = 1e9;

  private long steps;
  private int crossings;

  private void spend(double more) throws DrawingException {
    Interruption.check();
    steps += (long) Math.min(more, MAX_STEPS + 1.0);
    if (steps > MAX_STEPS) {
      throw new DrawingException(
          ("drawings and pictures take more than %d million steps to be read, which are allowed for"
                  + " one experiment: a line or an element, each time it is used, takes %d, a"
                  + " character or pixel %d; simplify them")
              .formatted(MAX_STEPS / 1_000_000, STEPS_OF_A_LINE, STEPS_OF_A_PIXEL));
    }
  }

  /** Counts characters or pixels. */
  void pixels(double n) throws DrawingException {
    spend(n * STEPS_OF_A_PIXEL);
  }

  /** Counts an element, or a line. */
  void line() throws DrawingException {
    spend(STEPS_OF_A_LINE);
  }

  /**
   * The area of a shape.
   *
   * @throws DrawingException if that takes too long
   */
  public Area area(Shape shape) throws DrawingException {
    require(shape);
    return new Area(shape);
  }

  /**
   * Counts what it takes to make an area of a shape.
   *
   * @throws DrawingException if that takes too long
   */
  public void require(Shape shape) throws DrawingException {
    compare(List.of(shape));
  }

  /**
   * Changes an area by another one.
   *
   * @param how such as {@link Area#add}
   * @throws DrawingException if that takes too long
   */
  public void combine(Area all, Area part, BiConsumer<Area, Area> how) throws DrawingException {
    compare(List.of(all, part));
    how.accept(all, part);
  }

  private void compare(List<Shape> shapes) throws DrawingException {
    List<Line2D> chords = new ArrayList<>();
    line();
    for (Shape shape : shapes) {
      addChords(shape, chords);
    }
    spend(besides(chords));
    chords.sort(Comparator.comparingDouble(c -> Math.min(c.getX1(), c.getX2())));
    for (int k = 0; k < chords.size(); k++) {
      Line2D a = chords.get(k);
      double right = Math.max(a.getX1(), a.getX2());
      int l = k + 1;
      for (; l < chords.size(); l++) {
        Line2D b = chords.get(l);
        if (Math.min(b.getX1(), b.getX2()) > right) {
          break;
        }
        crossings += cross(a, b) ? 1 : 0;
      }
      spend(l - k);
      if (crossings > MAX_CROSSINGS) {
        throw new DrawingException(
            "the lines of the drawing cross more than %d times; simplify its paths"
                .formatted(MAX_CROSSINGS));
      }
    }
  }

  /** How many chords lie beside the ends of each, which {@link Area} looks at in turn. */
  private static double besides(List<Line2D> chords) {
    double[] low = chords.stream().mapToDouble(c -> Math.min(c.getY1(), c.getY2())).toArray();
    double[] high = chords.stream().mapToDouble(c -> Math.max(c.getY1(), c.getY2())).toArray();
    Arrays.sort(low);
    Arrays.sort(high);
    double sum = 0;
    int ended = 0;
    for (int begun = 0; begun < low.length; begun++) {
      while (high[ended] < low[begun]) {
        ended++;
      }
      sum += begun - ended;
    }
    return 2 * sum;
  }

  /** Whether each has its ends on both sides of the other; a common end is no crossing. */
  private static boolean cross(Line2D a, Line2D b) {
    return side(a, b.getX1(), b.getY1()) * side(a, b.getX2(), b.getY2()) < 0
        && side(b, a.getX1(), a.getY1()) * side(b, a.getX2(), a.getY2()) < 0;
  }

  private static double side(Line2D a, double x, double y) {
    return Math.signum(
        (a.getX2() - a.getX1()) * (y - a.getY1()) - (a.getY2() - a.getY1()) * (x - a.getX1()));
  }

  private void addChords(Shape shape, List<Line2D> chords) throws DrawingException {
    requireNear(shape.getBounds2D());
    double[] p = new double[6];
    double[] at = new double[2];
    double[] begin = new double[2];
    PathIterator i = shape.getPathIterator(null, ClosedLines.flatness(shape.getBounds2D()));
    for (; !i.isDone(); i.next()) {
      int kind = i.currentSegment(p);
      double[] to = kind == PathIterator.SEG_CLOSE ? begin : new double[] {p[0], p[1]};
      if (kind == PathIterator.SEG_MOVETO) {
        begin = to;
      } else {
        chords.add(new Line2D.Double(at[0], at[1], to[0], to[1]));
        line();
      }
      at = to;
    }
  }

  /**
   * Refuses what lies far away.
   *
   * @throws DrawingException also for coordinates that are no numbers
   */
  static void requireNear(Rectangle2D box) throws DrawingException {
    for (double at : new double[] {box.getX(), box.getY(), box.getMaxX(), box.getMaxY()}) {
      if (!(Math.abs(at) <= FURTHEST)) {
        throw new DrawingException(
            "the drawing has coordinates beyond %.0e units; scale it".formatted(FURTHEST));
      }
    }
  }
}
