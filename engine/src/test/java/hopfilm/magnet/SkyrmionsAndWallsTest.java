package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.dynamics.StaticDescent;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.texture.TextureMeasures;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkyrmionsAndWallsTest {

  private static final double KU = 1.72e5;
  private static final double DC = 4 * Math.sqrt(Films.A * KU) / Math.PI;
  private static final Grid PERIODIC =
      Grid.film(64, 60, 2e-9, 1e-8, Edges.PERIODIC, Edges.PERIODIC);

  private static Magnet magnet(Grid grid, DmiKind dmi, double D) {
    Material a = Material.of(Films.MS, Films.A).withKu(KU).withD(D, dmi).withAlpha(0.3).withP(1);
    return new Magnet(grid, a, Discretisation.COVARIANT);
  }

  private static VectorField relaxed(Magnet magnet, VectorField start) {
    VectorField m = start.copy();
    assertThat(
            new StaticDescent(magnet, KernelChoice.PLAIN, Parallel.SERIAL)
                .relax(m, 1e-5, 100_000)
                .converged())
        .isTrue();
    return m;
  }

  /** Cells whose mz has the sign of the core. */
  private static long core(VectorField m, int polarity) {
    return Arrays.stream(m.z()).filter(z -> z * polarity > 0).count();
  }

  @ParameterizedTest
  @CsvSource({
    "BULK, 1, 1", "BULK, 1, -1", "BULK, -1, 1", "BULK, -1, -1",
    "INTERFACIAL, 1, 1", "INTERFACIAL, 1, -1", "INTERFACIAL, -1, 1", "INTERFACIAL, -1, -1"
  })
  void aSkyrmionIsNearEquilibriumAndOfTheLowerHandedness(DmiKind dmi, int hand, int polarity) {
    Magnet magnet = magnet(PERIODIC, dmi, hand * 0.8 * DC);
    SkyrmionProfile p = SkyrmionProfile.suggested(magnet.material());
    VectorField m =
        OneSkyrmion.at(PERIODIC, 64e-9, 60e-9, p.radius(), p.wallParameter(), dmi, hand, polarity);
    VectorField other =
        OneSkyrmion.at(PERIODIC, 64e-9, 60e-9, p.radius(), p.wallParameter(), dmi, -hand, polarity);
    assertThat(magnet.energies(m).dmi()).isNegative();
    assertThat(magnet.energies(other).dmi()).isPositive();
    // the tails reach past the open lattice of the charge
    assertThat(TextureMeasures.topologicalCharge(m)).isCloseTo(polarity, within(1e-3));
    VectorField end = relaxed(magnet, m);
    assertThat(TextureMeasures.topologicalCharge(end)).isCloseTo(polarity, within(1e-3));
    // the published profile is a fit of some per cent
    double uniform = magnet.energies(Textures.uniform(PERIODIC, 0, 0, 1)).total();
    double before = magnet.energies(m).total() - uniform;
    double after = magnet.energies(end).total() - uniform;
    assertThat(before).isCloseTo(after, within(0.05 * after));
    // and of a radius of five cells half a cell may be missing
    assertThat((double) core(m, polarity))
        .isCloseTo(core(end, polarity), within(0.25 * core(end, polarity)));
  }

  @Test
  void severalSkyrmionsHaveTheSumOfTheirChargesAndKeepTheirPlaces() {
    Magnet magnet = magnet(PERIODIC, DmiKind.BULK, 0.8 * DC);
    double[] x = {32e-9, 96e-9, 64e-9};
    double[] y = {30e-9, 30e-9, 90e-9};
    VectorField m = Textures.skyrmions(PERIODIC, x, y, 10e-9, 6e-9, DmiKind.BULK, 1, -1);
    assertThat(TextureMeasures.topologicalCharge(m)).isCloseTo(-3, within(1e-2));
    VectorField end = relaxed(magnet, m);
    assertThat(TextureMeasures.topologicalCharge(end)).isCloseTo(-3, within(1e-2));
    for (int s = 0; s < 3; s++) {
      int c = PERIODIC.index((int) (x[s] / 2e-9), (int) (y[s] / 2e-9), 0);
      assertThat(end.z()[c]).isLessThan(-0.8);
    }
  }

  @Test
  void aSkyrmionOnAPeriodicEdgeGoesRoundIt() {
    VectorField middle = OneSkyrmion.at(PERIODIC, 64e-9, 60e-9, 10e-9, 6e-9, DmiKind.BULK, 1, 1);
    VectorField edge = OneSkyrmion.at(PERIODIC, 0, 60e-9, 10e-9, 6e-9, DmiKind.BULK, 1, 1);
    for (int i = 0; i < 64; i++) {
      assertThat(edge.z()[PERIODIC.index((i + 32) % 64, 7, 0)])
          .isCloseTo(middle.z()[PERIODIC.index(i, 7, 0)], within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BULK, 1, 0", "BULK, -1, 0", "INTERFACIAL, 1, 0", "INTERFACIAL, -1, 0",
    "BULK, 1, 90", "INTERFACIAL, -1, 90", "BULK, 1, 30", "INTERFACIAL, 1, 30"
  })
  void aWallRunsFromUpToDownWithTheLowerHandedness(DmiKind dmi, int hand, double degrees) {
    Grid grid = Grid.film(60, 60, 2e-9, 1e-8);
    Magnet magnet = magnet(grid, dmi, hand * 0.8 * DC);
    double width = WallProfile.suggestedWidth(magnet.material());
    double angle = Math.toRadians(degrees);
    double position = 60e-9 * (Math.cos(angle) + Math.sin(angle));
    VectorField m = Textures.wall(grid, position, angle, width, dmi, hand);
    assertThat(m.z()[0]).isGreaterThan(0.99);
    assertThat(m.z()[grid.index(59, 59, 0)]).isLessThan(-0.99);
    // the energy of the continuum, -pi |D| per area, but for the length of the wall
    double area = 120e-9 * 1e-8 / Math.max(Math.cos(angle), Math.sin(angle));
    assertThat(magnet.energies(m).dmi())
        .isCloseTo(-Math.PI * 0.8 * DC * area, within(0.03 * Math.PI * 0.8 * DC * area));
    if (degrees != 30) {
      // straight across the film it stays, but for the twist of the free edges
      VectorField end = relaxed(magnet, m);
      assertThat(end.mean(2)).isCloseTo(m.mean(2), within(0.01));
      double most = 0;
      for (int c = 0; c < grid.cells(); c++) {
        most = Math.max(most, Math.abs(end.z()[c] - m.z()[c]));
      }
      assertThat(most).isLessThan(0.35);
    }
  }

  @Test
  void suggestionsFollowTheMaterial() {
    Material weak = magnet(PERIODIC, DmiKind.BULK, 0.8 * DC).material();
    double w0 = Math.sqrt(Films.A / KU);
    // R = w0 d/sqrt(1 - d^2): 4/3 at d = 0.8
    assertThat(SkyrmionProfile.suggested(weak).radius()).isCloseTo(4 / 3.0 * w0, within(1e-15));
    Material strong = magnet(PERIODIC, DmiKind.BULK, 1.7 * DC).material();
    double pitch = 4 * Math.PI * Films.A / (1.7 * DC);
    assertThat(SkyrmionProfile.suggested(strong).radius()).isCloseTo(pitch / 4, within(1e-15));
    for (double Ku : new double[] {-1e5, 0, 1e5}) {
      for (double D : new double[] {-3e-3, 0, 3e-3}) {
        Material any =
            Material.of(7e5, 1e-11).withKu(Ku).withD(D, DmiKind.BULK).withAlpha(0.3).withP(1);
        assertThat(SkyrmionProfile.suggested(any).radius()).isBetween(1e-9, 50e-9);
        assertThat(SkyrmionProfile.suggested(any).wallParameter()).isBetween(1e-9, 50e-9);
      }
    }
  }

  @Test
  void refusesWhatIsNoSkyrmion() {
    double[] one = {1e-8};
    assertThatThrownBy(() -> OneSkyrmion.at(PERIODIC, 0, 0, 0, 5e-9, DmiKind.BULK, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("radius");
    assertThatThrownBy(() -> OneSkyrmion.at(PERIODIC, 0, 0, 1e-8, 5e-9, DmiKind.BULK, 1, 2))
        .hasMessageContaining("polarity");
    assertThatThrownBy(
            () -> Textures.skyrmions(PERIODIC, one, new double[2], 1e-8, 5e-9, DmiKind.BULK, 1, 1))
        .hasMessageContaining("as many");
    assertThatThrownBy(() -> Textures.wall(PERIODIC, 0, 0, -1, DmiKind.BULK, 1))
        .hasMessageContaining("wall parameter");
  }
}
