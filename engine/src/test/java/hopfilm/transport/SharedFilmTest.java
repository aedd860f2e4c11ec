package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows that take turns with the arrays of one film, and conductances from few potentials. */
class SharedFilmTest {
  private static final AmrConductivity SIGMA = new AmrConductivity(1.5e-7, 1.5);
  private static final Grid FILM = new Grid(70, 50, 1, 4e-9, 4e-9, 2e-7);

  private static CurrentFlow corners() {
    return new CurrentFlow(FILM, SIGMA, ElectrodeLayouts.corners(FILM, 50e-9), Parallel.SERIAL);
  }

  private static CurrentFlow sides() {
    return new CurrentFlow(FILM, SIGMA, ElectrodeLayouts.sidesX(FILM), Parallel.SERIAL);
  }

  private static void same(ConductanceMatrix a, ConductanceMatrix b) {
    for (int i = 0; i < a.size(); i++) {
      // the same sums in the same order: to the bit
      assertThat(a.siemens()[i]).containsExactly(b.siemens()[i]);
    }
  }

  @Test
  void turnsDoNotShowInResults() {
    VectorField one = ConductanceLawsTest.rough(FILM, 1);
    VectorField two = ConductanceLawsTest.rough(FILM, 2);
    CurrentFlow first = corners();
    CurrentFlow second = first.between(ElectrodeLayouts.sidesX(FILM));
    for (VectorField m : List.of(one, two, one)) {
      ConductanceMatrix ofFirst = first.with(m).conductanceMatrix();
      ConductanceMatrix ofSecond = second.with(m).conductanceMatrix();
      first.forget();
      second.forget();
      CurrentFlow aloneFirst = corners();
      same(ofFirst, aloneFirst.with(m).conductanceMatrix());
      CurrentFlow aloneSecond = sides();
      same(ofSecond, aloneSecond.with(m).conductanceMatrix());
    }
  }

  @Test
  void anotherFlowsTextureIsNotMistakenForItsOwn() {
    CurrentFlow first = corners();
    Held firstHeld = first.with(ConductanceLawsTest.rough(FILM, 1));
    CurrentFlow second = first.between(ElectrodeLayouts.sidesX(FILM));
    second.with(ConductanceLawsTest.rough(FILM, 2));
    assertThatThrownBy(firstHeld::conductanceMatrix)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another magnetisation");
  }

  /** Where a mask leaves different parts without current for different electrodes. */
  @Test
  void turnsOnAFilmOfTwoParts() {
    boolean[] inside = new boolean[FILM.cells()];
    for (int c = 0; c < inside.length; c++) {
      int i = c % FILM.nx();
      inside[c] = i < 30 || i > 40;
    }
    CellMask mask = CellMask.of(FILM, inside);
    List<Electrode> left =
        List.of(
            new Electrode("a", new Disc(20e-9, 20e-9, 20e-9)),
            new Electrode("b", new Disc(100e-9, 180e-9, 20e-9)));
    List<Electrode> right =
        List.of(
            new Electrode("c", new Disc(260e-9, 20e-9, 20e-9)),
            new Electrode("d", new Rectangle(180e-9, 180e-9, 270e-9, 200e-9)));
    VectorField m = ConductanceLawsTest.rough(FILM, 3);
    mask.clear(m);
    CurrentFlow first =
        new CurrentFlow(FILM, mask, SIGMA, left, Parallel.SERIAL, KernelChoice.PLAIN);
    CurrentFlow second = first.between(right);
    first.with(m).conductanceMatrix();
    ConductanceMatrix g = second.with(m).conductanceMatrix();
    CurrentFlow alone =
        new CurrentFlow(FILM, mask, SIGMA, right, Parallel.SERIAL, KernelChoice.PLAIN);
    Held aloneHeld = alone.with(m);
    assertThat(g.get(0, 0)).isPositive();
    same(g, aloneHeld.conductanceMatrix());
  }

  /** The heat is least for the true potential, so the error of G is the square of V's. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-2, 1e-3, 1e-4, 1e-5})
  void errorsAreOfSecondOrder(double tolerance) {
    for (int seed = 1; seed <= 3; seed++) {
      CurrentFlow flow = corners();
      Held held = flow.with(ConductanceLawsTest.rough(FILM, seed));
      ConductanceMatrix quick = held.conductanceMatrix(tolerance);
      flow.forget();
      ConductanceMatrix exact = held.conductanceMatrix();
      double largest = 0;
      double off = 0;
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          largest = Math.max(largest, Math.abs(exact.get(i, j)));
          off = Math.max(off, Math.abs(exact.get(i, j) - quick.get(i, j)));
          // computed once
          assertThat(quick.get(i, j)).isEqualTo(quick.get(j, i));
        }
      }
      // the field is right to about a fifth of the tolerance; 1e-11 is what exact itself leaves
      assertThat(off / largest).isLessThan(tolerance * tolerance + 1e-11);
      assertThat(quick.rowSumError()).isLessThan(1e-15); // rounding of a sum of four
    }
  }

  /** Electrodes that no film connects have exactly no conductance. */
  @Test
  void partsOfTheFilmStayApart() {
    boolean[] inside = new boolean[FILM.cells()];
    for (int c = 0; c < inside.length; c++) {
      int i = c % FILM.nx();
      inside[c] = i < 30 || i > 40;
    }
    CellMask mask = CellMask.of(FILM, inside);
    VectorField m = ConductanceLawsTest.rough(FILM, 4);
    mask.clear(m);
    CurrentFlow flow =
        new CurrentFlow(
            FILM,
            mask,
            SIGMA,
            ElectrodeLayouts.corners(FILM, 50e-9),
            Parallel.SERIAL,
            KernelChoice.PLAIN);
    Held held = flow.with(m);
    ConductanceMatrix quick = held.conductanceMatrix(1e-6);
    flow.forget();
    ConductanceMatrix exact = held.conductanceMatrix();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double off = Math.abs(quick.get(i, j) - exact.get(i, j));
        assertThat(off).isLessThan(1e-11 * exact.get(0, 0));
        boolean connected = (i == 0 || i == 3) == (j == 0 || j == 3);
        assertThat(quick.get(i, j) != 0).isEqualTo(connected);
      }
    }
  }
}
