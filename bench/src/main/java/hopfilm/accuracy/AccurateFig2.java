package hopfilm.accuracy;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import java.util.List;

/** The film of Fig. 2 while it begins to learn +-+-: energies E' of the seven patterns. */
final class AccurateFig2 extends AccurateFilm {

  private static final double[] TIMES = {1e-9, 2e-9};
  private static final double[][] PATTERNS = {
    {1, -1, 1, -1},
    {1, -1, -1, 1},
    {1, 1, -1, -1},
    {1, 1, 1, -1},
    {1, 1, -1, 1},
    {1, -1, 1, 1},
    {1, -1, -1, -1}
  };

  AccurateFig2() {
    super(
        "Fig. 2",
        "Film of Fig. 2, 400 nm, trained with +-+- at 50 mV: energies E' after 1 and 2 ns, root mean"
            + " square of the errors relative to the largest |E'|; exact: cells of 1.25 nm",
        List.of("E' of all patterns", "E' of +-+-", "margin"),
        400e-9,
        4.8e5,
        1.5e-7,
        1e-3);
  }

  @Override
  double[] solve(Discretisation scheme, double cell, Clock clock) {
    Magnet magnet = magnet(scheme, cell);
    VectorField m = relaxed(magnet);
    List<Electrode> contacts = ElectrodeLayouts.corners(magnet.grid(), 100e-9);
    double[][] before = conductances(m, contacts);
    TimeEvolution film = driven(magnet, m, contacts, 0.05, -0.05, 0.05, -0.05);
    double[] all = new double[PATTERNS.length * TIMES.length];
    for (int i = 0; i < TIMES.length; i++) {
      double end = TIMES[i];
      clock.time(
          () -> {
            film.runUntil(end);
            return film;
          });
      double[][] now = conductances(film.m(), contacts);
      for (int p = 0; p < PATTERNS.length; p++) {
        all[i * PATTERNS.length + p] = energy(now, before, PATTERNS[p]);
      }
    }
    return all;
  }

  private static double energy(double[][] now, double[][] before, double[] v) {
    double e = 0;
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        e -= (now[i][j] - before[i][j]) * v[i] * v[j];
      }
    }
    return e;
  }

  /** How far the trained pattern lies below the next at the end. */
  private static double margin(double[] e) {
    int last = e.length - PATTERNS.length;
    double other = Double.POSITIVE_INFINITY;
    for (int p = 1; p < PATTERNS.length; p++) {
      other = Math.min(other, e[last + p]);
    }
    return other - e[last];
  }

  @Override
  double[] errors(double[] found) {
    double[] exact = exact();
    double largest = 0;
    double all = 0;
    double trained = 0;
    for (int i = 0; i < found.length; i++) {
      largest = Math.max(largest, Math.abs(exact[i]));
      double square = Math.pow(found[i] - exact[i], 2);
      all += square / found.length;
      trained += i % PATTERNS.length == 0 ? square / TIMES.length : 0;
    }
    return new double[] {
      100 * Math.sqrt(all) / largest,
      100 * Math.sqrt(trained) / largest,
      100 * Math.abs(margin(found) - margin(exact)) / largest
    };
  }
}
