package hopfilm.hopfield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

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
 *
 * @param weights a row each, of all pixels [S]
 */
public record RowBank(List<List<Double>> weights) implements PictureRecall {

  private static final int ROUNDS = 2;

  public RowBank {
    weights = weights.stream().map(List::copyOf).toList();
    int pixels = weights.get(0).size();
    if (weights.stream().anyMatch(w -> w.size() != pixels)) {
      throw new IllegalArgumentException("all rows need the same number of pixels");
    }
  }

  public int pixels() {
    return weights.get(0).size();
  }

  @Override
  public Answer recall(Pattern given) {
    Pattern pixels = given;
    List<Double> first = currents(given);
    int winner = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Double> currents = round == 0 ? first : currents(pixels);
      winner = strongest(currents);
      List<Double> row = weights.get(winner);
      double sign = Math.signum(currents.get(winner));
      Pattern before = pixels;
      int[] signs = new int[pixels()];
      for (int p = 0; p < signs.length; p++) {
        double current = row.get(p) * sign;
        signs[p] = current == 0 ? before.sign(p) : current > 0 ? 1 : -1;
      }
      pixels = Pattern.of(signs);
    }
    return new Answer(winner, pixels, first);
  }

  /** I_r of all rows, by volt [A/V]. */
  List<Double> currents(Pattern pixels) {
    return weights.stream()
        .map(
            row -> {
              double sum = 0;
              for (int p = 0; p < row.size(); p++) {
                sum += row.get(p) * pixels.sign(p);
              }
              return sum;
            })
        .toList();
  }

  /** The first of those with the largest share of the current that they could have. */
  private int strongest(List<Double> currents) {
    int best = 0;
    double most = 0;
    for (int r = 0; r < currents.size(); r++) {
      double all = largest(r);
      double share = all == 0 ? 0 : Math.abs(currents.get(r)) / all;
      if (share > most) {
        best = r;
        most = share;
      }
    }
    return best;
  }

  /** The largest current that a row can have, by volt [A/V]. */
  double largest(int row) {
    return weights.get(row).stream().mapToDouble(Math::abs).sum();
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
