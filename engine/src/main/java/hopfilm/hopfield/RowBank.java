package hopfilm.hopfield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A bank of rows, each with the weights of one picture: a network of two layers, the pixels and the
 * rows, which are its hidden units.
 *
 * <p>Pixels are given the voltages of a picture, damaged perhaps. Each row answers with the current
 * I_r = sum_p w_rp V_p; the one with the largest |I_r| / sum_p |w_rp| wins and takes the sign of
 * its current, and each pixel takes the sign of the current that it gets from that row. This is
 * done twice. Rows of more unlike pixels have other weights, and would win too often or too rarely
 * by the current alone. Where the weights are those of whole pictures the row whose picture is
 * nearest wins.
 *
 * <p>D. Krotov, J. J. Hopfield, Large associative memory problem in neurobiology and machine
 * learning, arXiv:2008.06996 (2020).
 */
public final class RowBank implements PictureRecall {

  private static final int ROUNDS = 2;

  private final List<List<Double>> weights;

  /** Those of one pixel side by side, as the currents of all rows are summed together. */
  private final double[][] choosing;

  private final double[] largest;

  /**
   * @param weights a row each, of all pixels [S]
   */
  public RowBank(List<List<Double>> weights) {
    this(weights, weights);
  }

  /**
   * A bank whose row is chosen by other weights than the signs of its pixels, see {@link
   * RowReference}.
   *
   * @param choosing the weights of the currents by which the row is chosen [S]
   * @param weights those whose signs the pixels take [S]
   */
  public RowBank(List<List<Double>> choosing, List<List<Double>> weights) {
    this.weights = weights.stream().map(List::copyOf).toList();
    int pixels = weights.get(0).size();
    if (Stream.concat(weights.stream(), choosing.stream()).anyMatch(w -> w.size() != pixels)) {
      throw new IllegalArgumentException("all rows need the same number of pixels");
    }
    this.choosing = new double[pixels][weights.size()];
    largest = new double[weights.size()];
    for (int r = 0; r < largest.length; r++) {
      List<Double> row = choosing.get(r);
      largest[r] = row.stream().mapToDouble(Math::abs).sum();
      for (int p = 0; p < pixels; p++) {
        this.choosing[p][r] = row.get(p);
      }
    }
  }

  /** A row each, of all pixels, whose signs these take [S]. */
  public List<List<Double>> weights() {
    return weights;
  }

  public int pixels() {
    return choosing.length;
  }

  @Override
  public Answer recall(Pattern given) {
    double[] currents = amperes(given);
    int first = strongest(currents);
    Pattern pixels = signs(given, first, currents[first]);
    int winner = first;
    for (int round = 1; round < ROUNDS; round++) {
      double[] again = amperes(pixels);
      winner = strongest(again);
      pixels = signs(pixels, winner, again[winner]);
    }
    return new Answer(winner, pixels, Arrays.stream(currents).boxed().toList());
  }

  /** What the pixels take from a row with that current. */
  private Pattern signs(Pattern before, int row, double rowCurrent) {
    double sign = Math.signum(rowCurrent);
    int[] signs = new int[pixels()];
    for (int p = 0; p < signs.length; p++) {
      double current = weights.get(row).get(p) * sign;
      signs[p] = current == 0 ? before.sign(p) : current > 0 ? 1 : -1;
    }
    return Pattern.of(signs);
  }

  /** I_r of all rows, by volt [A/V]. */
  List<Double> currents(Pattern pixels) {
    return Arrays.stream(amperes(pixels)).boxed().toList();
  }

  private double[] amperes(Pattern pixels) {
    double[] sums = new double[largest.length];
    for (int p = 0; p < choosing.length; p++) {
      double[] w = choosing[p];
      double sign = pixels.sign(p);
      for (int r = 0; r < sums.length; r++) {
        sums[r] += w[r] * sign;
      }
    }
    return sums;
  }

  /** The largest current that a row can have, by volt [A/V]. */
  public double largest(int row) {
    return largest[row];
  }

  /** The first of those with the largest share of the current that they could have. */
  private int strongest(double[] currents) {
    int best = 0;
    double most = 0;
    for (int r = 0; r < currents.length; r++) {
      double share = largest[r] == 0 ? 0 : Math.abs(currents[r]) / largest[r];
      if (share > most) {
        best = r;
        most = share;
      }
    }
    return best;
  }

  /**
   * The bank of weights that are all alike: it finds the nearest picture, or its negative where
   * that is nearer.
   */
  public static RowBank nearest(List<Pattern> pictures) {
    return new RowBank(
        pictures.stream().map(p -> Arrays.stream(p.voltages(1)).boxed().toList()).toList());
  }

  /**
   * Copies of a picture with wrong pixels, any of them as often as any other.
   *
   * @param wrong pixels in each
   */
  public static List<Pattern> copies(Pattern picture, int wrong, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Pattern> all = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      int[] signs = new int[picture.size()];
      int[] order = new int[picture.size()];
      for (int p = 0; p < signs.length; p++) {
        signs[p] = picture.sign(p);
        order[p] = p;
      }
      for (int k = 0; k < wrong; k++) {
        int at = k + random.nextInt(signs.length - k);
        int pixel = order[at];
        order[at] = order[k];
        signs[pixel] = -signs[pixel];
      }
      all.add(Pattern.of(signs));
    }
    return all;
  }
}
