package hopfilm.transport;

import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.Electrode.Drive;
import java.io.IOException;
import java.util.List;

/**
 * Finds the voltages v on the film that make each electrode obey what is given there:
 *
 * <pre>
 *   v + R I = V   where a voltage V drives, behind a contact resistance R
 *   I = I_given   where a current drives,   I = 0 where the electrode floats
 * </pre>
 *
 * <p>Exact v need G, that is N solutions. Instead G is estimated: each solution for a v shows I,
 * the estimate is corrected so that it yields it (Broyden's rank-one update,
 * doi:10.1090/S0025-5718-1965-0198670-6), and the estimate says which change of v makes up for what
 * is missing ({@link OperatingPoint}).
 *
 * <p>The potentials P_k of unit voltages that come with the estimate serve twice. What a solution
 * leaves over at the corners, K V, shifts the sum of currents over an electrode to first order, but
 * I_k = P_k.K V only by the error of P_k. And with v the potential changes by sum dv_k P_k, so that
 * the next solution starts close to its end. A P_k of an older texture costs iterations alone.
 */
final class ContactVoltages {
  /** After this many corrections the estimate is made anew; after three times as many they end. */
  private static final int PATIENCE = 6;

  /** With more corrections than these the estimate is made anew before the next solution. */
  private static final int FEW = 2;

  private static final double ROUGH = 1e-4;

  /** Currents that add up to this part of the largest are balanced. */
  private static final double BALANCED = 1e-6;

  private final FilmPotential film;
  private final List<Electrode> electrodes;
  private final ContactResistances contacts;
  private final UnitPotentials units;
  private final double[] ohm; // 0 where nothing flows
  private final Drive[] drives; // of the values at hand
  private final int[][] groups;
  private double[][] estimate; // of the film's G [S]
  private boolean isStale;

  /**
   * @param groups the electrodes that film connects with each other
   */
  ContactVoltages(
      FilmPotential film,
      List<Electrode> electrodes,
      ContactResistances contacts,
      UnitPotentials units,
      int[][] groups) {
    this.film = film;
    this.contacts = contacts;
    this.electrodes = electrodes;
    this.units = units;
    this.ohm = new double[electrodes.size()];
    this.drives = new Drive[electrodes.size()];
    this.groups = groups;
    take(electrodes.stream().map(Electrode::drive).toList());
  }

  /** Takes over what the values are; says whether the voltages on the film have to be found. */
  private boolean take(List<Drive> kinds) {
    boolean any = false;
    for (int k = 0; k < ohm.length; k++) {
      drives[k] = kinds.get(k);
      ohm[k] = contacts.at(k, drives[k]);
      any |= drives[k] != Drive.VOLTAGE || ohm[k] > 0;
    }
    if (any) {
      units.keep(true);
    }
    return any;
  }

  /** True if the voltages on the film are not simply the given ones. */
  boolean isNeeded(GivenValues given) {
    return take(given.kinds());
  }

  void forget() {
    estimate = null;
  }

  void save(StateWriter out) throws IOException {
    out.part("contacts");
    out.flag(isStale);
    out.flag(estimate != null);
    if (estimate != null) {
      out.numbers(estimate);
    }
  }

  void restore(StateReader in) throws IOException {
    in.part("contacts");
    isStale = in.flag();
    estimate = in.flag() ? new double[ohm.length][ohm.length] : null;
    if (estimate != null) {
      in.numbers(estimate);
    }
  }

  /**
   * The potential for given values; see {@link Held#solve}.
   *
   * @param given voltages [V] or currents [A]
   */
  Solution solve(GivenValues given, double[] potential, double tolerance) {
    take(given.kinds());
    double[] values = given.array();
    int iterations = 0;
    if (estimate == null || isStale) {
      iterations += estimate(ROUGH);
    }
    // with Hall currents the P_k are those of m, not of -m, and leave errors of the first order
    double inner = film.conductivity().hallAngle() == 0 ? 0.5 : 0.02;
    double[] v = start(values, potential);
    double[] dv = new double[v.length];
    double[] outside = new double[v.length];
    for (int corrections = 0; ; corrections++) {
      Solution s = film.solve(v, potential, inner * tolerance);
      iterations += s.iterations();
      double[] currents = film.currents(potential, units.potentials());
      for (int k = 0; k < v.length; k++) {
        outside[k] = v[k] + ohm[k] * currents[k];
      }
      learn(v, currents);
      correction(values, outside, currents, dv);
      double off = span(dv);
      double error = off / span(v);
      // Voltages that nearly all drop in the contacts leave only rounding on the film.
      boolean done = error <= tolerance || off <= 1e-15 * largest(outside);
      if (done || corrections == 3 * PATIENCE) {
        isStale = corrections > FEW;
        return new Solution(iterations, Math.max(s.residual(), Double.isNaN(error) ? 0 : error));
      }
      if (corrections == PATIENCE) {
        iterations += estimate(0.1 * tolerance);
        correction(values, outside, currents, dv);
      }
      for (int k = 0; k < v.length; k++) {
        v[k] += dv[k];
        double[] unit = units.potentials()[k];
        for (int n = 0; n < potential.length; n++) {
          potential[n] += dv[k] * unit[n];
        }
      }
    }
  }

