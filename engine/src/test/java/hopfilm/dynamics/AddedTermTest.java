package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.EnergyTerm;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The anisotropy as a term from outside is the anisotropy of the material. */
class AddedTermTest {

  private static final double KU = 1.72e5;
  private static final double BOUND = 2 * KU / (4e-7 * Math.PI * Films.MS);

  private final Grid grid = Grid.film(20, 12, 4e-9, 1e-6);
  private final Magnet own = new Magnet(grid, Films.chiral(KU), Discretisation.COVARIANT);
  private final EnergyTerm anisotropy =
      own.terms().stream().filter(t -> t.name().equals("anisotropy")).findFirst().orElseThrow();
  private final Magnet added =
      new Magnet(grid, Films.chiral(0), Discretisation.COVARIANT).withTerm(anisotropy, BOUND);

  private VectorField after(Magnet magnet, Integrator integrator) {
    // beside another term each stage has its own demagnetising field
    Numerics numerics =
        new Numerics(
            integrator,
            Coupling.adaptive(),
            KernelChoice.AUTO,
            Numerics.TOLERANCE,
            DemagRate.EVERY_STAGE);
    TimeEvolution film = new TimeEvolution(magnet, numerics, Parallel.SERIAL);
    film.state(Textures.random(grid, 2), 0);
    film.under(s -> s.withAlpha(0.2));
    film.runUntil(5e-12);
    return film.m();
  }

  private static void assertSame(VectorField a, VectorField b, double tolerance) {
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.grid().cells(); i++) {
        assertThat(a.component(c)[i]).isCloseTo(b.component(c)[i], within(tolerance));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void movesAsTheAnisotropyOfTheMaterialDoes(Integrator integrator) {
    // the same steps, as the bounds are the same: rounding, which a maze from noise amplifies
    assertSame(after(added, integrator), after(own, integrator), 1e-9);
  }

  @Test
  void movesSoBesideADemagnetisingFieldToo() {
    assertSame(
        after(added.withDemag(DemagKind.ON), Integrator.RK4),
        after(own.withDemag(DemagKind.ON), Integrator.RK4),
        1e-9);
  }

  @Test
  void countsInEnergyAndField() {
    VectorField m = Textures.random(grid, 7);
    double total = own.energies(m).total();
    assertThat(added.energies(m).total()).isCloseTo(total, within(1e-12 * Math.abs(total)));
    assertThat(added.energies(m).added()).isEqualTo(own.energies(m).anisotropy());
    // sums of fields of some 1e6 A/m in another order
    assertSame(added.field(m), own.field(m), 1e-8);
  }

  @Test
  void relaxesToTheSameEquilibrium() {
    VectorField a = Textures.random(grid, 4);
    VectorField b = a.copy();
    new StaticDescent(added, KernelChoice.AUTO, Parallel.SERIAL).relax(a, 1e-5, 20);
    new StaticDescent(own, KernelChoice.AUTO, Parallel.SERIAL).relax(b, 1e-5, 20);
    assertSame(a, b, 1e-7);
  }

  @Test
  void aBoundThatIsNoneIsRefused() {
    assertThatThrownBy(() -> added.withTerm(anisotropy, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("anisotropy");
  }
}
