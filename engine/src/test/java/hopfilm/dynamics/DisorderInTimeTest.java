package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Grains;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.PinningSites;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Grains, pinning sites and frozen cells in motion. */
class DisorderInTimeTest {

  private static Material granular(Grid grid, DmiKind dmi, double spread, double tilt) {
    Material a =
        Material.of(Films.MS, Films.A)
            .withKu(1.72e5)
            .withD(Films.D, dmi)
            .withAlpha(0.3)
            .withP(1)
            .withXi(0.1);
    Grains grains = Grains.voronoi(grid, 20e-9, 4);
    return new Material(
        a.Ms(),
        a.A(),
        new Material.Anisotropy(
            grains.vary(Grains.Property.KU, a.Ku(), spread),
            grains.tilt((EasyAxis.Uniform) a.axis(), tilt)),
        new Material.Chirality(grains.vary(Grains.Property.D, a.D(), spread), dmi),
        a.alpha(),
        a.torques());
  }

  private static VectorField after(Magnet magnet, Integrator integrator, VectorField m) {
    Numerics numerics = new Numerics(integrator, Coupling.adaptive(), KernelChoice.AUTO);
    TimeEvolution evolution = new TimeEvolution(magnet, numerics, Parallel.SERIAL);
    evolution.state(m, 0);
    Drift drift = new Drift(evolution.layout(), 0);
    java.util.Arrays.fill(drift.start().x(), 150);
    evolution.under(s -> s.withDrift(drift));
    evolution.runUntil(5e-11);
    return evolution.m();
  }

  @Test
  void grainsWithoutSpreadGiveTheBitsOfNone() {
    Grid grid = Grid.film(30, 20, 4e-9, 1e-8);
    Material none =
        Material.of(Films.MS, Films.A)
            .withKu(1.72e5)
            .withD(Films.D, DmiKind.BULK)
            .withAlpha(0.3)
            .withP(1)
            .withXi(0.1);
    VectorField m = Textures.random(grid, 2);
    VectorField f = after(new Magnet(grid, none, Discretisation.COVARIANT), Integrator.RK4, m);
    Material zero = granular(grid, DmiKind.BULK, 0, 0);
    VectorField g = after(new Magnet(grid, zero, Discretisation.COVARIANT), Integrator.RK4, m);
    Material some = granular(grid, DmiKind.BULK, 0.1, 0.1);
    VectorField h = after(new Magnet(grid, some, Discretisation.COVARIANT), Integrator.RK4, m);
    for (int c = 0; c < 3; c++) {
      assertThat(g.component(c)).isEqualTo(f.component(c));
      assertThat(h.component(c)).isNotEqualTo(f.component(c));
    }
  }

