package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Combined;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts whose rims go through cells. */
class FittedContactsTest {

  private static final double SIZE = 1e-7;
  private static final double INNER = 0.31 * SIZE;
  private static final double OUTER = 0.87 * SIZE;

  private static CurrentFlow flow(Grid film, double hall, Electrode... contacts) {
    AmrConductivity conductivity = new AmrConductivity(1e-6, Conductances.STRONG.amr(), hall, true);
    return new CurrentFlow(film, conductivity, List.of(contacts), Parallel.SERIAL);
  }

  private static CurrentFlow quarterRing(int n) {
    Grid film = Grid.film(n, n, SIZE / n, 1e-6);
    Combined outside =
        new Combined(
            Combined.How.DIFFERENCE,
            List.of(new Rectangle(0, 0, SIZE, SIZE), new Disc(0, 0, OUTER)));
    return flow(film, 0, new Electrode("in", new Disc(0, 0, INNER)), new Electrode("out", outside));
  }

  /**
   * A quarter of a ring between its rims: G = (pi/2) d s / ln(b/a), and both rims are smooth and
   * meet the edges at right angles, so that nothing is singular. The error goes with the square of
   * the cell size, unevenly, as rims cross the cells elsewhere: order over a factor 8. Contacts of
   * whole corners miss it by the first power.
   */
  @Test
  void aRingIsRightToTheSquareOfTheCellSize() {
    double exact = 0.5 * Math.PI / Math.log(OUTER / INNER);
    double[] fitted = new double[4];
    double[] corners = new double[4];
    for (int r = 0; r < 4; r++) {
      CurrentFlow flow = quarterRing(16 << r);
      VectorField m = VectorField.uniform(flow.film(), 0, 0, 1);
      corners[r] = Math.abs(flow.with(m).conductanceMatrix().get(0, 0) / exact - 1);
      fitted[r] = Math.abs(flow.fitted().with(m).conductanceMatrix().get(0, 0) / exact - 1);
    }
    assertThat(Math.log(fitted[0] / fitted[3]) / Math.log(8)).isBetween(1.7, 2.5);
    assertThat(Math.log(corners[0] / corners[3]) / Math.log(8)).isBetween(0.6, 1.4);
    assertThat(fitted[1]).isLessThan(corners[1] / 10);
  }

  /** In a uniform field a cell that a rim leaves free by a share has that share of the heat. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void theHeatOfACutCellIsThatOfItsFreePart(double free) {
    Grid film = Grid.film(8, 3, 4e-9, 2e-8);
    VectorField m = VectorField.uniform(film, 0, 0, 1);
    double end = (2 - free) * 4e-9;
    CurrentFlow flow =
        flow(
                film,
                0,
                new Electrode("left", new Rectangle(0, 0, end, 12e-9)),
                new Electrode("right", new Rectangle(32e-9, 0, 32e-9, 12e-9)))
            .fitted();
    Held held = flow.with(m);
    double[] potential = new double[flow.potentialLength()];
    held.solve(new double[] {0.02, 0}, potential, 1e-12);
    double[] heat = new double[film.cells()];
    held.heat(potential, new VectorField(film), heat);
    double q = Math.pow(0.02 / (32e-9 - end), 2) / 1e-6;
    for (int j = 0; j < 3; j++) {
      assertThat(heat[film.index(0, j, 0)]).isCloseTo(0, within(1e-9 * q));
      assertThat(heat[film.index(1, j, 0)]).isCloseTo(free * q, within(1e-9 * q));
      assertThat(heat[film.index(5, j, 0)]).isCloseTo(q, within(1e-9 * q));
    }
  }

  /** Straight rims anywhere in their cells, upright or slanted, leave a uniform field as it is. */
  @Test
  void straightRimsAreExact() {
    Grid film = Grid.film(20, 8, SIZE / 20, 1e-6, Edges.OPEN, Edges.PERIODIC);
    double left = 0.2318 * SIZE;
    double right = 0.7846 * SIZE;
    CurrentFlow upright =
        flow(
                film,
                0,
                new Electrode("a", new Rectangle(0, 0, left, film.sizeY())),
                new Electrode("b", new Rectangle(right, 0, SIZE, film.sizeY())))
            .fitted();
    Held held = upright.with(VectorField.uniform(film, 0.6, 0.8, 0));
    double s = 1 + Conductances.STRONG.ratio() * 0.36;
    assertThat(held.conductanceMatrix().get(0, 0))
        .isCloseTo(s * film.sizeY() / (right - left), within(1e-9));
  }

  /** All laws of G hold as with whole corners: they are those of any elements. */
  @Test
  void lawsOfTheMatrixHold() {
    Grid film = Grid.film(24, 20, 4e-9, 1e-6);
    VectorField m = SmoothTexture.of(film, 3);
    Electrode[] contacts = {
      new Electrode("a", new Disc(0, 0, 30.7e-9)),
      new Electrode("b", new Disc(96e-9, 41e-9, 17.3e-9)),
      new Electrode(
          "c", new Polygon(new double[] {20e-9, 61e-9, 33e-9}, new double[] {70e-9, 75e-9, 91e-9}))
    };
    for (double hall : new double[] {0, 0.2}) {
      CurrentFlow flow = flow(film, hall, contacts).fitted();
      Held held = flow.with(m);
      double[][] g = held.conductanceMatrix().siemens();
      VectorField back = m.copy();
      for (int c = 0; c < 3; c++) {
        for (int i = 0; i < film.cells(); i++) {
          back.component(c)[i] = -m.component(c)[i];
        }
      }
      held = flow.with(back);
      double[][] turned = held.conductanceMatrix().siemens();
      for (int i = 0; i < 3; i++) {
        assertThat(g[i][0] + g[i][1] + g[i][2]).isCloseTo(0, within(1e-8));
        for (int j = 0; j < 3; j++) {
          assertThat(g[i][j]).isCloseTo(turned[j][i], within(1e-8)); // Onsager
        }
      }
      // a film whose resistivity has grown conducts less everywhere, in cut cells too
      double[] warm = new double[film.cells()];
      Arrays.fill(warm, 0.7);
      flow.conductivityFactor(warm);
      held = flow.with(back);
      double[][] less = held.conductanceMatrix().siemens();
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          assertThat(less[i][j]).isCloseTo(0.7 * turned[i][j], within(1e-8));
        }
      }
    }
  }
}
