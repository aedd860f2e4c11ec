package hopfilm.run;

import hopfilm.folder.RunFile;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReference;
import hopfilm.result.Summary;
import hopfilm.result.WrittenRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The row of a run, as recall counts its weights.
 *
 * @param run its folder, as it was named
 * @param picture that was written
 * @param weights of its pixels
 * @param dealt the same of the control: conductances dealt to other pixels, the reference chosen in
 *     the same way
 * @param conductance of the row with all its pixels, before writing [S]; empty if it was not kept
 */
record BankedRow(
    String run, Pattern picture, Both weights, Both dealt, OptionalDouble conductance) {

  /**
   * Weights of the pixels of a row or of a memory of several [S].
   *
   * @param choosing those by which the row is chosen
   * @param signs those whose signs the pixels take
   */
  record Both(List<Double> choosing, List<Double> signs) {

    private static Both of(RowReference r, List<Double> gains, List<Double> untrained) {
      return new Both(r.choosing(gains, untrained), r.weights(gains, untrained));
    }

    private Both dealt(UnaryOperator<List<Double>> deal) {
      return new Both(deal.apply(choosing), deal.apply(signs));
    }

    /** Those of tiles, one after the other. */
    static Both joined(List<Both> tiles) {
      return new Both(
          tiles.stream().flatMap(t -> t.choosing.stream()).toList(),
          tiles.stream().flatMap(t -> t.signs.stream()).toList());
    }
  }

  /**
   * The row of a summary that has one.
   *
   * @param asked how its reference is chosen; empty for that of the run
   * @param seed of the control
   * @throws IllegalArgumentException if its numbers do not fit together
   */
  static BankedRow of(Path run, Summary s, Optional<RowReference.Choice> asked, long seed) {
    WrittenRow row = s.recalls().row();
    Pattern picture = new Pattern(Objects.requireNonNull(row.picture()));
    UnaryOperator<List<Double>> deal = deal(picture.size(), seed);
    Optional<RowReference.Choice> choice = asked.isPresent() ? asked : row.reference();
    if (choice.isEmpty()) {
      // of a program that kept no factor
      List<Double> kept = ofRow(s.readings().weightMatrix().get(s.verdict().judged()), 1);
      require(kept, picture);
      Both weights = new Both(kept, kept);
      return new BankedRow(
          run.toString(), picture, weights, weights.dealt(deal), OptionalDouble.empty());
    }
    List<Double> untrained =
        row.untrained().isEmpty() ? ofRow(s.network().referenceMatrix(), -1) : row.untrained();
    require(row.gains(), picture);
    require(untrained, picture);
    List<Double> gains = deal.apply(row.gains());
    List<Double> before = deal.apply(untrained);
    return new BankedRow(
        run.toString(),
        picture,
        Both.of(choice.get().of(picture, row.gains(), untrained), row.gains(), untrained),
        Both.of(choice.get().of(picture, gains, before), gains, before),
        OptionalDouble.of(untrained.stream().mapToDouble(g -> g).sum()));
  }

  private static UnaryOperator<List<Double>> deal(int pixels, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, pixels).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return all -> order.stream().map(all::get).toList();
  }

  private static List<Double> ofRow(double[][] matrix, double factor) {
    return Arrays.stream(Objects.requireNonNull(matrix)[0])
        .skip(1)
        .mapToObj(x -> factor * x)
        .toList();
  }

  private static void require(List<Double> ofPixels, Pattern picture) {
    if (ofPixels.size() != picture.size() || !ofPixels.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "%s has a picture of %d pixels and %d conductances of the row, or one that is no number"
              .formatted(RunFile.SUMMARY.text(), picture.size(), ofPixels.size()));
    }
  }
}