  /** Voltages on the film to begin with: those of the guess, or of the estimate without one. */
  private double[] start(double[] values, double[] potential) {
    double[] v = new double[drives.length];
    for (int k = 0; k < v.length; k++) {
      v[k] = film.at(k, potential);
    }
    if (span(v) == 0) {
      OperatingPoint p = point(values);
      for (int k = 0; k < v.length; k++) {
        v[k] = p.voltages()[k] - ohm[k] * p.currents()[k];
      }
    }
    for (int k = 0; k < v.length; k++) {
      if (drives[k] == Drive.VOLTAGE && ohm[k] == 0) {
        v[k] = values[k];
      }
    }
    return v;
  }

  private OperatingPoint point(double[] values) {
    return OperatingPoint.of(
        ContactResistances.outside(estimate, ohm, film.isGrounded()),
        drives,
        groups,
        values,
        film.isGrounded());
  }

  /** The change of v that the estimate asks for. */
  private void correction(double[] values, double[] outside, double[] currents, double[] dv) {
    double[] miss = new double[dv.length];
    for (int k = 0; k < dv.length; k++) {
      miss[k] = values[k] - (drives[k] == Drive.VOLTAGE ? outside[k] : currents[k]);
    }
    OperatingPoint p = point(miss);
    for (int k = 0; k < dv.length; k++) {
      dv[k] = p.voltages()[k] - ohm[k] * p.currents()[k];
    }
    for (int[] group : groups) {
      if (isFree(group)) {
        double mean = 0;
        for (int k : group) {
          mean += outside[k] / group.length;
        }
        for (int k : group) {
          dv[k] -= mean;
        }
      }
    }
  }

  private boolean isFree(int[] group) {
    boolean isFree = !film.isGrounded();
    for (int k : group) {
      isFree &= drives[k] != Drive.VOLTAGE;
    }
    return isFree;
  }

  /**
   * Refuses currents that cannot flow.
   *
   * @throws IllegalArgumentException if those of connected electrodes without a voltage do not add
   *     up to zero
   */
  void vet(GivenValues given) {
    take(given.kinds());
    double[] values = given.array();
    for (int[] group : groups) {
      double sum = 0;
      double largest = 0;
      for (int k : group) {
        double current = drives[k] == Drive.CURRENT ? values[k] : 0;
        sum += current;
        largest = Math.max(largest, Math.abs(current));
      }
      if (isFree(group) && Math.abs(sum) > BALANCED * largest) {
        throw new IllegalArgumentException(
            ("the currents into the film add up to %s A at %s, where no electrode has a voltage:"
                    + " they must add up to 0")
                .formatted((float) sum, names(group)));
      }
    }
  }

  private String names(int[] group) {
    StringBuilder names = new StringBuilder();
    for (int k : group) {
      names.append(names.length() == 0 ? "'" : ", '");
      names.append(electrodes.get(k).name()).append("'");
    }
    return names.toString();
  }

  private int estimate(double tolerance) {
    ConductanceMatrix matrix = units.withPotentials(tolerance);
    estimate = matrix.siemens();
    return matrix.iterations();
  }

  /**
   * The least change of the estimate that yields currents for v and, unless there is a ground, none
   * for equal voltages.
   */
  private void learn(double[] v, double[] currents) {
    for (int[] group : groups) {
      double mean = 0;
      for (int k : group) {
        mean += film.isGrounded() ? 0 : v[k] / group.length;
      }
      double norm = 0;
      for (int k : group) {
        norm += (v[k] - mean) * (v[k] - mean);
      }
      for (int i = 0; i < group.length && norm > 0; i++) {
        double[] row = estimate[group[i]];
        double wrong = currents[group[i]];
        for (int k : group) {
          wrong -= row[k] * (v[k] - mean);
        }
        for (int k : group) {
          row[k] += wrong * (v[k] - mean) / norm;
        }
      }
    }
  }

  /** Largest difference between connected electrodes. */
  private double span(double[] v) {
    double span = 0;
    for (int[] group : groups) {
      double low = film.isGrounded() ? 0 : v[group[0]];
      double high = low;
      for (int k : group) {
        low = Math.min(low, v[k]);
        high = Math.max(high, v[k]);
      }
      span = Math.max(span, high - low);
    }
    return span;
  }

  private static double largest(double[] v) {
    double max = 0;
    for (double x : v) {
      max = Math.max(max, Math.abs(x));
    }
    return max;
  }
}
