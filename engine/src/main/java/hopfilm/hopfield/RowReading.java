package hopfilm.hopfield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a row has learned of a picture. The row is the first electrode, each other one is a pixel.
 * Current flowed from the row to the pixels unlike it, those of the sign -, and made these places
 * conduct better. Pixels meet the row at unequal numbers of places, so gains are compared by place.
 *
 * @param picture one sign for each pixel
 * @param gains of the conductances between the row and each pixel [S]
 * @param places at which each of them meets the row
 * @param untrained these conductances before anything was written [S]
 * @param reference from which the weights count
 */
public record RowReading(
    Pattern picture,
    List<Double> gains,
    List<Integer> places,
    List<Double> untrained,
    RowReference reference) {

  public RowReading {
    gains = List.copyOf(gains);
    places = List.copyOf(places);
    untrained = List.copyOf(untrained);
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
    return new RowReading(
        picture,
        IntStream.rangeClosed(1, picture.size()).mapToObj(k -> untrained[0][k] - g[0][k]).toList(),
        places,
        IntStream.rangeClosed(1, picture.size()).mapToObj(k -> -untrained[0][k]).toList(),
        RowReference.of(factor));
  }

  /** The same with the reference that is fitted to the picture. */
  public RowReading fitted() {
    return new RowReading(
        picture, gains, places, untrained, RowReference.fitted(picture, gains, untrained));
  }

  /** Of each pixel, minus what it gained over the border [S]: it takes the sign of it. */
  public List<Double> weights() {
    return reference.weights(gains, untrained);
  }

  /** Pixels whose weight does not have their sign. */
  public int wrong() {
    List<Double> weights = weights();
    return (int)
        IntStream.range(0, gains.size())
            .filter(k -> !(weights.get(k) * picture.sign(k) > 0))
            .count();
  }

  /**
   * Control: pixels that a fitted reference leaves wrong if the signs are dealt to other pixels.
   */
  public int wrongDealt(long seed) {
    List<Integer> signs =
        new ArrayList<>(IntStream.range(0, gains.size()).mapToObj(picture::sign).toList());
    Collections.shuffle(signs, new Random(seed));
    Pattern dealt = Pattern.of(signs.stream().mapToInt(s -> s).toArray());
    return new RowReading(dealt, gains, places, untrained, reference).fitted().wrong();
  }

  /**
   * Control: pixels that a fitted reference leaves wrong before anything was written, when what
   * differs from pixel to pixel is the maze: its conductance by place, less the mean.
   */
  public int wrongUntrained() {
    double mean =
        IntStream.range(0, gains.size())
            .mapToDouble(k -> untrained.get(k) / places.get(k))
            .average()
            .orElse(0);
    List<Double> even = places.stream().map(n -> n * mean).toList();
    List<Double> maze =
        IntStream.range(0, gains.size()).mapToObj(k -> untrained.get(k) - even.get(k)).toList();
    return new RowReading(picture, maze, places, even, reference).fitted().wrong();
  }

  /** Mean gain of the pixels unlike the row [S]; NaN if there is none. */
  public double gainUnlike() {
    return mean(-1, gains.stream().mapToDouble(x -> x).toArray());
  }

  /** Mean gain of the pixels like the row [S]; NaN if there is none. */
  public double gainLike() {
    return mean(1, gains.stream().mapToDouble(x -> x).toArray());
  }

  /**
   * Pixels that are not on their side of the middle between the kinds, by place: a second block is
   * for these. With one kind alone, those whose weight has the other sign.
   */
  public int acrossMiddle() {
    double[] byPlace = byPlace();
    double middle = (mean(-1, byPlace) + mean(1, byPlace)) / 2;
    return Double.isNaN(middle)
        ? wrong()
        : (int)
            IntStream.range(0, gains.size())
                .filter(k -> !(picture.sign(k) * (middle - byPlace[k]) >= 0))
                .count();
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
