package hopfilm.hopfield;

import java.util.ArrayList;
import java.util.List;

/**
 * Graded recall from a bank of rows, the hidden units of a network of two layers. Pixels have
 * voltages u_p between -1 and 1, in units of V0. Rows compete:
 *
 * <pre>
 *   x_r = sum_p w_rp u_p / sum_p |w_rp|            share of the largest current of the row
 *   f_r = sinh(gain x_r) / sum_s cosh(gain x_s)    output of the row
 *   a_p = P sum_r f_r w_rp / sum_q |w_rq|          input of one of P pixels
 *   u_p &lt;- u_p + 0.3 (tanh(8 a_p) - u_p)
 * </pre>
 *
 * <p>all pixels at once, from the picture that is given until they stand still. This never raises
 *
 * <pre>  E = -1/gain ln(mean_r cosh(gain x_r)) + 1/(8 P) sum_p int_0^u_p artanh,</pre>
 *
 * <p>as E is the difference of two convex functions and each update goes towards the lowest point
 * of a convex function that lies above E and touches it. With an infinite gain the row with the
 * largest share alone is on, as in {@link RowBank}.
 *
 * <p>D. Krotov, J. J. Hopfield, arXiv:2008.06996 (2020), model B, with rows of both signs.
 *
 * @param bank the weights: those of the signs alone, as the energy needs one weight a junction
 */
public record GradedRows(RowBank bank, double gain) implements PictureRecall {

  /** Rows whose shares differ by a tenth differ by a factor of 7. */
  public static final double GAIN = 20;

  private static final double RATE = 0.3;

  /** Voltages that are nearer to their aim than this stand still [V0]. */
  private static final double STILL = 1e-9;

  private static final int MOST_UPDATES = 10_000;

  /**
   * Outputs of the rows, and the energy of the pixels.
   *
   * @param outputs f_r
   * @param energy -1/gain ln(mean cosh(gain x_r))
   */
  private record Rows(double[] outputs, double energy) {}

  /**
   * E of a picture, without the part of the pixels, which is the same for all pictures: 0 if no row
   * answers; near -1, and above it, where one row does fully.
   */
  public double energy(Pattern picture) {
    return rows(picture.voltages(1)).energy;
  }

  /** E of voltages. */
  double energy(double[] u) {
    double pixels = 0;
    for (double v : u) {
      pixels += integral(v);
    }
    return rows(u).energy + pixels / (GradedUpdates.LAST_GAIN * u.length);
  }

  /** Of artanh from 0. */
  private static double integral(double v) {
    return ((1 + v) * log(1 + v) + (1 - v) * log(1 - v)) / 2;
  }

  private static double log(double x) {
    return x <= 0 ? 0 : StrictMath.log(x); // its factor is zero too
  }

  @Override
  public Answer recall(Pattern given) {
    double[] u = given.voltages(1);
    double moved = 1;
    for (int k = 0; k < MOST_UPDATES && moved > STILL; k++) {
      moved = update(u);
    }
    int[] signs = new int[u.length];
    for (int p = 0; p < signs.length; p++) {
      signs[p] = u[p] == 0 ? given.sign(p) : u[p] > 0 ? 1 : -1;
    }
    double[] f = rows(u).outputs;
    int winner = 0;
    for (int r = 1; r < f.length; r++) {
      winner = Math.abs(f[r]) > Math.abs(f[winner]) ? r : winner;
    }
    return new Answer(winner, Pattern.of(signs), bank.currents(given));
  }

  /** Moves all pixels; returns the largest distance from their aims. */
  double update(double[] u) {
    double[] f = rows(u).outputs;
    double[] input = new double[u.length];
    for (int r = 0; r < f.length; r++) {
      List<Double> row = bank.weights().get(r);
      double all = largest(row);
      for (int p = 0; p < u.length && all > 0; p++) {
        input[p] += u.length * f[r] * row.get(p) / all;
      }
    }
    double most = 0;
    for (int p = 0; p < u.length; p++) {
      // a pixel without input keeps its voltage
      double d = input[p] == 0 ? 0 : StrictMath.tanh(GradedUpdates.LAST_GAIN * input[p]) - u[p];
      u[p] += RATE * d;
      most = Math.max(most, Math.abs(d));
    }
    return most;
  }

  private static double largest(List<Double> row) {
    return row.stream().mapToDouble(Math::abs).sum();
  }

  private Rows rows(double[] u) {
    List<Double> exponents = new ArrayList<>();
    double highest = 0;
    for (int r = 0; r < bank.weights().size(); r++) {
      List<Double> row = bank.weights().get(r);
      double current = 0;
      for (int p = 0; p < u.length; p++) {
        current += row.get(p) * u[p];
      }
      double all = largest(row);
      double x = all == 0 ? 0 : gain * current / all;
      exponents.add(x);
      highest = Math.max(highest, Math.abs(x));
    }
    double[] f = new double[exponents.size()];
    double sum = 0;
    for (int r = 0; r < f.length; r++) {
      double up = StrictMath.exp(exponents.get(r) - highest);
      double down = StrictMath.exp(-exponents.get(r) - highest);
      f[r] = up - down;
      sum += up + down;
    }
    for (int r = 0; r < f.length; r++) {
      f[r] /= sum;
    }
    return new Rows(f, -(highest + StrictMath.log(sum / (2 * f.length))) / gain);
  }
}
