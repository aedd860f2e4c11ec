package hopfilm.hopfield;

/**
 * Two rules of learning fitted by least squares to how weights grow pulse by pulse, to those of
 * pairs with unlike and with like voltages together.
 *
 * <p>Hebb's outer product, dw_ij = c V_i V_j, adds the same at every pulse: w = -+ c n. The rule of
 * Oja with both nodes held at their voltages, dw_ij = c V_i (V_j - V_i w_ij), saturates: w = -+ a
 * (1 - exp(-n/p)). Here w counts |G_ij|: it grows for unlike voltages (+) and falls for like ones
 * (-).
 *
 * <p>D. O. Hebb, The Organization of Behavior (Wiley, 1949); E. Oja, J. Math. Biol. 15, 267 (1982),
 * doi:10.1007/BF00275687.
 *
 * @param points of each curve, the start included
 * @param slope c of the outer product
 * @param hebbRms root mean square that it leaves
 * @param limit a of Oja's rule
 * @param pulses p of Oja's rule
 * @param ojaRms root mean square that it leaves
 */
public record LearningRules(
    int points, double slope, double hebbRms, double limit, double pulses, double ojaRms) {

  private static final double SHORTEST = 0.05;
  private static final double LONGEST = 200;
  private static final double FACTOR = 1.01;

  /** Fits mean changes after 0, 1, 2, ... pulses. */
  public static LearningRules fit(double[] unlike, double[] like) {
    int points = unlike.length;
    double[] straight = new double[points];
    for (int n = 0; n < points; n++) {
      straight[n] = n;
    }
    double slope = scale(straight, unlike, like);
    double hebb = rms(straight, slope, unlike, like);
    double best = Double.POSITIVE_INFINITY;
    double pulses = 0;
    double limit = 0;
    for (double p = SHORTEST; p < LONGEST; p *= FACTOR) {
      double[] shape = saturating(points, p);
      double a = scale(shape, unlike, like);
      double left = rms(shape, a, unlike, like);
      if (left < best) {
        best = left;
        pulses = p;
        limit = a;
      }
    }
    return new LearningRules(points, slope, hebb, limit, pulses, best);
  }

  /** Curve of the outer product for unlike (1) or like (-1) voltages. */
  public double[] hebb(int sign) {
    double[] w = new double[points];
    for (int n = 0; n < points; n++) {
      w[n] = sign * slope * n;
    }
    return w;
  }

  /** Curve of Oja's rule for unlike (1) or like (-1) voltages. */
  public double[] oja(int sign) {
    double[] w = saturating(points, pulses);
    for (int n = 0; n < points; n++) {
      w[n] *= sign * limit;
    }
    return w;
  }

  private static double[] saturating(int points, double p) {
    double[] f = new double[points];
    for (int n = 0; n < points; n++) {
      f[n] = 1 - Math.exp(-n / p);
    }
    return f;
  }

  /** Factor of a shape that fits + shape to one curve and - shape to the other. */
  private static double scale(double[] shape, double[] unlike, double[] like) {
    double ff = 0;
    double fw = 0;
    for (int n = 0; n < shape.length; n++) {
      ff += 2 * shape[n] * shape[n];
      fw += shape[n] * (unlike[n] - like[n]);
    }
    return fw / ff;
  }

  private static double rms(double[] shape, double factor, double[] unlike, double[] like) {
    double sum = 0;
    for (int n = 0; n < shape.length; n++) {
      sum += Math.pow(unlike[n] - factor * shape[n], 2) + Math.pow(like[n] + factor * shape[n], 2);
    }
    return Math.sqrt(sum / (2 * shape.length));
  }
}
