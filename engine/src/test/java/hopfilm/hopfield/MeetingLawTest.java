package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.transport.WiredGrid;
import hopfilm.transport.WiredGrid.Meetings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights by places where contacts meet: limits that are known, and films that were trained. */
class MeetingLawTest {

  private static Meetings once(int electrodes) {
    int[][] all = new int[electrodes][electrodes];
    for (int[] row : all) {
      Arrays.fill(row, 1);
    }
    return new Meetings(all, all);
  }

  private static List<Pattern> random(int count, int electrodes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Pattern> patterns = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      patterns.add(Pattern.of(random.ints(electrodes, 0, 2).map(bit -> 2 * bit - 1).toArray()));
    }
    return patterns;
  }

  /** Where every pair meets once with either sign Hebb's rule comes out, but for its factor. */
  @Test
  void meetingOnceWithEitherSignIsHebbsRule() {
    int n = 12;
    List<Pattern> patterns = random(3, n, 4);
    double[][] w = MeetingLaw.HEBB.mean(once(n), patterns);
    double[][] hebb = HebbRule.matrix(patterns);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        // the sum over 3 patterns of s_i s_j / 12 against its mean: a factor of 4; no diagonal
        assertThat(w[i][j]).isEqualTo(i == j ? 0 : 4 * hebb[i][j], within(1e-12));
      }
    }
  }

  /** Contacts of equal sign alone write unlike pairs and leave like ones, as films do. */
  @Test
  void equalSignsWriteUnlikePairs() {
    int[][] none = new int[3][3];
    Meetings equal = new Meetings(once(3).equal(), none);
    double[][] w = MeetingLaw.HEBB.mean(equal, List.of(Pattern.parse("++-")));
    assertThat(w[0][1]).isZero();
    assertThat(w[0][2]).isEqualTo(-1);
    assertThat(w[1][2]).isEqualTo(-1);
  }

  /** Places scatter on their own: the variance of a pair grows with how many it has. */
  @Test
  void placesScatterIndependently() {
    int[][] counts = {{0, 1, 4}, {1, 0, 9}, {4, 9, 0}};
    Meetings meetings = new Meetings(counts, new int[3][3]);
    MeetingLaw law = new MeetingLaw(0, 0, 1, 0.5);
    SplittableRandom random = new SplittableRandom(8);
    double[] squares = new double[3];
    int films = 4000;
    for (int k = 0; k < films; k++) {
      Weights w = law.draw(meetings, List.of(Pattern.parse("+++")), random);
      assertThat(w.asymmetry()).isZero();
      squares[0] += Math.pow(w.get(0, 1), 2) / films;
      squares[1] += Math.pow(w.get(0, 2), 2) / films;
      squares[2] += Math.pow(w.get(1, 2), 2) / films;
    }
    // a variance of 4000 draws has a relative error of 2.2 %; four of these
    for (int k = 0; k < 3; k++) {
      assertThat(squares[k] / (0.25 * Math.pow(k + 1, 2))).isEqualTo(1, within(0.09));
    }
  }

  /**
   * A single electrode of many is turned round as often as the normal law says: its signal beside
   * the scatter of all the places around it.
   */
  @Test
  void wrongSignsFollowTheNormalLaw() {
    int n = 9;
    MeetingLaw law = new MeetingLaw(0, 1, 1, 2);
    List<Pattern> one = random(1, n, 2);
    // each of 8 pairs has one place that is driven and one that is not: signal 8, scatter 2 sqrt
    // 16,
    // so one deviation, beyond which lie 15.87 %
    int films = 4000;
    MemoryForecast f =
        MemoryForecast.of(
            (p, random) -> law.draw(once(n), p, random), Collections.nCopies(films, one), 5, 0, 3);
    // pairs tie electrodes together, so that the 36 000 signs are not independent: five deviations
    assertThat(f.wrongSigns() / n).isEqualTo(0.1587, within(5 * Math.sqrt(0.134 / films / n)));
  }

  /**
   * Films that were trained, none of which the law was fitted to: two patterns on 24 electrodes
   * with eight contacts each were held, three were not; letters were held with eight contacts a
   * pixel and not with four or two (docs/evidence/memories.md).
   */
  @ParameterizedTest
  @CsvSource({
    "12, 16, 24, 2, true",
    "12, 16, 24, 3, false",
    "14, 20, 35, 2, true",
    "10, 14, 35, 2, false",
    "7, 10, 35, 2, false",
  })
  void saysWhichFilmsHold(int rows, int columns, int electrodes, int count, boolean isHeld) {
    Meetings meetings =
        WiredGrid.of(new WiredGrid.Plan(rows, columns, electrodes, true, 1)).meetings();
    List<List<Pattern>> films = new ArrayList<>();
    for (int k = 0; k < 20; k++) {
      films.add(Pattern.uncorrelated(count, electrodes, new SplittableRandom(k)));
    }
    MemoryForecast f =
        MemoryForecast.of(
            (p, random) -> MeetingLaw.FILM.draw(meetings, p, random), films, 5, 10, 1);
    assertThat(f.stored().fraction() > 0.5).as(f.toString()).isEqualTo(isHeld);
  }
}
