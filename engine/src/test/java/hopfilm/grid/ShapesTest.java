package hopfilm.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Combined.How;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ShapesTest {

  private static final double NM = 1e-9;

  private static Polygon polygon(double... xy) {
    double[] x = new double[xy.length / 2];
    double[] y = new double[xy.length / 2];
    for (int k = 0; k < x.length; k++) {
      x[k] = xy[2 * k];
      y[k] = xy[2 * k + 1];
    }
    return new Polygon(x, y);
  }

  /** Area by counting points a tenth apart in a square of side 20 around the origin. */
  private static double area(Shape shape) {
    int n = 0;
    for (int j = 0; j < 200; j++) {
      for (int i = 0; i < 200; i++) {
        n += shape.contains(-10 + (i + 0.5) * 0.1, -10 + (j + 0.5) * 0.1) ? 1 : 0;
      }
    }
    return n * 0.01;
  }

  /** Points counted are wrong along the rim only: a tenth of its length, and far less by chance. */
  @Test
  void areasAreThoseOfGeometry() {
    Shape disc = new Disc(0, 0, 6);
    Shape square = new Rectangle(0, 0, 8, 8);
    assertThat(area(new Ellipse(1, -1, 6, 3))).isCloseTo(Math.PI * 18, within(0.3));
    assertThat(area(new Combined(How.DIFFERENCE, List.of(disc, new Disc(0, 0, 4)))))
        .isCloseTo(Math.PI * 20, within(0.3));
    double quarter = Math.PI * 9;
    assertThat(area(new Combined(How.INTERSECTION, List.of(disc, square))))
        .isCloseTo(quarter, within(0.3));
    assertThat(area(new Combined(How.UNION, List.of(disc, square))))
        .isCloseTo(4 * quarter + 64 - quarter, within(0.3));
    Contours frame =
        new Contours(
            List.of(polygon(-5, -5, 5, -5, 5, 5, -5, 5), polygon(-2, -2, -2, 2, 2, 2, 2, -2)));
    assertThat(area(frame)).isCloseTo(84, within(0.3));
    assertThat(area(new Moved(frame, 0.5, 1, -1))).isCloseTo(84, within(0.6));
  }

  @Test
  void rimsBelongToShapesAlsoOfWhatIsCutOut() {
    Combined ring = new Combined(How.DIFFERENCE, List.of(new Disc(0, 0, 6), new Disc(0, 0, 4)));
    assertThat(ring.contains(4, 0, 1e-9)).isTrue();
    assertThat(ring.contains(6, 0, 1e-9)).isTrue();
    assertThat(ring.contains(3.9, 0, 1e-9)).isFalse();
    assertThat(ring.contains(6.1, 0, 1e-9)).isFalse();
    Polygon triangle = polygon(0, 0, 4, 0, 0, 4);
    assertThat(triangle.contains(1, 0, 0)).isTrue();
    assertThat(triangle.contains(1, 0, -0.1)).isFalse();
    assertThat(triangle.contains(1, 1, -0.1)).isTrue();
    assertThat(new Contours(List.of(triangle)).contains(1, 0, -0.1)).isFalse();
    assertThat(new Ellipse(0, 0, 4, 2).contains(4, 0, 0)).isTrue();
    assertThat(new Ellipse(0, 0, 4, 2).contains(4, 0, -0.1)).isFalse();
    assertThat(new Ellipse(0, 0, 4, 2).contains(4.05, 0, 0.1)).isTrue();
  }

  /** Turned about the middle of its box, so a wide rectangle becomes a high one in its place. */
  @Test
  void aRightAngleIsExact() {
    Shape wide = new Rectangle(10 * NM, 20 * NM, 50 * NM, 30 * NM);
    Moved high = new Moved(wide, Math.PI / 2, 0, 0);
    assertThat(high.contains(25 * NM, 5 * NM, 1e-9 * NM)).isTrue();
    assertThat(high.contains(35 * NM, 45 * NM, 1e-9 * NM)).isTrue();
    assertThat(high.contains(24.999 * NM, 25 * NM)).isFalse();
    assertThat(high.box().x1()).isCloseTo(35 * NM, within(1e-20));
    assertThat(new Moved(high, 0, 100 * NM, 0).contains(130 * NM, 44.999 * NM)).isTrue();
  }

  /**
   * Compared with the nearest of many points on the rim, spaced by 6e-3: an error of its square.
   */
  @Test
  void distancesAreThoseOfTheNearestPoint() {
    Ellipse e = new Ellipse(1, 2, 5, 2);
    DoubleBinaryOperator searched =
        (x, y) -> {
          double least = Double.POSITIVE_INFINITY;
          for (int k = 0; k < 6000; k++) {
            double t = 2 * Math.PI * k / 6000;
            least = Math.min(least, Math.hypot(1 + 5 * Math.cos(t) - x, 2 + 2 * Math.sin(t) - y));
          }
          return least;
        };
    double[][] points = {{9, 2}, {1, 7}, {7, 6}, {-8, -3}, {1, 4.001}, {6.5, 2.1}};
    for (double[] p : points) {
      assertThat(e.distance(p[0], p[1]))
          .isCloseTo(searched.applyAsDouble(p[0], p[1]), within(2e-5));
    }
    assertThat(e.distance(2, 2)).isZero();
    Shape two = new Combined(How.UNION, List.of(new Disc(0, 0, 1), new Disc(10, 0, 2)));
    assertThat(two.distance(4, 0)).isEqualTo(3);
    Shape both =
        new Combined(
            How.INTERSECTION, List.of(new Rectangle(0, 0, 4, 4), new Rectangle(2, 0, 8, 4)));
    assertThat(both.distance(0, 2)).isEqualTo(2);
    assertThat(both.box()).isEqualTo(new Rectangle(2, 0, 4, 4));
    Contours frame =
        new Contours(List.of(polygon(0, 0, 9, 0, 9, 9, 0, 9), polygon(3, 3, 6, 3, 6, 6, 3, 6)));
    assertThat(frame.distance(4.5, 4)).isEqualTo(1);
    assertThat(frame.distance(1, 1)).isZero();
    assertThat(new Moved(two, 0, 1, 0).distance(5, 0)).isEqualTo(3);
  }

  /**
   * Many parts are compared with a point by their boxes first, which changes nothing: a union has
   * what one of them has, and the distance of the nearest.
   */
  @Test
  void manyPartsAreWhatTheyAreAlone() {
    SplittableRandom random = new SplittableRandom(4);
    List<Shape> parts = new ArrayList<>();
    for (int k = 0; k < 300; k++) {
      double x = random.nextDouble(-10, 10);
      double y = random.nextDouble(-10, 10);
      double r = random.nextDouble(0, 1);
      Shape one = k % 3 == 0 ? new Disc(x, y, r) : new Rectangle(x, y, x + r, y + 3 * r);
      parts.add(k % 2 == 0 ? one : new Moved(one, k, 0.5 * r, -r));
    }
    Shape square = new Rectangle(-7, -7, 7, 7);
    List<Shape> holes = new ArrayList<>(parts);
    holes.add(0, square);
    Shape union = new Combined(How.UNION, parts);
    Shape difference = new Combined(How.DIFFERENCE, holes);
    Shape both = new Combined(How.INTERSECTION, List.of(square, union));
    for (int k = 0; k < 20_000; k++) {
      double x = random.nextDouble(-11, 11);
      double y = random.nextDouble(-11, 11);
      double margin = k % 2 == 0 ? 0 : random.nextDouble(-0.1, 0.1);
      boolean isIn = parts.stream().anyMatch(p -> p.contains(x, y, margin));
      boolean isCut = parts.stream().anyMatch(p -> p.contains(x, y, -margin));
      boolean isInSquare = square.contains(x, y, margin);
      assertThat(union.contains(x, y, margin)).isEqualTo(isIn);
      assertThat(both.contains(x, y, margin)).isEqualTo(isIn && isInSquare);
      assertThat(difference.contains(x, y, margin)).isEqualTo(isInSquare && !isCut);
      assertThat(union.distance(x, y))
          .isEqualTo(parts.stream().mapToDouble(p -> p.distance(x, y)).min().orElseThrow());
    }
  }

  /** Lines of many sides, flat, tall and across each other, against those of java.awt. */
  @Test
  void linesEncloseWhatThoseOfAwtDo() {
    SplittableRandom random = new SplittableRandom(5);
    for (int corners : new int[] {3, 4, 30, 1000}) {
      for (double height : new double[] {1e-3, 1, 1e3}) {
        double[] xy = random.doubles(2L * corners, -1, 1).toArray();
        for (int k = 1; k < xy.length; k += 2) {
          xy[k] *= height;
        }
        Polygon one = polygon(xy);
        Contours two = new Contours(List.of(one, polygon(0, 0, 1, 0, 1, height)));
        Path2D path = path(one);
        Path2D paths = path(one);
        paths.append(path(two.lines().get(1)), false);
        for (int k = 0; k < 2000; k++) {
          double x = random.nextDouble(-1.1, 1.1);
          double y = random.nextDouble(-1.1, 1.1) * height;
          assertThat(one.contains(x, y)).isEqualTo(path.contains(x, y));
          assertThat(two.contains(x, y)).isEqualTo(paths.contains(x, y));
          double away = one.contains(x, y) ? 0 : nearest(one, x, y);
          // that of awt is the root of a difference of squares, right to 1e-8 of the largest
          double error = 1e-7 * Math.max(1, height);
          assertThat(one.distance(x, y)).isCloseTo(away, within(error));
          assertThat(one.contains(x, y, away + error)).isTrue();
          assertThat(away > error && one.contains(x, y, away - error)).isFalse();
        }
      }
    }
  }

  private static Path2D path(Polygon p) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    path.moveTo(p.x()[0], p.y()[0]);
    for (int k = 1; k < p.x().length; k++) {
      path.lineTo(p.x()[k], p.y()[k]);
    }
    path.closePath();
    return path;
  }

  private static double nearest(Polygon p, double x, double y) {
    double[] u = p.x();
    double[] v = p.y();
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < u.length; k++) {
      int next = (k + 1) % u.length;
      least = Math.min(least, Line2D.ptSegDist(u[k], v[k], u[next], v[next], x, y));
    }
    return least;
  }

  /** Copies of copies: boxes are worked out once, and the points of a film are few for each. */
  @Test
  void whatPointsCostGrowsWithTheCopiesNearThem() {
    Shape one = new Disc(0.5, 0.5, 0.4);
    double points = 1024 * 1024;
    for (int level = 0; level < 5; level++) {
      List<Shape> copies = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        double step = 1 << level;
        copies.add(new Moved(one, 0, step * (k & 1), step * (k >> 1)));
      }
      one = new Combined(How.UNION, copies);
    }
    // 1024 discs beside each other: a few boxes of 4 on the way to each, and itself
    assertThat(one.tests(points, 1.0 / 32)).isBetween(points, 40 * points);
    List<Shape> upon = new ArrayList<>();
    for (int k = 0; k < 1024; k++) {
      upon.add(new Moved(new Disc(16, 16, 16), 0, 1e-3 * k, 0));
    }
    assertThat(new Combined(How.UNION, upon).tests(points, 1.0 / 32)).isGreaterThan(1024 * points);
  }

  @Test
  void refusesWhatIsNoShape() {
    assertThatThrownBy(() -> new Ellipse(0, 0, 0, 1)).hasMessageContaining("half axes above 0");
    assertThatThrownBy(() -> new Combined(How.UNION, List.of())).hasMessageContaining("one shape");
    assertThatThrownBy(() -> new Contours(List.of())).hasMessageContaining("one closed line");
    assertThatThrownBy(() -> new Moved(new Disc(0, 0, 1), Double.NaN, 0, 0))
        .hasMessageContaining("finite numbers");
  }
}
