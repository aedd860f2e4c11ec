package hopfilm.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Shapes taken together: all of them (union), what they share (intersection), or the first without
 * the others (difference). The rim of what is taken away belongs to the difference where it is
 * asked for with a margin, as on films.
 *
 * <p>A point is compared with the parts whose boxes are near it alone; many parts of a union, or
 * many that are taken away, become unions of neighbours first.
 */
public final class Combined implements Shape {

  /** How shapes are combined. */
  public enum How {
    UNION,
    INTERSECTION,
    DIFFERENCE
  }

  /** Parts of a union whose boxes are looked at one after the other. */
  private static final int MAX_BESIDE = 8;

  private final How how;
  private final List<Shape> parts;
  private final Rectangle box;

  /** Around each part, a little wider: rounding must not decide. */
  private final Rectangle[] near;

  /**
   * @param parts one shape or more
   * @throws IllegalArgumentException if there is no part
   */
  public Combined(How how, List<Shape> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a combination needs one shape or more");
    }
    this.how = how;
    this.parts = grouped(how, parts);
    near = this.parts.stream().map(p -> wider(p.box())).toArray(Rectangle[]::new);
    Rectangle all = parts.get(0).box();
    for (int k = 1; k < parts.size() && how != How.DIFFERENCE; k++) {
      Rectangle r = parts.get(k).box();
      all = how == How.UNION ? around(all, r) : within(all, r);
    }
    box = all;
  }

  /** One shape of several, which it is itself where there is one. */
  public static Shape union(List<? extends Shape> shapes) {
    return shapes.size() == 1 ? shapes.get(0) : new Combined(How.UNION, List.copyOf(shapes));
  }

  private static List<Shape> grouped(How how, List<Shape> parts) {
    if (how == How.DIFFERENCE && parts.size() > 2) {
      return List.of(parts.get(0), union(parts.subList(1, parts.size())));
    }
    if (how != How.UNION || parts.size() <= MAX_BESIDE) {
      return List.copyOf(parts);
    }
    Rectangle all = parts.stream().map(Shape::box).reduce(Combined::around).orElseThrow();
    boolean isWide = all.x1() - all.x0() > all.y1() - all.y0();
    List<Shape> inTurn = new ArrayList<>(parts);
    inTurn.sort(
        Comparator.comparingDouble(
            p -> isWide ? p.box().x0() + p.box().x1() : p.box().y0() + p.box().y1()));
    int half = inTurn.size() / 2;
    return List.of(union(inTurn.subList(0, half)), union(inTurn.subList(half, inTurn.size())));
  }

  private static Rectangle wider(Rectangle r) {
    double far = Math.abs(r.x0()) + Math.abs(r.x1()) + Math.abs(r.y0()) + Math.abs(r.y1());
    double by = 1e-3 * (r.x1() - r.x0() + r.y1() - r.y0()) + 1e-9 * far;
    return new Rectangle(r.x0() - by, r.y0() - by, r.x1() + by, r.y1() + by);
  }

  /** How they are combined. */
  public How how() {
    return how;
  }

  /** The parts; unions of neighbours in the place of many shapes. */
  public List<Shape> parts() {
    return parts;
  }

  @Override
  public boolean contains(double x, double y, double margin) {
    for (int k = 0; k < near.length; k++) {
      boolean isCut = how == How.DIFFERENCE && k > 0;
      boolean isIn =
          near[k].contains(x, y, 2 * Math.abs(margin))
              && parts.get(k).contains(x, y, isCut ? -margin : margin);
      if (how == How.UNION ? isIn : isIn == isCut) {
        return isIn && !isCut;
      }
    }
    return how != How.UNION;
  }

  /**
   * Of a union the distance. Otherwise a lower bound: the largest of the distances of an
   * intersection's parts, and for a difference that of its first part, as if nothing were cut out.
   */
  @Override
  public double distance(double x, double y) {
    if (how == How.DIFFERENCE) {
      return parts.get(0).distance(x, y);
    }
    if (how == How.INTERSECTION) {
      return parts.stream().mapToDouble(p -> p.distance(x, y)).max().orElseThrow();
    }
    double min = Double.POSITIVE_INFINITY;
    int first = near.length > 1 && near[1].distance(x, y) < near[0].distance(x, y) ? 1 : 0;
    for (int n = 0; n < near.length; n++) {
      int k = n < 2 ? n ^ first : n;
      if (near[k].distance(x, y) < min) {
        min = Math.min(min, parts.get(k).distance(x, y));
      }
    }
    return min;
  }

  @Override
  public Rectangle box() {
    return box;
  }

  @Override
  public double tests(double points, double spacing) {
    double own = Shape.super.tests(points, spacing);
    return own * parts.size() + parts.stream().mapToDouble(p -> p.tests(own, spacing)).sum();
  }

  private static Rectangle around(Rectangle p, Rectangle q) {
    return new Rectangle(
        Math.min(p.x0(), q.x0()),
        Math.min(p.y0(), q.y0()),
        Math.max(p.x1(), q.x1()),
        Math.max(p.y1(), q.y1()));
  }

  /** Where the two do not meet, a line or point. */
  private static Rectangle within(Rectangle p, Rectangle q) {
    double x0 = Math.max(p.x0(), q.x0());
    double y0 = Math.max(p.y0(), q.y0());
    return new Rectangle(
        x0, y0, Math.max(x0, Math.min(p.x1(), q.x1())), Math.max(y0, Math.min(p.y1(), q.y1())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Combined c && how == c.how && parts.equals(c.parts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(how, parts);
  }

  @Override
  public String toString() {
    return "Combined[%s of %s]".formatted(how, parts);
  }
}
