package hopfilm.hopfield;

import hopfilm.transport.WiredGrid.Meetings;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Weights that are written where contacts of two electrodes are neighbours, some with equal and
 * some with opposite signs,
 *
 * <pre>  w_ij = o_ij f(x_ij) - e_ij f(1 - x_ij) + b sqrt(o_ij + e_ij) xi_ij.</pre>
 *
 * <p>e_ij and o_ij count the places where neighbours have equal and opposite signs. Of the patterns
 * that are shown, a share x_ij has equal signs at i and j: these drive current through the places
 * of opposite sign, the others through those of equal sign. A place gains f of the share that
 * drives it, f(x) = f_0 + (f_1 - f_0) x^q, whichever patterns these are, and the maze lets it
 * scatter by b; xi are independent and standard normal. Pairs that do not meet have no weight. With
 * q = 1 that is Hebb's sum; with a smaller q one of several patterns writes more than its share.
 *
 * @param undriven f_0 [S]
 * @param driven f_1 [S]
 * @param power q, above 0
 * @param scatter b, of one place [S]
 */
public record MeetingLaw(double undriven, double driven, double power, double scatter) {

  /** Hebb's rule on the graph of neighbours: a place gains the share of the patterns. */
  public static final MeetingLaw HEBB = new MeetingLaw(0, 1, 1, 0);

  /**
   * Films of 1 um with contacts 512 nm apart, trained with two patterns in blocks of 3 ns and
   * pulses of 2 ns: least squares over 2680 pairs of electrodes in 30 films of 8 and 16,
   * docs/explanation/several-memories.md. Another thickness changes all but q in proportion. Films
   * that are trained for longer gain and scatter more.
   */
  public static final MeetingLaw FILM = new MeetingLaw(-0.08, 0.35, 0.6, 0.14);

  /**
   * @throws IllegalArgumentException if the power is not above 0: no pattern would write like all
   */
  public MeetingLaw {
    if (!(power > 0)) {
      throw new IllegalArgumentException("the power must be above 0, not " + power);
    }
  }

  /** The weights without their scatter [S]. */
  public double[][] mean(Meetings meetings, List<Pattern> patterns) {
    int n = HebbRule.size(patterns);
    double[][] w = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double share = (double) alike(patterns, i, j) / patterns.size();
        w[i][j] =
            meetings.opposite()[i][j] * gain(share) - meetings.equal()[i][j] * gain(1 - share);
        w[j][i] = w[i][j];
      }
    }
    return w;
  }

  /** Gain of a place that a share of the patterns drives [S]. */
  public double gain(double share) {
    return undriven + (driven - undriven) * relative(share);
  }

  /** Part of the gain of all patterns that a share of them writes. */
  public double relative(double share) {
    return Math.pow(share, power);
  }

  /** Number of patterns with equal signs at two electrodes. */
  static int alike(List<Pattern> patterns, int i, int j) {
    return (int) patterns.stream().filter(p -> p.sign(i) == p.sign(j)).count();
  }

  /** Weights of one film. */
  public Weights draw(Meetings meetings, List<Pattern> patterns, SplittableRandom random) {
    return draw(mean(meetings, patterns), meetings, random);
  }

  /**
   * Weights of one film.
   *
   * @param mean what {@link #mean} returned [S]
   */
  public Weights draw(double[][] mean, Meetings meetings, SplittableRandom random) {
    int n = mean.length;
    double[][] w = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        int places = meetings.equal()[i][j] + meetings.opposite()[i][j];
        w[i][j] = mean[i][j] + scatter * Math.sqrt(places) * random.nextGaussian();
        w[j][i] = w[i][j];
      }
    }
    return Weights.ofProgram(w, SelfTerm.ZERO);
  }
}
