package hopfilm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenchFigureTest {

  private static BenchFigure atMost(double value, double limit) {
    return new BenchFigure("a", "", value, limit, true, "");
  }

  private static BenchFigure atLeast(double value, double limit) {
    return new BenchFigure("a", "", value, limit, false, "");
  }

  @Test
  void theTableOfLimitsIsRead() {
    BenchFigure f = BenchFigure.of("solid_iterations", 3).at(16, 48).from("%d and %d", 7, 10);
    assertThat(f.what())
        .isEqualTo(
            "potential in cubes of 16 to 48 cells a side, iterations to 1e-8, most less fewest");
    assertThat(f.limit()).isEqualTo(4);
    assertThat(f.atMost()).isTrue();
    assertThat(f.detail()).isEqualTo("7 and 10");
    assertThat(BenchFigure.of("speed", 2).atMost()).isFalse();
  }

  @Test
  void aFigureMayReachItsLimitAndNoMore() {
    assertThat(atMost(2.6, 2.6).isMet()).isTrue();
    assertThat(atMost(2.61, 2.6).isMet()).isFalse();
    assertThat(atLeast(1.75, 1.75).isMet()).isTrue();
    assertThat(atLeast(1.74, 1.75).isMet()).isFalse();
  }

  @Test
  void worseIsLargerWhereSmallIsGoodAndSmallerWhereLargeIs() {
    assertThat(atMost(3, 1).worseThan(2)).isCloseTo(1.5, within(1e-12));
    assertThat(atLeast(2, 1).worseThan(3)).isCloseTo(1.5, within(1e-12));
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
