package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElectrodesTest {
  private static final AmrConductivity SIGMA = new AmrConductivity(1.5e-7, 1.5);
  private static final Grid FILM = Grid.film(50, 40, 4e-9, 1e-6);

  private static CurrentFlow flow(Grid film, List<Electrode> electrodes) {
    return new CurrentFlow(film, SIGMA, electrodes, Parallel.SERIAL);
  }

  /** Corners at potential 1 when electrode e is at 1 V and the others at 0, before any current. */
  private static long corners(Grid film, List<Electrode> electrodes, int e) {
    CurrentFlow flow = flow(film, electrodes);
    Held held = flow.with(VectorField.uniform(film, 0, 0, 1));
    double[] voltages = new double[electrodes.size()];
    voltages[e] = 1;
    double[] v = new double[flow.potentialLength()];
    held.solve(voltages, v, 1e-10);
    return java.util.Arrays.stream(v).filter(x -> x == 1).count();
  }

  private static List<String> names(List<Electrode> electrodes) {
    return electrodes.stream().map(Electrode::name).toList();
  }

  @Test
  void namesOfTheLayouts() {
    assertThat(names(ElectrodeLayouts.corners(FILM, 2e-8))).containsExactly("n1", "n2", "n3", "n4");
    assertThat(names(ElectrodeLayouts.sidesX(FILM))).containsExactly("left", "right");
    assertThat(names(ElectrodeLayouts.sidesY(FILM))).containsExactly("bottom", "top");
    assertThat(names(ElectrodeLayouts.edgeCentres(FILM, 4e-8)))
        .containsExactly("left", "bottom", "right", "top");
    assertThat(names(ElectrodeLayouts.grid(FILM, 2, 3, 1e-8, 3e-8)))
        .containsExactly("n1", "n2", "n3", "n4", "n5", "n6");
  }

  @Test
  void placesOfTheLayouts() {
    List<Electrode> corners = ElectrodeLayouts.corners(FILM, 2e-8);
    assertThat(corners.get(1).shapes().get(0)).isEqualTo(new Disc(FILM.sizeX(), 0, 2e-8));
    assertThat(corners.get(3).shapes().get(0)).isEqualTo(new Disc(0, FILM.sizeY(), 2e-8));
    List<Electrode> grid = ElectrodeLayouts.grid(FILM, 2, 3, 1e-8, 3e-8);
    assertThat(grid.get(0).shapes().get(0).contains(3e-8, 1.3e-7, 1e-15)).isTrue(); // top left
    assertThat(grid.get(2).shapes().get(0).contains(1.7e-7, 1.3e-7, 1e-15)).isTrue(); // top right
    assertThat(grid.get(4).shapes().get(0).contains(1e-7, 3e-8, 1e-15)).isTrue(); // bottom middle
    Electrode one = ElectrodeLayouts.grid(FILM, 1, 2, 1e-8, 3e-8).get(0);
    assertThat(one.shapes().get(0).contains(3e-8, 8e-8, 1e-15)).isTrue();
  }

  /** Corners at a distance of exactly the radius belong to the disc, whatever rounding says. */
  @Test
  void rimBelongsToTheElectrode() {
    // Points of a square lattice with i, j >= 0 and i^2 + j^2 <= 25^2 (3-4-5 and 7-24-25 on it):
    // (N(25) - 1)/4 + 26 = 516, N(25) = 1961 the number in the whole disc (OEIS A000328)
    Grid film = Grid.film(100, 100, 4e-9, 1e-6);
    for (int e = 0; e < 4; e++) {
      assertThat(corners(film, ElectrodeLayouts.corners(film, 100e-9), e)).isEqualTo(516);
    }
    assertThat(corners(FILM, ElectrodeLayouts.sidesX(FILM), 1)).isEqualTo(41);
    assertThat(corners(FILM, ElectrodeLayouts.sidesY(FILM), 1)).isEqualTo(51);
    assertThat(corners(FILM, ElectrodeLayouts.edgeCentres(FILM, 80e-9), 2)).isEqualTo(21);
  }

  @Test
  void electrodeReachesAcrossAPeriodicEdge() {
    Grid film = Grid.film(50, 40, 4e-9, 1e-6, Edges.PERIODIC, Edges.OPEN);
    List<Electrode> electrodes =
        List.of(
            new Electrode("a", new Disc(0, 80e-9, 8e-9)),
            new Electrode("b", new Disc(100e-9, 80e-9, 8e-9)));
    assertThat(corners(film, electrodes, 0)).isEqualTo(13); // i^2 + j^2 <= 4
  }

  @Test
  void refusesElectrodesThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow(FILM, ElectrodeLayouts.corners(FILM, 100e-9)))
        .withMessageContaining("'n1' and 'n2'")
        .withMessageContaining("overlap");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                flow(
                    FILM,
                    List.of(
                        new Electrode("in", new Disc(0, 0, 1e-8)),
                        new Electrode("between", new Disc(102e-9, 82e-9, 1e-9)))))
        .withMessageContaining("'between' touches no cell corner");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow(FILM, List.of(new Electrode("lonely", new Disc(0, 0, 1e-8)))))
        .withMessageContaining("at least two")
        .withMessageContaining("'lonely'");
    assertThatIllegalArgumentException().isThrownBy(() -> flow(FILM, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                flow(
                    FILM,
                    List.of(
                        new Electrode("a", new Disc(0, 0, 1e-8)),
                        new Electrode("a", new Rectangle(1e-7, 1e-7, 1.2e-7, 1.2e-7)))))
        .withMessageContaining("'a'");
    Grid ring = Grid.film(50, 40, 4e-9, 1e-6, Edges.PERIODIC, Edges.OPEN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow(ring, ElectrodeLayouts.sidesX(ring)))
        .withMessageContaining("'left' and 'right' overlap");
  }

  @Test
  void refusesWhatIsNotAFilm() {
    Grid deep = new Grid(20, 20, 2, 4e-9, 4e-9, 4e-9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow(FILM, ElectrodeLayouts.sidesX(FILM)).with(new VectorField(deep)))
        .withMessageContaining("20 x 20 x 2");
  }

  @Test
  void refusesWrongVoltagesAndTextures() {
    CurrentFlow flow = flow(FILM, ElectrodeLayouts.sidesX(FILM));
    double[] v = new double[flow.potentialLength()];
    Held held = flow.with(VectorField.uniform(FILM, 0, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> held.solve(new double[] {1, 0, 1}, v, 1e-6))
        .withMessageContaining("3 values for 2 electrodes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> held.solve(new double[] {1, Double.NaN}, v, 1e-6))
        .withMessageContaining("'right'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> held.solve(new double[] {1, 0}, new double[7], 1e-6));
    VectorField broken = VectorField.uniform(FILM, 0, 0, 1);
    broken.x()[77] = Double.NaN;
    Held dark = flow.with(broken);
    assertThatIllegalStateException()
        .isThrownBy(() -> dark.solve(new double[] {1, 0}, v, 1e-6))
        .withMessageContaining("not a number");
  }

  @Test
  void conductivity() {
    // a = 1.5: rho_par = 7 rho_perp
    assertThat(SIGMA.sPerp() + SIGMA.sDelta()).isCloseTo(SIGMA.sPerp() / 7, percent(1e-12));
    // a = 8 % of permalloy: rho_par/rho_perp = 1.04/0.96
    AmrConductivity permalloy = new AmrConductivity(2e-7, 0.08);
    assertThat(1 / (permalloy.sPerp() + permalloy.sDelta()))
        .isCloseTo(2e-7 * 1.04 / 0.96, percent(1e-12));
    for (double amr : new double[] {2, -2, 3, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new AmrConductivity(1e-7, amr))
          .withMessageContaining("200 %");
    }
    for (double rho : new double[] {0, -1e-7, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new AmrConductivity(rho, 1.5))
          .withMessageContaining("Ohm m");
    }
  }

  private static org.assertj.core.data.Percentage percent(double relative) {
    return org.assertj.core.data.Percentage.withPercentage(100 * relative);
  }
}
