package hopfilm.grid;

import java.util.List;

/**
 * A region within closed lines, as drawings have them: what an odd number of them encloses is
 * inside.
 *
 * @param lines each a polygon; one or more
 */
public record Contours(List<Polygon> lines) implements Shape {

  /**
   * @throws IllegalArgumentException if there is none
   */
  public Contours {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a region needs one closed line or more");
    }
  }

  @Override
  public boolean contains(double x, double y, double margin) {
    boolean isInside = false;
    for (Polygon line : lines) {
      if (line.isOnRim(x, y, Math.abs(margin))) {
        return margin >= 0;
      }
      isInside ^= line.encloses(x, y);
    }
    return isInside;
  }

  @Override
  public double distance(double x, double y) {
    return contains(x, y, 0)
        ? 0
        : lines.stream().mapToDouble(line -> line.rimDistance(x, y)).min().orElseThrow();
  }

  @Override
  public Rectangle box() {
    return new Combined(Combined.How.UNION, List.copyOf(lines)).box();
  }
}
