package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a film holds.
 *
 * @param film its id
 * @param picture that was written
 * @param weights of the pixels to the row [S]
 */
record HeldPicture(String film, Pattern picture, List<Double> weights) {

  /**
   * What a film holds.
   *
   * @param row weights of all electrodes to the row [S]
   */
  static HeldPicture of(String film, Pattern picture, double[] row) {
    return new HeldPicture(film, picture, Arrays.stream(row).skip(1).boxed().toList());
  }

  /**
   * The same with weights that count from the border of a fitted reference.
   *
   * @param row weights of all electrodes to the row from the untrained film [S]
   * @param untrained conductances of the row with all electrodes [S]
   */
  static HeldPicture fitted(String film, Pattern picture, double[] row, double[] untrained) {
    List<Double> gains = Arrays.stream(row).skip(1).mapToObj(w -> -w).toList();
    List<Double> before = Arrays.stream(untrained).skip(1).mapToObj(g -> -g).toList();
    RowReference reference = RowReference.fitted(picture, gains, before);
    return new HeldPicture(film, picture, reference.weights(gains, before));
  }

  /**
   * Weights from the middle between the two kinds of pixels, which then weigh alike, of 1 in all.
   * From the reference of the signs dark pixels weigh several times as much as light ones.
   */
  List<Double> shares() {
    double middle = (mean(1) + mean(-1)) / 2;
    List<Double> even = weights.stream().map(w -> Double.isNaN(middle) ? w : w - middle).toList();
    double all = even.stream().mapToDouble(Math::abs).sum();
    return even.stream().map(w -> w / all).toList();
  }

  private double mean(int sign) {
    return weights.stream()
        .filter(w -> w * sign > 0)
        .mapToDouble(w -> w)
        .average()
        .orElse(Double.NaN);
  }

  /**
   * What the pixels end at.
   *
   * @param last what they ended at by the shares, whose sign the row has
   */
  Pattern answer(Pattern last) {
    List<Double> shares = shares();
    double current =
        IntStream.range(0, last.size()).mapToDouble(k -> shares.get(k) * last.sign(k)).sum();
    return Pattern.of(weights.stream().mapToInt(w -> w * current > 0 ? 1 : -1).toArray());
  }

  /** Pixels that come back wrong: their weight has the other sign. */
  int wrong() {
    return (int)
        IntStream.range(0, picture.size())
            .filter(k -> weights.get(k) * picture.sign(k) <= 0)
            .count();
  }

  /** The last picture that steps write. */
  static Optional<Pattern> written(Experiment done) {
    return done.steps().stream()
        .flatMap(s -> s instanceof Step.Train t ? t.picture().stream() : null)
        .map(Step.PictureDrive::picture)
        .reduce((before, last) -> last);
  }
}