  @ParameterizedTest
  @EnumSource(DmiKind.class)
  void kernelHasTheFieldOfTheTerms(DmiKind dmi) {
    Grid grid = Grid.film(23, 17, 4e-9, 1e-8, Edges.PERIODIC, Edges.OPEN);
    for (Discretisation d : Discretisation.values()) {
      Magnet magnet = new Magnet(grid, granular(grid, dmi, 0.2, 0.2), d);
      VectorField m = Textures.random(grid, 5);
      VectorField h = magnet.field(m);
      PaddedLayout layout = new PaddedLayout(grid, magnet.bonds().reach());
      LlgKernel kernel = LlgEquation.descent(magnet, layout, KernelChoice.AUTO);
      PaddedField in = new PaddedField(layout);
      in.pack(m);
      kernel.fillGhosts(in);
      PaddedField out = new PaddedField(layout);
      kernel.rightHandSide(in, null, 0, out, 0, layout.rows());
      VectorField f = new VectorField(grid);
      out.unpack(f);
      for (int i = 0; i < grid.cells(); i++) {
        double mh = m.x()[i] * h.x()[i] + m.y()[i] * h.y()[i] + m.z()[i] * h.z()[i];
        for (int c = 0; c < 3; c++) {
          double expected = h.component(c)[i] - mh * m.component(c)[i];
          // fields are up to 1e7 A/m, rounding of about sixty operations
          assertThat(f.component(c)[i]).isCloseTo(expected, within(1e-6));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void frozenCellsKeepTheirBitsAndOthersMove(Integrator integrator) {
    Grid grid = Grid.film(24, 16, 4e-9, 1e-8);
    PinningSites sites = PinningSites.random(grid, 1e15, 10e-9, 3);
    for (DemagKind demag : DemagKind.values()) {
      Magnet magnet =
          new Magnet(grid, Films.chiral(1.72e5), Discretisation.COVARIANT)
              .withDemag(demag)
              .withFrozen(sites.inside());
      VectorField m = Textures.random(grid, 6);
      VectorField f = after(magnet, integrator, m);
      int held = 0;
      for (int i = 0; i < grid.cells(); i++) {
        boolean same = f.x()[i] == m.x()[i] && f.y()[i] == m.y()[i] && f.z()[i] == m.z()[i];
        assertThat(same).isEqualTo(sites.inside()[i]);
        held += same ? 1 : 0;
      }
      assertThat(held).isBetween(30, 250);
    }
  }

  @Test
  void descentLeavesFrozenCellsAndSettlesTheRest() {
    Grid grid = Grid.film(20, 20, 4e-9, 1e-8);
    PinningSites sites = PinningSites.random(grid, 1e15, 8e-9, 8);
    Magnet free = new Magnet(grid, Films.chiral(1.72e5), Discretisation.COVARIANT);
    Magnet magnet = free.withFrozen(sites.inside());
    VectorField start = Textures.random(grid, 1);
    VectorField m = start.copy();
    var outcome =
        new StaticDescent(magnet, KernelChoice.AUTO, Parallel.SERIAL).relax(m, 1e-6, 20_000);
    assertThat(outcome.converged()).isTrue();
    VectorField h = magnet.field(m);
    double frozenTorque = 0;
    for (int i = 0; i < grid.cells(); i++) {
      double tx = m.y()[i] * h.z()[i] - m.z()[i] * h.y()[i];
      double ty = m.z()[i] * h.x()[i] - m.x()[i] * h.z()[i];
      double tz = m.x()[i] * h.y()[i] - m.y()[i] * h.x()[i];
      double torque = Math.hypot(Math.hypot(tx, ty), tz) / Films.MS;
      if (sites.inside()[i]) {
        frozenTorque = Math.max(frozenTorque, torque);
        assertThat(m.x()[i]).isEqualTo(start.x()[i]);
        assertThat(m.z()[i]).isEqualTo(start.z()[i]);
      } else {
        // the limit asked for, plus rounding of the field
        assertThat(torque).isLessThan(2e-6);
      }
    }
    assertThat(frozenTorque).isGreaterThan(0.01);
    // held cells cost energy
    VectorField released = m.copy();
    new StaticDescent(free, KernelChoice.AUTO, Parallel.SERIAL).relax(released, 1e-6, 20_000);
    assertThat(free.energies(released).total()).isLessThan(magnet.energies(m).total());
  }

  /**
   * A Bloch wall across a strip, its core in a line of weaker anisotropy K(1 - w): below a
   * threshold of the drift velocity it stays, above it leaves.
   */
  @Test
  void wallIsHeldBelowAThresholdAndLeavesAbove() {
    assertThat(displacement(0.3, 10)).isLessThan(8e-9);
    assertThat(displacement(0.3, 250)).isGreaterThan(40e-9);
    // without pinning the slow one moves: v = u xi/alpha = 10 m/s for 4 ns
    assertThat(displacement(0, 10)).isCloseTo(40e-9, within(4e-9));
  }

  /** How far the wall moves along -u in 4 ns [m]. */
  private static double displacement(double weakening, double u) {
    Grid grid = Grid.film(160, 1, 2e-9, 1e-8, Edges.OPEN, Edges.PERIODIC);
    double ku = 5e5;
    ScalarField field = new ScalarField(grid);
    for (int i = 0; i < 160; i++) {
      field.values()[i] = Math.abs(i - 119.5) < 4 ? ku * (1 - weakening) : ku;
    }
    Material a =
        Material.of(Films.MS, Films.A)
            .withKu(ku)
            .withD(0.3e-3, DmiKind.BULK)
            .withAlpha(0.2)
            .withP(1)
            .withXi(0.2);
    Material pinned =
        new Material(
            a.Ms(),
            a.A(),
            new Material.Anisotropy(Parameter.of(field), a.axis()),
            new Material.Chirality(a.D(), a.dmi()),
            a.alpha(),
            new Material.Torques(1, 0.2));
    Magnet magnet = new Magnet(grid, pinned, Discretisation.COVARIANT);
    VectorField m = Textures.wall(grid, 240e-9, 0, 4.5e-9, DmiKind.BULK, 1);
    TimeEvolution evolution = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    evolution.state(m, 0);
    evolution.runUntil(0.5e-9);
    double before = evolution.m().mean(2);
    Drift drift = new Drift(evolution.layout(), 0);
    java.util.Arrays.fill(drift.start().x(), u);
    evolution.under(s -> s.withDrift(drift));
    evolution.runUntil(4.5e-9);
    // each cell that turns round changes the sum of m_z by 2
    return Math.abs(evolution.m().mean(2) - before) / 2 * grid.sizeX();
  }
}
