package hopfilm.accuracy;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.transport.ElectrodeLayouts;
import java.util.List;

/** The film of Fig. 1 in its first nanoseconds under a current: conductances along and across. */
final class AccurateFig1 extends AccurateFilm {

  private static final double[] TIMES = {0.5e-9, 1e-9, 1.5e-9, 2e-9};

  AccurateFig1() {
    super(
        "Fig. 1",
        "Film of Fig. 1, 400 nm, Ku 480 kJ/m^3, wall parameter 4.6 nm, 50 mV: conductances after 0.5, 1, 1.5"
            + " and 2 ns, root mean square of the errors; exact: cells of 1.25 nm",
        List.of("gx and gy", "gx", "gy"),
        400e-9,
        4.8e5,
        6e-8,
        1e-3);
  }

  @Override
  double[] solve(Discretisation scheme, double cell, Clock clock) {
    Magnet magnet = magnet(scheme, cell);
    VectorField m = relaxed(magnet);
    TimeEvolution film = driven(magnet, m, ElectrodeLayouts.sidesX(magnet.grid()), 0.05, 0);
    double[] all = new double[2 * TIMES.length];
    for (int i = 0; i < TIMES.length; i++) {
      double end = TIMES[i];
      clock.time(
          () -> {
            film.runUntil(end);
            return film;
          });
      System.arraycopy(alongAndAcross(film.m()), 0, all, 2 * i, 2);
    }
    return all;
  }

  @Override
  double[] errors(double[] found) {
    double[] exact = exact();
    double[] square = new double[2];
    for (int i = 0; i < found.length; i++) {
      square[i % 2] += Math.pow(found[i] - exact[i], 2) / TIMES.length;
    }
    return new double[] {
      100 * Math.sqrt(0.5 * (square[0] + square[1])),
      100 * Math.sqrt(square[0]),
      100 * Math.sqrt(square[1])
    };
  }
}
