package hopfilm.claimpage;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowBank;
import hopfilm.reading.FilmFunctions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairNetworkTest {

  /** The digits 3, 5 and 8 of 16 x 16 pixels. */
  private static List<Pattern> digits() {
    FilmFunctions functions = new FilmFunctions(new PageFiles(null)::beside);
    return Stream.of("3", "5", "8")
        .map(name -> new Pattern(functions.picture("digits-16.txt", name)))
        .toList();
  }

  /** 3 and 8 share most of their pixels: their sum alone holds neither. */
  @Test
  void thePseudoInverseHoldsPicturesThatAreAlike() {
    List<Pattern> digits = digits();
    PairNetwork inverse = PairNetwork.pseudoInverse(digits);
    PairNetwork hebb = PairNetwork.hebb(digits);
    assertThat(digits).allMatch(d -> d.size() == 256 && inverse.recall(d).equals(d));
    assertThat(digits).anyMatch(d -> !hebb.recall(d).equals(d));
  }

  /** Of one pattern both rules are the same up to a factor, and every near copy comes back. */
  @Test
  void onePatternComesBack() {
    Pattern eight = digits().get(2);
    for (Pattern copy : RowBank.copies(eight, 77, 20, 1)) {
      assertThat(PairNetwork.hebb(List.of(eight)).recall(copy)).isEqualTo(eight);
      assertThat(PairNetwork.pseudoInverse(List.of(eight)).recall(copy)).isEqualTo(eight);
    }
  }
}
