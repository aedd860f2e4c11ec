package hopfilm.grid;

import java.util.List;

/**
 * A region within closed lines, as drawings have them: what an odd number of them encloses is
 * inside.
 */
public final class Contours implements Shape {
  private final List<Polygon> lines;
  private final Sides sides;

  /**
   * @param lines each a polygon; one or more
   * @throws IllegalArgumentException if there is none
   */
  public Contours(List<Polygon> lines) {
    this.lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a region needs one closed line or more");
    }
    sides = new Sides(lines.stream().map(Polygon::corners).toList());
  }

  /** Each a polygon. */
  public List<Polygon> lines() {
    return lines;
  }

  @Override
  public boolean contains(double x, double y, double margin) {
    return sides.contains(x, y, margin);
  }

  @Override
  public double distance(double x, double y) {
    return sides.distance(x, y);
  }

  @Override
  public Rectangle box() {
    return sides.box();
  }

  @Override
  public double tests(double points, double spacing) {
    return Shape.super.tests(points, spacing) * (1 + sides.each());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Contours c && lines.equals(c.lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }

  @Override
  public String toString() {
    return "Contours" + lines;
  }
}
