package hopfilm.grid;

import java.util.List;

/**
 * Shapes taken together: all of them (union), what they share (intersection), or the first without
 * the others (difference). The rim of what is taken away belongs to the difference where it is
 * asked for with a margin, as on films.
 *
 * @param how they are combined
 * @param parts one shape or more
 */
public record Combined(How how, List<Shape> parts) implements Shape {

  /** How shapes are combined. */
  public enum How {
    UNION,
    INTERSECTION,
    DIFFERENCE
  }

  /**
   * @throws IllegalArgumentException if there is no part
   */
  public Combined {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a combination needs one shape or more");
    }
  }

  @Override
  public boolean contains(double x, double y, double margin) {
    return switch (how) {
      case UNION -> parts.stream().anyMatch(p -> p.contains(x, y, margin));
      case INTERSECTION -> parts.stream().allMatch(p -> p.contains(x, y, margin));
      case DIFFERENCE ->
          parts.get(0).contains(x, y, margin)
              && parts.stream().skip(1).noneMatch(p -> p.contains(x, y, -margin));
    };
  }

  /**
   * Of a union the distance. Otherwise a lower bound: the largest of the distances of an
   * intersection's parts, and for a difference that of its first part, as if nothing were cut out.
   */
  @Override
  public double distance(double x, double y) {
    return switch (how) {
      case UNION -> parts.stream().mapToDouble(p -> p.distance(x, y)).min().orElseThrow();
      case INTERSECTION -> parts.stream().mapToDouble(p -> p.distance(x, y)).max().orElseThrow();
      case DIFFERENCE -> parts.get(0).distance(x, y);
    };
  }

  @Override
  public Rectangle box() {
    Rectangle box = parts.get(0).box();
    for (int k = 1; k < parts.size() && how != How.DIFFERENCE; k++) {
      Rectangle r = parts.get(k).box();
      box = how == How.UNION ? around(box, r) : within(box, r);
    }
    return box;
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
}
