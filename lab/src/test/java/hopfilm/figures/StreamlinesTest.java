package hopfilm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamlinesTest {
  private static final Grid GRID = Grid.film(60, 60, 4e-9, 1e-6);
  private static final double DISTANCE = 20e-9;

  /** A current along +x gives lines along +x that run through the film and leave no gap. */
  @Test
  void uniformFieldGivesStraightLinesAtOneDistance() {
    List<Streamlines.Line> lines =
        Streamlines.of(VectorField.uniform(GRID, 3e11, 0, 0), 0, DISTANCE);
    // 240 nm hold 12 distances; the first line lies anywhere within one
    assertThat(lines).hasSizeBetween(12, 13);
    for (Streamlines.Line line : lines) {
      int n = line.x().length;
      assertThat(line.x()[n - 1] - line.x()[0]).isGreaterThan(230e-9);
      for (double y : line.y()) {
        assertThat(y).isCloseTo(line.y()[0], within(1e-15));
      }
    }
    double[] ys = lines.stream().mapToDouble(l -> l.y()[0]).sorted().toArray();
    for (int k = 1; k < ys.length; k++) {
      assertThat(ys[k] - ys[k - 1]).isCloseTo(DISTANCE, within(0.01 * DISTANCE));
    }
  }

  /** j = rot (psi z) is free of sources, and psi is constant along its lines. */
  @Test
  void linesFollowTheStreamFunction() {
    double k = 2 * Math.PI / GRID.sizeX();
    VectorField j = new VectorField(GRID);
    for (int i = 0; i < GRID.cells(); i++) {
      double x = (i % 60 + 0.5) * GRID.dx();
      double y = (Math.floorDiv(i, 60) + 0.5) * GRID.dy();
      j.x()[i] = Math.sin(k * x) * Math.cos(k * y);
      j.y()[i] = -Math.cos(k * x) * Math.sin(k * y);
    }
    List<Streamlines.Line> lines = Streamlines.of(j, 1e-6, DISTANCE);
    assertThat(lines).hasSizeGreaterThan(12);
    for (Streamlines.Line line : lines) {
      double first = Math.sin(k * line.x()[0]) * Math.sin(k * line.y()[0]);
      for (int i = 0; i < line.x().length; i++) {
        // linear interpolation on 60 cells: (k dx)^2 / 8 = 0.14 % a cell, over a turn of 60 cells
        assertThat(Math.sin(k * line.x()[i]) * Math.sin(k * line.y()[i]))
            .isCloseTo(first, within(0.03));
      }
    }
  }

  @Test
  void linesKeepApartAndOutOfWhatCarriesNoCurrent() {
    VectorField j = VectorField.uniform(GRID, 1, 0.5, 0);
    for (int i = 0; i < GRID.cells(); i++) {
      boolean hole = Math.hypot(i % 60 - 30, Math.floorDiv(i, 60) - 30) < 12;
      if (hole) {
        j.x()[i] = 0;
        j.y()[i] = 0;
      }
    }
    List<Streamlines.Line> lines = Streamlines.of(j, 1e-8, DISTANCE);
    for (int a = 0; a < lines.size(); a++) {
      Streamlines.Line line = lines.get(a);
      for (int i = 0; i < line.x().length; i++) {
        double r = Math.hypot(line.x()[i] - 122e-9, line.y()[i] - 122e-9);
        // the cells whose centres lie in the hole reach to at least its radius less half a diagonal
        assertThat(r).isGreaterThan(12 * 4e-9 - 3e-9);
        for (int b = 0; b < a; b++) {
          Streamlines.Line other = lines.get(b);
          for (int l = 0; l < other.x().length; l++) {
            assertThat(Math.hypot(line.x()[i] - other.x()[l], line.y()[i] - other.y()[l]))
                .isGreaterThanOrEqualTo(0.5 * DISTANCE);
          }
        }
      }
    }
  }

  @Test
  void noFieldGivesNoLines() {
    assertThat(Streamlines.of(new VectorField(GRID), 0, DISTANCE)).isEmpty();
  }
}
