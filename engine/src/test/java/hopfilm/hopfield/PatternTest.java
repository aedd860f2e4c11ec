package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PatternTest {

  @Test
  void readsSigns() {
    assertThat(Pattern.parse(" +-+- ").signs()).containsExactly(1, -1, 1, -1);
    assertThat(Pattern.parse("+\u2212")).hasToString("+-");
    assertThat(Pattern.parse("+-").voltages(0.5)).containsExactly(0.5, -0.5);
    assertThat(Pattern.of(1, -1, -1)).isEqualTo(Pattern.parse("+--"));
  }

  @Test
  void saysWhatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pattern.parse("+0+-"))
        .withMessageContaining("'+0+-' has '0' at place 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pattern.parse("+-+", 4))
        .withMessage("the pattern +-+ has 3 signs for 4 electrodes");
    assertThatIllegalArgumentException().isThrownBy(() -> Pattern.parse(""));
    assertThatIllegalArgumentException().isThrownBy(() -> Pattern.all(21));
  }

  @Test
  void aPatternAndItsNegativeAreOneState() {
    Pattern p = Pattern.parse("-+-");
    assertThat(p.negated()).hasToString("+-+");
    assertThat(p.canonical()).isEqualTo(p.negated().canonical()).hasToString("+-+");
    assertThat(p.isSameState(p.negated())).isTrue();
    assertThat(p.isSameState(Pattern.parse("++-"))).isFalse();
    assertThat(p.distance(p.negated())).isEqualTo(3);
    assertThat(p.distance(Pattern.parse("-++"))).isEqualTo(1);
    assertThat(p.isUniform()).isFalse();
    assertThat(Pattern.parse("---").isUniform()).isTrue();
  }

  @Test
  void listsAllPatternsThoseWithPlusFirst() {
    List<Pattern> all = Pattern.all(4);
    assertThat(all).hasSize(16).doesNotHaveDuplicates();
    assertThat(all.subList(0, 3).toString()).isEqualTo("[++++, +++-, ++-+]");
    assertThat(all.subList(0, 8)).allMatch(p -> p.sign(0) > 0);
    assertThat(all.get(15)).hasToString("----");
  }

  @Test
  void uncorrelatedPatternsAreEqualInHalfOfTheirSigns() {
    int plus = 0;
    for (int seed = 0; seed < 50; seed++) {
      List<Pattern> four = Pattern.uncorrelated(4, 24, new SplittableRandom(seed));
      for (int a = 0; a < 4; a++) {
        plus += (int) Arrays.stream(four.get(a).signs()).filter(s -> s > 0).count();
        for (int b = 0; b < a; b++) {
          assertThat(four.get(a).distance(four.get(b))).isEqualTo(12);
        }
      }
    }
    // 4800 fair signs have a deviation of 35; the four of an electrode are tied, which doubles it
    assertThat(plus).isBetween(2400 - 280, 2400 + 280);
    List<Pattern> odd = Pattern.uncorrelated(2, 35, new SplittableRandom(1));
    assertThat(odd.get(0).distance(odd.get(1))).isEqualTo(17);
  }
}
