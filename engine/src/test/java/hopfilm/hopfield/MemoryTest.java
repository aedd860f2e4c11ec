package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.hopfield.Retrieval.UpdateRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two memories of two squares of four, as Hebb's sum of two patterns that agree in one square and
 * differ in the other makes it: 2 in a square, 0 between. What follows can be counted by hand.
 */
class MemoryTest {
  private static final Pattern ONE = Pattern.parse("+--++--+");
  private static final Pattern OTHER = Pattern.parse("+--+-++-");

  private static Weights weights(double second) {
    double[][] w = new double[8][8];
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        boolean isTogether = i != j && i / 4 == j / 4;
        double strength = i < 4 ? 1 : second;
        w[i][j] = isTogether ? strength * ONE.sign(i) * ONE.sign(j) : 0;
      }
    }
    return Weights.ofProgram(w, SelfTerm.ZERO);
  }

  private static List<Memory> look(Weights w, double gain, boolean isThrifty, Pattern... set) {
    return Memory.of(
        w,
        new EnergyLandscape(w, 1),
        new Retrieval(w, Retrieval.Settings.of(UpdateRule.GRADED, 3).withGain(gain)),
        List.of(set),
        new Memory.Copies(1, 5, isThrifty));
  }

  @Test
  void twoRegionsHoldTwoPatterns() {
    List<Memory> two = look(weights(1), 5, true, ONE, OTHER);
    for (Memory m : two) {
      assertThat(m.isFixedPoint()).isTrue();
      // all electrodes of a square are kept by three others
      assertThat(m.stability()).isCloseTo(1, within(1e-12));
      assertThat(m.copies()).isEqualTo(8);
      assertThat(m.recalled()).isEqualTo(8);
      assertThat(m.isStored()).isTrue();
      // 2 x 12 ordered pairs; both are the lowest, and no state is between them
      assertThat(m.energy()).isEqualTo(-24);
      assertThat(m.rank()).isEqualTo(1);
      // one wrong sign turns three pairs round: 12 of 24
      assertThat(m.margin()).isCloseTo(0.5, within(1e-12));
    }
    // each square of 16 states goes to its pattern or its negative, but for 6 ties of two and two
    // that the noise decides; the two share all inputs
    assertThat(two.get(0).basin() + two.get(1).basin()).isCloseTo(1, within(1e-12));
  }

  /** Below the gain at which the weaker square wakes its input is forgotten. */
  @Test
  void weakerRegionNeedsAHigherGain() {
    Weights w = weights(0.4);
    assertThat(look(w, 5, true, ONE, OTHER)).allMatch(Memory::isStored);
    List<Memory> low = look(w, 1.2, true, ONE, OTHER);
    assertThat(low.stream().mapToInt(Memory::recalled).sum()).isLessThan(16);
    assertThat(low).allMatch(Memory::isFixedPoint);
  }

  @Test
  void patternThatIsNoMinimumIsNoMemory() {
    Memory m = look(weights(1), 5, true, Pattern.parse("++-++--+")).get(0);
    assertThat(m.isFixedPoint()).isFalse();
    assertThat(m.recalled()).isZero();
    assertThat(m.margin()).isNaN();
    assertThat(m.rank()).isGreaterThan(2);
  }

  /** 0.9 is no number in binary: the limit itself counts for each number of copies. */
  @Test
  void nineOfTenCopiesAreEnough() {
    for (int copies : new int[] {10, 20, 50, 100, 1000}) {
      assertThat(Memory.areEnough(copies / 10 * 9, copies)).isTrue();
      assertThat(Memory.areEnough(copies / 10 * 9 - 1, copies)).isFalse();
    }
  }

  @Test
  void triesAHundredCopiesWhereTheyAreDrawn() {
    assertThat(look(weights(1), 5, false, ONE).get(0).copies()).isEqualTo(100);
    assertThat(Memory.usualFlips(8)).isEqualTo(1);
    assertThat(Memory.usualFlips(35)).isEqualTo(4);
  }
}
