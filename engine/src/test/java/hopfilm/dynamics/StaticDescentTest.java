package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import org.junit.jupiter.api.Test;

class StaticDescentTest {

  private static final Magnet MAGNET =
      new Magnet(Grid.film(40, 30, 4e-9, 1e-8), Films.chiral(1.72e5), Discretisation.COVARIANT);

  @Test
  void reachesTheEquilibriumOfDampedDynamics() {
    TimeEvolution evolution = new TimeEvolution(MAGNET, Numerics.standard(), Parallel.SERIAL);
    evolution.state(Textures.random(MAGNET.grid(), 11), 0);
    evolution.under(s -> s.withAlpha(0.5));
    evolution.runUntil(2e-9);
    VectorField descended = evolution.m();
    evolution.runUntil(40e-9);
    var outcome =
        new StaticDescent(MAGNET, KernelChoice.AUTO, Parallel.SERIAL)
            .relax(descended, 1e-6, 100_000);
    assertThat(outcome.converged()).isTrue();
    double expected = MAGNET.energies(evolution.m()).total();
    // 40 ns leave the dynamics a little above the minimum that the descent reaches
    assertThat(MAGNET.energies(descended).total())
        .isCloseTo(expected, within(1e-6 * Math.abs(expected)));
    assertThat(outcome.evaluations()).isLessThan(evolution.steps());
  }

  @Test
  void oneAndTwoThreadsGiveTheSameBits() {
    VectorField one = Textures.random(MAGNET.grid(), 4);
    VectorField two = one.copy();
    new StaticDescent(MAGNET, KernelChoice.AUTO, Parallel.SERIAL).relax(one, 1e-3, 500);
    try (Parallel pair = Parallel.of(2)) {
      new StaticDescent(MAGNET, KernelChoice.AUTO, pair).relax(two, 1e-3, 500);
    }
    assertThat(two.x()).isEqualTo(one.x());
    assertThat(two.z()).isEqualTo(one.z());
  }
}
