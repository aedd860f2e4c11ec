package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.check.ExperimentCheck;
import hopfilm.claimpage.PageClaim;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.grid.Grid;
import hopfilm.hopfield.Reference;
import hopfilm.magnet.Textures;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import hopfilm.run.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of the program say. */
class PagesOfClaimsTest {

  private static Claim claim(String id) {
    return Claims.known().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  static Stream<Claim> pages() {
    return Claims.known().stream().filter(c -> c.page().isPresent());
  }

  /** Keys, names, types, measures and kinds, and every film: full, quick and tiny. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsRight(Claim page) {
    ((PageClaim) page).vet();
    assertThat(page.runs(Effort.TINY)).hasSameSizeAs(page.runs(Effort.QUICK));
  }

  /**
   * Claims that draw conclusions from mazes of their own; a shared maze would tell one thing twice.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "two-in-twelve unlike-in-twelve two-in-sixteen four-in-twelve",
        "two-random two-random-dense two-random-sixteen two-letters capacity"
      })
  void noMazeIsUsedTwice(String ids) {
    List<Long> seeds = new ArrayList<>();
    for (String id : ids.split(" ")) {
      claim(id).runs(Effort.FULL).forEach(r -> seeds.add(r.experiment().initial().seed()));
    }
    assertThat(seeds).doesNotHaveDuplicates();
  }

  /** r regions have 2^(r-1) minima of like depth: none may be left that is not trained. */
  @ParameterizedTest
  @ValueSource(strings = {"two-in-twelve", "unlike-in-twelve", "two-in-sixteen", "four-in-twelve"})
  void thePatternsAreAllThatTheirRegionsHold(String id) {
    String text = ExperimentFile.write(claim(id).runs(Effort.QUICK).get(0).experiment());
    boolean isOfFour = id.startsWith("four");
    String said =
        ExperimentCheck.of(ExperimentFile.study(text, "claim", List.of()), 1)
            .facts()
            .get(isOfFour ? "4 patterns" : "2 patterns");
    assertThat(said).startsWith(isOfFour ? "3 regions" : "2 regions").endsWith("can be held");
  }

  /** Only the reference differs from the films that lost a pattern. */
  @ParameterizedTest
  @ValueSource(strings = {"two-letters pairs-scaled", "capacity capacity-scaled"})
  void theScaledFilmsAreThoseOfTheOlderClaims(String ids) {
    List<Experiment> older =
        claim(ids.split(" ")[0]).runs(Effort.FULL).stream().map(PlannedRun::experiment).toList();
    for (PlannedRun run : claim(ids.split(" ")[1]).runs(Effort.FULL)) {
      Experiment e = run.experiment();
      assertThat(e.network().reference()).isEqualTo(Reference.UNTRAINED_SCALED);
      assertThat(older)
          .filteredOn(o -> o.initial().seed() == e.initial().seed())
          .singleElement()
          .satisfies(
              o -> {
                assertThat(o.steps()).isEqualTo(e.steps());
                assertThat(o.film()).isEqualTo(e.film());
                assertThat(o.electrodes()).isEqualTo(e.electrodes());
              });
    }
  }

  @Test
  void theTurnedFilmIsASquareThatTheCurrentCrossesAlongADiagonalOfTheGrid() {
    Experiment turned =
        claim("fig1").runs(Effort.QUICK).stream()
            .filter(r -> r.name().startsWith("turned"))
            .findFirst()
            .orElseThrow()
            .experiment();
    Grid grid = turned.film().grid();
    double saturated = Evaluation.saturated(turned)[0][0];
    for (double degrees : new double[] {45, 135}) {
      double x = Math.cos(Math.toRadians(degrees));
      double y = Math.sin(Math.toRadians(degrees));
      double in = Evaluation.of(turned, Textures.uniform(grid, x, y, 0), null).conductance()[0][0];
      // rho_par = 7 rho_perp for an AMR of 150 %; edges in steps of one cell in a hundred
      assertThat(in / saturated).isCloseTo(degrees == 45 ? 1.0 / 7 : 1, within(2e-3));
    }
    // a square has thickness / rho_perp, whatever its size; the same steps
    assertThat(saturated).isCloseTo(1e-6 / 6e-8, within(0.01 * 1e-6 / 6e-8));
  }
}
