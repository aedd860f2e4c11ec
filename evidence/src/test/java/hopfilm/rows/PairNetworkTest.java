package hopfilm.rows;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.hopfield.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairNetworkTest {

  /** 3 and 8 share most of their pixels: their sum alone holds neither. */
  @Test
  void thePseudoInverseHoldsPicturesThatAreAlike() {
    List<Pattern> digits = Digits.SIXTEEN.drawn();
    PairNetwork inverse = PairNetwork.pseudoInverse(digits);
    PairNetwork hebb = PairNetwork.hebb(digits);
    assertThat(digits).allMatch(d -> d.size() == 256 && inverse.recall(d).equals(d));
    assertThat(digits).anyMatch(d -> !hebb.recall(d).equals(d));
  }

  /** Of one pattern both rules are the same up to a factor, and every near copy comes back. */
  @Test
  void onePatternComesBack() {
    Pattern eight = Digits.SIXTEEN.drawn().get(2);
    for (Pattern copy : PictureBank.copies(eight, 0.3, 20, 1)) {
      assertThat(PairNetwork.hebb(List.of(eight)).recall(copy)).isEqualTo(eight);
      assertThat(PairNetwork.pseudoInverse(List.of(eight)).recall(copy)).isEqualTo(eight);
    }
  }
}
