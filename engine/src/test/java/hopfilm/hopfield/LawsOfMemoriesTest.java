package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.hopfield.Retrieval.UpdateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two laws of docs/explanation/several-memories.md, on networks whose weights join the next ones in
 * a grid: what regions can hold, and at which gain a weak region wakes.
 */
class LawsOfMemoriesTest {

  /** Electrodes in rows and columns. */
  private record Net(int rows, int columns) {

    int size() {
      return rows * columns;
    }

    boolean meet(int a, int b) {
      return Math.abs(a / columns - b / columns) + Math.abs(a % columns - b % columns) == 1;
    }

    /** Whether an electrode has no neighbour of its own sign in a picture of two colours. */
    boolean isAlone(int a, Pattern picture) {
      for (int b = 0; b < size(); b++) {
        if (meet(a, b) && picture.sign(a) == picture.sign(b)) {
          return false;
        }
      }
      return true;
    }

    boolean hasAlone(Pattern picture) {
      for (int a = 0; a < size(); a++) {
        if (isAlone(a, picture)) {
          return true;
        }
      }
      return false;
    }

    /** Connected parts of one colour: what is merged while two that meet bear different names. */
    int regions(Pattern picture) {
      int[] name = new int[size()];
      for (int a = 0; a < size(); a++) {
        name[a] = a;
      }
      for (int round = 0; round < size(); round++) {
        for (int a = 0; a < size(); a++) {
          for (int b = 0; b < size(); b++) {
            if (meet(a, b) && picture.sign(a) == picture.sign(b)) {
              name[a] = Math.min(name[a], name[b]);
            }
          }
        }
      }
      return (int) java.util.Arrays.stream(name).distinct().count();
    }

    /** Hebb's sum of two patterns, kept where electrodes meet. */
    double[][] hebb(Pattern one, Pattern other) {
      double[][] w = new double[size()][size()];
      for (int a = 0; a < size(); a++) {
        for (int b = 0; b < size(); b++) {
          w[a][b] = meet(a, b) ? one.sign(a) * one.sign(b) + other.sign(a) * other.sign(b) : 0;
        }
      }
      return w;
    }
  }

  private static Pattern product(Pattern p, Pattern q) {
    int[] signs = p.signs();
    for (int k = 0; k < signs.length; k++) {
      signs[k] *= q.sign(k);
    }
    return Pattern.of(signs);
  }

  private static Pattern random(int size, SplittableRandom random) {
    int[] signs = new int[size];
    for (int k = 0; k < size; k++) {
      signs[k] = random.nextBoolean() ? 1 : -1;
    }
    return Pattern.of(signs);
  }

  private static boolean isFixed(Pattern p, Weights w) {
    return Memory.stability(p, w) > 1e-12;
  }

  /** All 2047 ways in which two patterns of 3 x 4 can differ. */
  @Test
  void hebbHoldsTwoPatternsWhereNoContactIsAloneInItsRegion() {
    Net net = new Net(3, 4);
    SplittableRandom random = new SplittableRandom(7);
    int held = 0;
    for (Pattern differs : Pattern.all(net.size())) {
      if (differs.sign(0) < 0 || differs.isUniform()) {
        continue;
      }
      Pattern one = random(net.size(), random);
      Pattern other = product(one, differs);
      Weights w = Weights.ofProgram(net.hebb(one, other), SelfTerm.ZERO);
      boolean both = isFixed(one, w) && isFixed(other, w);
      assertThat(both).as(differs.text()).isEqualTo(!net.hasAlone(differs));
      held += both ? 1 : 0;
    }
    assertThat(held).isPositive();
  }

  /**
   * The neighbours of a contact that is alone draw it one way in one pattern and the other way in
   * the other one, by the same current, however unlike and unsymmetric the weights are.
   */
  @Test
  void noWeightsOfNeighboursHoldAContactThatIsAlone() {
    Net net = new Net(3, 4);
    SplittableRandom random = new SplittableRandom(8);
    int oneHeld = 0;
    int otherHeld = 0;
    int tried = 0;
    while (tried < 2000) {
      Pattern one = random(net.size(), random);
      Pattern other = random(net.size(), random);
      if (!net.hasAlone(product(one, other))) {
        continue;
      }
      tried++;
      double share = random.nextDouble();
      double noise = random.nextDouble();
      double[][] w = new double[net.size()][net.size()];
      for (int a = 0; a < net.size(); a++) {
        for (int b = 0; b < net.size(); b++) {
          double hebb =
              share * one.sign(a) * one.sign(b) + (1 - share) * other.sign(a) * other.sign(b);
          w[a][b] = net.meet(a, b) ? hebb + noise * random.nextDouble(-1, 1) : 0;
        }
      }
      Weights weights = Weights.ofProgram(w, SelfTerm.ZERO);
      boolean first = isFixed(one, weights);
      boolean second = isFixed(other, weights);
      oneHeld += first ? 1 : 0;
      otherHeld += second ? 1 : 0;
      assertThat(first && second).as("%s %s", one, other).isFalse();
    }
    // each alone is often held, so that the test could have failed
    assertThat(oneHeld).isGreaterThan(200);
    assertThat(otherHeld).isGreaterThan(200);
  }

