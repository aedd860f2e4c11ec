package hopfilm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void aFigureMayReachItsLimitAndNoMore() {
    assertThat(Figure.atMost("a", "", 2.6, 2.6, "").isMet()).isTrue();
    assertThat(Figure.atMost("a", "", 2.61, 2.6, "").isMet()).isFalse();
    assertThat(Figure.atLeast("a", "", 1.75, 1.75, "").isMet()).isTrue();
    assertThat(Figure.atLeast("a", "", 1.74, 1.75, "").isMet()).isFalse();
  }

  @Test
  void worseIsLargerWhereSmallIsGoodAndSmallerWhereLargeIs() {
    assertThat(Figure.atMost("a", "", 3, 1, "").worseThan(2)).isCloseTo(1.5, within(1e-12));
    assertThat(Figure.atLeast("a", "", 2, 1, "").worseThan(3)).isCloseTo(1.5, within(1e-12));
  }

  /** The film of the benchmarks is that of the example, but for its thickness. */
  @Test
  void theDefaultFilmIsThatOfTheExample() throws java.io.IOException {
    var example =
        hopfilm.file.ExperimentFile.read(
            java.nio.file.Path.of("../examples/four-node.yaml"),
            java.util.List.of("film.thickness=1 um"));
    var ours = DefaultFilm.experiment();
    assertThat(ours.film()).isEqualTo(example.film());
    assertThat(ours.material()).isEqualTo(example.material());
    assertThat(ours.electrodes()).isEqualTo(example.electrodes());
    assertThat(ours.initial()).isEqualTo(example.initial());
  }
}
