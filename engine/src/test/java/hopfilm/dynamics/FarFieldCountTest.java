package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.units.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the demagnetising field is computed. */
class FarFieldCountTest {

  /** A wider tolerance: what m may be off after 1 ns, and fewer fields than the default takes. */
  @Test
  void widerToleranceTakesFewerFields() {
    Magnet magnet = FarFieldTest.film(0.3, 1, 2e-9);
    VectorField m = FarFieldTest.settled(magnet);
    VectorField every =
        FarFieldTest.after(magnet, DemagRate.EVERY_STAGE, m, 1, film -> film.runUntil(1e-9));
    Numerics wide =
        new Numerics(
            Integrator.RK4,
            Coupling.adaptive(),
            KernelChoice.AUTO,
            Numerics.TOLERANCE,
            DemagRate.ADAPTIVE,
            1e-4);
    TimeEvolution film = new TimeEvolution(magnet, wide, Parallel.SERIAL);
    film.state(m, 0);
    film.runUntil(1e-9);
    assertThat(FarFieldTest.distance(film.m(), every)).isLessThan(1e-4);
    assertThat(fields(magnet, Numerics.standard(), 0.01)).isBetween(3.0, 3.5);
    assertThat(fields(magnet, wide, 0.01)).isGreaterThan(4.5);
    // order 3 is stable in two steps, 2 in three, and none in the default's two
    assertThat(fields(magnet, Numerics.standard(), 0.137)).isBetween(1.6, 2.0);
    assertThat(fields(magnet, wide, 0.137)).isBetween(2.2, 3.0);
    assertThat(fields(magnet, Numerics.standard(), 0.15)).isEqualTo(1);
  }

  /** Rounding is no motion. */
  @Test
  void singlePrecisionTakesNoMoreFields() {
    Magnet magnet = FarFieldTest.film(0.3, 1).withDemag(DemagKind.ON, FourierLoops.FLOAT);
    assertThat(fields(magnet, Numerics.standard(), 0.137)).isBetween(1.6, 2.0);
  }

  /** Steps for each field over 60 steps of a film that turns slowly; theta is gamma0 Ms dt. */
  private static double fields(Magnet magnet, Numerics numerics, double theta) {
    FarField far = far(magnet, numerics);
    double dt = theta / (Constants.GAMMA0 * 7e5);
    PaddedField m = new PaddedField(new PaddedLayout(magnet.grid(), magnet.bonds().reach()));
    int fields = 0;
    for (int step = 0; step < 60; step++) {
      boolean isAhead = far.begin(turned(m, magnet, step), step * dt, dt);
      if (!isAhead || far.end(turned(m, magnet, step + 1), (step + 1) * dt, false)) {
        fields++;
      }
    }
    return 60.0 / fields;
  }

  private static PaddedField turned(PaddedField m, Magnet magnet, int step) {
    double angle = 1e-3 * step;
    m.pack(VectorField.uniform(magnet.grid(), Math.sin(angle), 0, Math.cos(angle)));
    return m;
  }

  private static FarField far(Magnet magnet, Numerics numerics) {
    PaddedLayout layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    FarField far =
        FarField.of(
            (AddedFieldKernel)
                LlgEquation.motion(
                    magnet, layout, KernelChoice.PLAIN, AddedFieldKernel.Fields.NONE),
            numerics,
            Parallel.SERIAL);
    far.forget();
    return far;
  }

  /**
   * After a start and after a step in which m went where no polynomial said, three steps have a
   * field at each stage; a small film in a large box is not diluted by empty cells.
   */
  @ParameterizedTest
  @ValueSource(ints = {24, 200})
  void whatWasMissedIsFollowedByFieldsAtEachStage(int nx) {
    Grid grid = Grid.film(nx, 20, 4e-9, 12e-9);
    Material a =
        Material.of(7e5, 1e-11)
            .withKu(4e5)
            .withD(1.5e-3, DmiKind.INTERFACIAL)
            .withAlpha(0.3)
            .withP(1);
    CellMask small = CellMask.full(grid).within(new Rectangle(0, 0, 48e-9, 80e-9));
    Magnet magnet =
        new Magnet(grid, a.within(small), Discretisation.STANDARD).withDemag(DemagKind.ON);
    FarField far = far(magnet, FarFieldTest.numerics(DemagRate.ADAPTIVE, KernelChoice.PLAIN));
    double dt = 0.15 / (Constants.GAMMA0 * 7e5); // too long for two steps
    PaddedField m = new PaddedField(new PaddedLayout(grid, magnet.bonds().reach()));
    VectorField up = VectorField.uniform(grid, 0, 0, 1);
    m.pack(FarFieldTest.clipped(small, up));
    StringBuilder ahead = new StringBuilder();
    for (int step = 0; step < 12; step++) {
      boolean isAhead = far.begin(m, step * dt, dt);
      ahead.append(isAhead ? 'a' : '.');
      if (step == 6) {
        // Nxx is some 0.2, so that the field changes by 0.002 of Ms: twice what may be missed, and
        // half of it by a mean over the whole of the larger box
        m.pack(
            FarFieldTest.clipped(small, VectorField.uniform(grid, 0.01, 0, Math.sqrt(1 - 1e-4))));
      }
      if (isAhead) {
        far.end(m, (step + 1) * dt, false);
      }
    }
    assertThat(ahead.toString()).isEqualTo("...aaaa...aa");
  }
}