  @Test
  void regionsOfTwoPatternsHaveTwoToTheirNumberLessOneMinimaOfLikeDepth() {
    Net net = new Net(2, 6);
    // unlike its neighbours everywhere, so that no minimum is the uniform state
    Pattern board = Pattern.parse("+-+-+--+-+-+");
    int[] counted = new int[7];
    for (Pattern differs : Pattern.all(net.size())) {
      if (differs.sign(0) < 0 || net.hasAlone(differs)) {
        continue;
      }
      Weights w = Weights.ofProgram(net.hebb(board, product(board, differs)), SelfTerm.ZERO);
      EnergyLandscape landscape = new EnergyLandscape(w, 1);
      double lowest = landscape.lowest().energy();
      long minima = landscape.entries().stream().filter(e -> e.energy() < lowest + 1e-9).count();
      int regions = net.regions(differs);
      assertThat(minima).as(differs.text()).isEqualTo(1L << (regions - 1));
      counted[regions]++;
    }
    // one picture of one colour; of two to six regions there are some
    assertThat(counted[1]).isEqualTo(1);
    assertThat(counted[2]).isPositive();
    assertThat(counted[3]).isPositive();
    assertThat(counted[6]).isPositive();
  }

  /**
   * Two patterns that differ in half of a grid, and their copies with one wrong sign. A wrong one
   * of two leaves its region at odds with itself: its two electrodes fall to either side. A wrong
   * one of three in a row is outvoted in graded updates, as the strongest mode is (1, sqrt 2, 1);
   * one by one, in ascending order, the right one before the wrong one turns first. In a square the
   * wrong one alone wants to turn.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 2, GRADED, false", "2, 2, ASYNCHRONOUS, false",
    "2, 3, GRADED, true", "2, 3, ASYNCHRONOUS, false",
    "2, 4, GRADED, true", "2, 4, ASYNCHRONOUS, true",
    "3, 4, GRADED, true", "3, 4, ASYNCHRONOUS, true",
    "4, 4, GRADED, true", "4, 4, ASYNCHRONOUS, true"
  })
  void aSquareIsTheLeastThatPutsAWrongSignRightByBothRules(
      int rows, int columns, UpdateRule rule, boolean puts) {
    Net net = new Net(rows, columns);
    int[] inRows = new int[net.size()];
    int[] halves = new int[net.size()];
    for (int k = 0; k < net.size(); k++) {
      inRows[k] = (k / columns + (columns < 4 ? k % columns : 0)) % 2 == 0 ? 1 : -1;
      boolean isSecond = columns < 4 ? k >= columns : k % columns >= columns / 2;
      halves[k] = isSecond ? -1 : 1;
    }
    Pattern one = Pattern.of(inRows);
    Pattern other = product(one, Pattern.of(halves));
    Weights w = Weights.ofProgram(net.hebb(one, other), SelfTerm.ZERO);
    Retrieval retrieval = new Retrieval(w, Retrieval.Settings.of(rule, 5));
    List<Memory> both =
        Memory.of(
            w,
            new EnergyLandscape(w, 1, List.of(one, other), 1),
            retrieval,
            List.of(one, other),
            new Memory.Copies(1, 3, true));
    assertThat(both).allMatch(Memory::isFixedPoint);
    assertThat(both).allMatch(m -> (m.recalled() == m.copies()) == puts);
  }

  /**
   * A ladder of 2 x 4 and a square of 2 x 2 with weaker weights, apart. The largest eigenvalue of
   * an m x n grid of weights s is s (2 cos(pi / (m + 1)) + 2 cos(pi / (n + 1))): 2.618 and 2 s
   * here, so that the square wakes at a gain of 1.309 / s, which the strength of a weight would not
   * tell.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.7, 0.45, 0.25})
  void weakRegionWakesAtTheRatioOfTheEigenvalues(double weak) {
    Net ladder = new Net(2, 4);
    Net square = new Net(2, 2);
    double[][] w = new double[12][12];
    for (int a = 0; a < 12; a++) {
      for (int b = 0; b < 12; b++) {
        if (a < 8 && b < 8 && ladder.meet(a, b)) {
          w[a][b] = 1;
        }
        if (a >= 8 && b >= 8 && square.meet(a - 8, b - 8)) {
          w[a][b] = weak;
        }
      }
    }
    Weights weights = Weights.ofProgram(w, SelfTerm.ZERO);
    double golden = 1 + (1 + Math.sqrt(5)) / 2;
    assertThat(weights.largestEigenvalue(SelfTerm.ZERO)).isCloseTo(golden, within(1e-12));
    double wakes = golden / (2 * weak);
    Pattern unlike = Pattern.parse("++++++++----");
    // above it the input stays, whatever the noise
    assertThat(kept(weights, unlike, 1.03 * wakes)).isEqualTo(NOISES);
    // at half of it the square decays by e^16 or more before it wakes, and noise of a thousandth
    // decides: half of 200, within five standard deviations of the binomial distribution
    assertThat(kept(weights, unlike, 0.5 * wakes)).isBetween(65, 135);
  }

  private static final int NOISES = 200;

  private static int kept(Weights weights, Pattern start, double gain) {
    List<Pattern> wanted = new ArrayList<>(List.of(start));
    int kept = 0;
    for (long seed = 0; seed < NOISES; seed++) {
      Retrieval.Settings settings = Retrieval.Settings.of(UpdateRule.GRADED, seed).withGain(gain);
      kept += new Retrieval(weights, settings).run(start).hits(wanted) ? 1 : 0;
    }
    return kept;
  }
}
