package hopfilm.hopfield;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a row has learned of a picture. The row is the first electrode, each other one is a pixel.
 * Current flowed from the row to the pixels unlike it, those of the sign -, and made these places
 * conduct better. Pixels meet the row at unequal numbers of places, so gains are compared by place.
 *
 * @param picture one sign for each pixel
 * @param gains of the conductances between the row and each pixel [S]
 * @param places at which each of them meets the row
 * @param zero of each pixel the gain at which its weight is zero [S]; the middle between the two
 *     kinds where the picture has one kind alone
 */
public record RowReading(
    Pattern picture, List<Double> gains, List<Integer> places, List<Double> zero) {

  public RowReading {
    gains = List.copyOf(gains);
    places = List.copyOf(places);
    zero = List.copyOf(zero);
  }

  /**
   * The reading of a film.
   *
   * @param g its conductance matrix [S]
   * @param untrained before anything was written [S]
   * @param factor of the reference, near 1: what all places gain whatever the picture
   */
  public static RowReading of(
      Pattern picture, List<Integer> places, double[][] g, double[][] untrained, double factor) {
    List<Double> gains =
        IntStream.rangeClosed(1, picture.size()).mapToObj(k -> untrained[0][k] - g[0][k]).toList();
    List<Double> zero =
        IntStream.rangeClosed(1, picture.size())
            .mapToObj(k -> (1 - factor) * untrained[0][k])
            .toList();
    return new RowReading(picture, gains, places, zero);
  }

  /** Of each pixel, minus what it gained over the reference [S]. */
  public List<Double> weights() {
    return IntStream.range(0, gains.size()).mapToObj(k -> zero.get(k) - gains.get(k)).toList();
  }

  /** Mean gain of the pixels unlike the row [S]; NaN if there is none. */
  public double gainUnlike() {
    return mean(-1, gains.stream().mapToDouble(x -> x).toArray());
  }

  /** Mean gain of the pixels like the row [S]; NaN if there is none. */
  public double gainLike() {
    return mean(1, gains.stream().mapToDouble(x -> x).toArray());
  }

  /** Of a pixel, by how much it lies on its side of the middle [S]: below zero on the wrong one. */
  public double clearance(int pixel) {
    double[] byPlace = byPlace();
    double middle = (mean(-1, byPlace) + mean(1, byPlace)) / 2;
    double distance =
        Double.isNaN(middle)
            ? gains.get(pixel) - zero.get(pixel)
            : gains.get(pixel) - middle * places.get(pixel);
    return -picture.sign(pixel) * distance;
  }

  /** Pixels on the wrong side of the middle. */
  public int wrong() {
    return (int) IntStream.range(0, gains.size()).filter(k -> !(clearance(k) >= 0)).count();
  }

  /**
   * Distance of the two kinds of pixels, by place, over the deviation within a kind; NaN with one
   * kind, or one pixel of each.
   */
  public double sigma() {
    double[] byPlace = byPlace();
    double unlike = mean(-1, byPlace);
    double like = mean(1, byPlace);
    double squares = 0;
    for (int k = 0; k < byPlace.length; k++) {
      double own = picture.sign(k) < 0 ? unlike : like;
      squares += (byPlace[k] - own) * (byPlace[k] - own);
    }
    return byPlace.length < 3
        ? Double.NaN
        : (unlike - like) / Math.sqrt(squares / (byPlace.length - 2));
  }

  private double[] byPlace() {
    return IntStream.range(0, gains.size())
        .mapToDouble(k -> gains.get(k) / places.get(k))
        .toArray();
  }

  private double mean(int sign, double[] of) {
    return Arrays.stream(
            IntStream.range(0, of.length).filter(k -> picture.sign(k) == sign).toArray())
        .mapToDouble(k -> of[k])
        .average()
        .orElse(Double.NaN);
  }
}
