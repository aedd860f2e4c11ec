package hopfilm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.film.Kept;
import hopfilm.retention.Retention.Bake;
import hopfilm.retention.Retention.Crossed;
import hopfilm.retention.Retention.Film;
import hopfilm.retention.Retention.Reading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals and slopes of readings that are given. */
class KindStatisticsTest {

  private static final double[] TIMES = {1e-9, 1e-8, 1e-7};
  private static final Retention.Plan PLAN =
      new Retention.Plan("run", new double[] {300}, 1e-7, 2, false);

  private final List<Reading> readings = new ArrayList<>();

  private static Film film(String kind) {
    return new Film("run", kind, false, 20e-9, new Kept(0.9, 0.1, true));
  }

  /** Weights left fall by a slope for each decade after 1 ns. */
  private void bake(int film, double kelvin, int seed, double slope, double angle) {
    for (double t : TIMES) {
      Kept kept = new Kept(1 + slope * Math.log10(t / 1e-9), 0.1, true);
      readings.add(new Reading(film, kelvin, seed, t, kept, t == 1e-7 ? angle : Double.NaN));
    }
  }

  /** ln 20 = 2.9957: six bakes of 20 ns without an event give 40.06 ns. */
  @Test
  void withoutAnEventTheRuleOfThreeHolds() {
    Crossed c = Crossed.of(300, 0, 6, 20e-9);
    assertThat(c.atLeast()).isCloseTo(120e-9 / Math.log(20), within(1e-15));
    assertThat(c.time()).isCloseTo(120e-9, within(1e-20));
  }

  /**
   * The upper 95 % limit of one of ten is 0.3942 (tables of Clopper and Pearson); of all nothing is
   * known.
   */
  @Test
  void eventsLowerTheLimit() {
    assertThat(Crossed.of(300, 1, 10, 1).atLeast())
        .isCloseTo(-1 / Math.log(1 - 0.3942), within(1e-3));
    assertThat(Crossed.of(300, 3, 3, 1).atLeast()).isZero();
  }

  @Test
  void slopesOfBakesAreAboveThoseOfTheControl() {
    bake(0, 0, 1, -0.03, 0);
    bake(0, 300, 1, -0.04, 0.2);
    bake(0, 300, 2, -0.06, 12);
    Retention r = KindStatistics.of(PLAN, "film", List.of(film("")), readings, List.of());
    Bake control = r.only().bakes().get(0);
    Bake hot = r.only().bakes().get(1);
    assertThat(control.slope()).isCloseTo(-0.03, within(1e-12));
    assertThat(control.low()).isNull();
    assertThat(hot.slope()).isCloseTo(-0.02, within(1e-12));
    // one film: over seeds, t of one degree of freedom is 12.706
    assertThat(hot.slopeHigh() - hot.slope()).isCloseTo(12.706 * 0.01, within(1e-5));
    assertThat(hot.sameThickness()).isCloseTo(20e-9, within(1e-20));
    assertThat(r.only().crossed().get(0).events()).isEqualTo(1);
  }

  /** Two bakes of a film with other noise are no other films. */
  @Test
  void withSeveralFilmsTheIntervalIsOverFilms() {
    for (int film = 0; film < 2; film++) {
      bake(film, 0, 1, 0, 0);
      bake(film, 300, 1, -0.01 - 0.02 * film, 0);
      bake(film, 300, 2, -0.03 - 0.02 * film, 0);
    }
    Retention r = KindStatistics.of(PLAN, "film", List.of(film(""), film("")), readings, List.of());
    Bake hot = r.only().bakes().get(1);
    assertThat(hot.of()).isEqualTo(4);
    assertThat(hot.slope()).isCloseTo(-0.03, within(1e-12));
    // the means of the films are -0.02 and -0.04
    assertThat(hot.slopeHigh() - hot.slope()).isCloseTo(12.706 * 0.01, within(1e-5));
  }

  @Test
  void kindsStandApart() {
    bake(0, 0, 1, 0, 0);
    bake(0, 300, 1, 0, 0);
    bake(1, 0, 1, 0, 0);
    bake(1, 300, 1, -0.1, 0);
    List<Film> films = List.of(film("thickness 20 nm"), film("thickness 5 nm"));
    Retention r = KindStatistics.of(PLAN, "film", films, readings, List.of());
    assertThat(r.only()).isNull();
    assertThat(r.kinds())
        .extracting(k -> k.kind())
        .containsExactly("thickness 20 nm", "thickness 5 nm");
    assertThat(r.kinds().get(1).bakes().get(1).slope()).isCloseTo(-0.1, within(1e-12));
  }
}
