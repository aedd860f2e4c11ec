package hopfilm.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShapeTest {

  @Test
  void discHasItsRim() {
    Disc disc = new Disc(1, 2, 5);
    assertThat(disc.contains(4, 6)).isTrue(); // 3-4-5
    assertThat(disc.contains(4, 6.001)).isFalse();
    assertThat(disc.contains(4, 6.001, 0.001)).isTrue();
    assertThat(new Disc(3, 3, 0).contains(3, 3)).isTrue();
  }

  @Test
  void rectangleMayBeASegment() {
    Rectangle segment = new Rectangle(0, 1, 0, 3);
    assertThat(segment.contains(0, 1)).isTrue();
    assertThat(segment.contains(0, 3)).isTrue();
    assertThat(segment.contains(1e-9, 2)).isFalse();
    assertThat(segment.contains(1e-9, 2, 2e-9)).isTrue();
  }

  @Test
  void polygonWithANotch() {
    // an L: the square (2, 2)-(4, 4) is missing
    Polygon l = new Polygon(new double[] {0, 4, 4, 2, 2, 0}, new double[] {0, 0, 2, 2, 4, 4});
    assertThat(l.contains(1, 3)).isTrue();
    assertThat(l.contains(3, 1)).isTrue();
    assertThat(l.contains(3, 3)).isFalse();
    assertThat(l.contains(2, 3)).isTrue();
    assertThat(l.contains(4, 0)).isTrue();
    assertThat(l.contains(2.01, 3, 0.02)).isTrue();
    assertThat(l.contains(-1, 2)).isFalse();
    assertThat(l.contains(5, 2)).isFalse();
  }

  @Test
  void polygonsAreValues() {
    double[] x = {0, 1, 0};
    Polygon p = new Polygon(x, new double[] {0, 0, 1});
    x[1] = 7;
    assertThat(p).isEqualTo(new Polygon(new double[] {0, 1, 0}, new double[] {0, 0, 1}));
    assertThat(p.contains(5, 0)).isFalse();
  }

  /** Distances that a ruler shows; inside they are 0. */
  @Test
  void distancesAndBoxes() {
    Disc disc = new Disc(1, 2, 5);
    assertThat(disc.distance(1, 2)).isZero();
    assertThat(disc.distance(7, 10)).isEqualTo(5);
    assertThat(disc.box()).isEqualTo(new Rectangle(-4, -3, 6, 7));
    Rectangle segment = new Rectangle(0, 1, 0, 3);
    assertThat(segment.distance(0, 2)).isZero();
    assertThat(segment.distance(-2, 2)).isEqualTo(2);
    assertThat(segment.distance(3, 7)).isEqualTo(5);
    assertThat(segment.box()).isEqualTo(segment);
    Polygon triangle = new Polygon(new double[] {0, 4, 0}, new double[] {0, 0, 3});
    assertThat(triangle.distance(1, 1)).isZero();
    assertThat(triangle.distance(-3, -4)).isEqualTo(5);
    // the hypotenuse lies at 12/5 from the corner at the origin, the point as far beyond it
    assertThat(triangle.distance(2 * 1.44, 2 * 1.92)).isCloseTo(2.4, within(1e-12));
    assertThat(triangle.box()).isEqualTo(new Rectangle(0, 0, 4, 3));
  }

  @Test
  void refusesWhatIsNoShape() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Disc(0, 0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Disc(0, Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rectangle(1, 0, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Polygon(new double[] {0, 1}, new double[] {0, 1}))
        .withMessageContaining("three points");
  }
}
