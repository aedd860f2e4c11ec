package hopfilm.hopfield;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The reference of a row: multiples of its untrained conductances, from which its weights count.
 *
 * <p>Two questions need two multiples. The row that answers is found best if both kinds of pixels
 * weigh alike, from the middle between their mean gains. The signs of the pixels are wrong least
 * from another border, as the gains of pixels unlike the row scatter more.
 *
 * @param middle factor of the weights that choose the row
 * @param border factor of the weights whose signs the pixels take
 */
public record RowReference(double middle, double border) {

  /** How it is chosen of the gains and the untrained conductances of a picture. */
  @FunctionalInterface
  public interface Choice {
    RowReference of(Pattern picture, List<Double> gains, List<Double> untrained);
  }

  /** One factor for both. */
  public static RowReference of(double factor) {
    return new RowReference(factor, factor);
  }

  /**
   * That of a written picture. The border lies in the gap between two neighbouring pixels, ordered
   * by gain, that leaves the fewest pixels wrong; of equal ones in the widest. A picture of one
   * sign has no border: the factor is 1.
   *
   * @param gains of the conductances between the row and each pixel [S]
   * @param untrained these conductances before anything was written [S]; a pixel without any has no
   *     part in it
   */
  public static RowReference fitted(Pattern picture, List<Double> gains, List<Double> untrained) {
    int[] order =
        IntStream.range(0, picture.size())
            .filter(k -> Double.isFinite(gains.get(k) / untrained.get(k)))
            .boxed()
            .sorted(
                (a, b) ->
                    Double.compare(relative(gains, untrained, a), relative(gains, untrained, b)))
            .mapToInt(k -> k)
            .toArray();
    double[] sums = new double[2];
    int[] counts = new int[2];
    for (int k : order) {
      int kind = picture.sign(k) < 0 ? 0 : 1;
      sums[kind] += relative(gains, untrained, k);
      counts[kind]++;
    }
    if (counts[0] == 0 || counts[1] == 0) {
      return of(1);
    }
    double border = 0;
    double widest = 0;
    int fewest = Integer.MAX_VALUE;
    int wrong = counts[1]; // all gains above the border, where pixels are -
    for (int k = 0; k < order.length - 1; k++) {
      wrong += picture.sign(order[k]) < 0 ? 1 : -1;
      double below = relative(gains, untrained, order[k]);
      double above = relative(gains, untrained, order[k + 1]);
      if (wrong < fewest || (wrong == fewest && above - below > widest)) {
        fewest = wrong;
        widest = above - below;
        border = (below + above) / 2;
      }
    }
    return new RowReference(1 + (sums[0] / counts[0] + sums[1] / counts[1]) / 2, 1 + border);
  }

  private static double relative(List<Double> gains, List<Double> untrained, int pixel) {
    return gains.get(pixel) / untrained.get(pixel);
  }

  /** Weights that choose the row [S]: minus what each pixel gained over the middle. */
  public List<Double> choosing(List<Double> gains, List<Double> untrained) {
    return over(middle, gains, untrained);
  }

  /** Weights whose signs the pixels take [S]: minus what each gained over the border. */
  public List<Double> weights(List<Double> gains, List<Double> untrained) {
    return over(border, gains, untrained);
  }

  private static List<Double> over(double factor, List<Double> gains, List<Double> untrained) {
    return IntStream.range(0, gains.size())
        .mapToObj(k -> (factor - 1) * untrained.get(k) - gains.get(k))
        .toList();
  }
}
