package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a row has learned: gains by the sign of its pixels, and the middle between them. */
class RowReadingTest {

  private static final double ROUNDING = 1e-12;

  /** Conductances of a row [S] with each pixel, as a matrix has them. */
  private static double[][] film(double... siemens) {
    double[][] g = new double[siemens.length + 1][siemens.length + 1];
    for (int k = 0; k < siemens.length; k++) {
      g[0][k + 1] = -siemens[k];
      g[k + 1][0] = -siemens[k];
    }
    return g;
  }

  private static RowReading read(String picture, List<Integer> places, double... after) {
    double[] before = places.stream().mapToDouble(n -> 4.0 * n).toArray();
    return RowReading.of(new Pattern(picture), places, film(after), film(before), 1.025);
  }

  @Test
  void gainsAreThoseOfConductances() {
    RowReading r = read("-+-+", List.of(2, 2, 2, 2), 8.6, 8.0, 8.8, 7.8);
    assertThat(r.gainUnlike()).isCloseTo(0.7, within(ROUNDING));
    assertThat(r.gainLike()).isCloseTo(-0.1, within(ROUNDING));
    // deviations of 0.05 S a place within both kinds, two means taken off four numbers
    assertThat(r.sigma()).isCloseTo(0.4 / (0.05 * Math.sqrt(2)), within(1e-9));
    assertThat(r.wrong()).isZero();
    assertThat(r.acrossMiddle()).isZero();
  }

  /** Unlike pixels of one place lie below like ones of many, were it not by place. */
  @Test
  void pixelsOfUnequalPlacesAreComparedByPlace() {
    assertThat(read("-+-+", List.of(1, 9, 1, 9), 4.3, 36.5, 4.3, 36.5).acrossMiddle()).isZero();
  }

  @Test
  void aPixelBeyondTheMiddleIsSeen() {
    assertThat(read("--++", List.of(2, 2, 2, 2), 8.6, 8.2, 8.0, 8.0).acrossMiddle()).isEqualTo(1);
    assertThat(read("--++", List.of(2, 2, 2, 2), 8.6, Double.NaN, 8.0, 8.0).acrossMiddle())
        .isPositive();
  }

  /** A weight is zero at 0.2 S here; recall takes its sign. */
  @Test
  void aPixelIsWrongByTheReferenceOfRecall() {
    assertThat(read("--++", List.of(2, 2, 2, 2), 8.6, 8.21, 8.0, 8.0).wrong()).isZero();
    assertThat(read("--++", List.of(2, 2, 2, 2), 8.6, 8.19, 8.0, 8.3).wrong()).isEqualTo(2);
    assertThat(read("--++", List.of(2, 2, 2, 2), 8.6, Double.NaN, 8.0, 8.0).wrong()).isEqualTo(1);
  }

  /** With one kind alone the middle is the zero of the weights: 0.1 S a place. */
  @Test
  void onePictureOfOneKindIsReadAgainstTheReference() {
    RowReading all = read("---", List.of(1, 1, 1), 4.3, 4.2, 4.05);
    assertThat(all.wrong()).isEqualTo(1);
    assertThat(all.acrossMiddle()).isEqualTo(1);
    assertThat(all.gainLike()).isNaN();
    assertThat(all.sigma()).isNaN();
    assertThat(read("+++", List.of(1, 1, 1), 4.0, 4.2, 4.05).wrong()).isEqualTo(1);
  }
}
