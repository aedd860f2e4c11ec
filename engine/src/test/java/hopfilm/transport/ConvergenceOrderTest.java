package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The potential converges with the square of the cell size where the solution is smooth. */
class ConvergenceOrderTest {
  private static final double SIZE = 1e-7;

  /**
   * m turns towards x on the way from left to right, p = 1.2 x: S_xx = 1 - 6/7 sin^2 p, and V falls
   * as the integral of 1/S_xx, that is sqrt(7) atan(tan(p)/sqrt(7)).
   */
  @Test
  void alongATwist() {
    double[] error = new double[3];
    for (int r = 0; r < 3; r++) {
      int n = 16 << r;
      Grid film = Grid.film(n, 3, SIZE / n, 1e-6);
      VectorField m = new VectorField(film);
      for (int c = 0; c < film.cells(); c++) {
        double p = 1.2 * (c % n + 0.5) / n;
        m.x()[c] = Math.sin(p);
        m.z()[c] = Math.cos(p);
      }
      CurrentFlow flow =
          new CurrentFlow(
              film, Conductances.STRONG, ElectrodeLayouts.sidesX(film), Parallel.SERIAL);
      Held held = flow.with(m);
      double[] v = new double[flow.potentialLength()];
      held.solve(new double[] {0, 1}, v, 1e-12);
      for (int i = 0; i <= n; i++) {
        double exact = twist(1.2 * i / n) / twist(1.2);
        error[r] = Math.max(error[r], Math.abs(v[i] - exact));
      }
    }
    assertSecondOrder(error);
  }

  private static double twist(double p) {
    return Math.atan(Math.tan(p) * Math.sqrt(7) / 7);
  }

  /**
   * m at 25 degrees in the plane. With s = 1/7 along m and 1 across, V = exp(eta) cos(sqrt(7) xi)
   * has div j = 0, xi along m and eta across it. Every corner on the rim is an electrode. The
   * electric field at the cell centres is of the same order.
   */
  @Test
  void obliqueInThePlane() {
    double[] error = new double[3];
    double[] fieldError = new double[3];
    double angle = Math.toRadians(25);
    for (int r = 0; r < 3; r++) {
      int n = 8 << r;
      Grid film = Grid.film(n, n, SIZE / n, 1e-6);
      List<Electrode> rim = new ArrayList<>();
      List<Double> voltages = new ArrayList<>();
      double[] exact = new double[(n + 1) * (n + 1)];
      for (int j = 0; j <= n; j++) {
        for (int i = 0; i <= n; i++) {
          double x = 1.0 * i / n;
          double y = 1.0 * j / n;
          double xi = x * Math.cos(angle) + y * Math.sin(angle);
          double eta = y * Math.cos(angle) - x * Math.sin(angle);
          exact[i + j * (n + 1)] = Math.exp(eta) * Math.cos(Math.sqrt(7) * xi);
          if (i == 0 || j == 0 || i == n || j == n) {
            rim.add(new Electrode("%d-%d".formatted(i, j), new Disc(x * SIZE, y * SIZE, 0)));
            voltages.add(exact[i + j * (n + 1)]);
          }
        }
      }
      CurrentFlow flow = new CurrentFlow(film, Conductances.STRONG, rim, Parallel.SERIAL);
      Held held = flow.with(VectorField.uniform(film, Math.cos(angle), Math.sin(angle), 0));
      double[] v = new double[flow.potentialLength()];
      held.solve(voltages.stream().mapToDouble(Double::doubleValue).toArray(), v, 1e-12);
      for (int k = 0; k < v.length; k++) {
        error[r] = Math.max(error[r], Math.abs(v[k] - exact[k]));
      }
      VectorField e = new VectorField(film);
      held.electricField(v, e);
      for (int c = 0; c < film.cells(); c++) {
        int i = c % n;
        int j = c / n;
        double x = (i + 0.5) / n;
        double y = (j + 0.5) / n;
        double xi = x * Math.cos(angle) + y * Math.sin(angle);
        double eta = y * Math.cos(angle) - x * Math.sin(angle);
        double alongM = Math.exp(eta) * Math.sqrt(7) * Math.sin(Math.sqrt(7) * xi);
        double across = -Math.exp(eta) * Math.cos(Math.sqrt(7) * xi);
        double fx = alongM * Math.cos(angle) - across * Math.sin(angle);
        double fy = alongM * Math.sin(angle) + across * Math.cos(angle);
        double off = Math.hypot(e.x()[c] * SIZE - fx, e.y()[c] * SIZE - fy);
        fieldError[r] = Math.max(fieldError[r], off);
      }
    }
    assertSecondOrder(error);
    assertSecondOrder(fieldError);
  }

  private static void assertSecondOrder(double[] error) {
    assertThat(error[1]).isGreaterThan(1e-7); // far above the solver's tolerance
    // 4 in the limit; terms of fourth order are still seen at these sizes
    assertThat(error[0] / error[1]).isBetween(3.6, 4.4);
    assertThat(error[1] / error[2]).isBetween(3.8, 4.2);
  }
}
