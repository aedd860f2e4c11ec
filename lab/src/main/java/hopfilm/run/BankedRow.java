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
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The row of a run, as recall counts its weights.
 *
 * @param run its folder, as it was named
 * @param picture that was written
 * @param weights of its pixels
 * @param conductances from which they count; empty if they were not kept
 */
record BankedRow(String run, Pattern picture, Both weights, Optional<Conductances> conductances) {

  /**
   * Conductances of a row.
   *
   * @param choice of their reference
   * @param gains of each pixel [S]
   * @param untrained before writing [S]
   */
  record Conductances(RowReference.Choice choice, List<Double> gains, List<Double> untrained) {

    private Both weights(Pattern picture) {
      return Both.of(choice.of(picture, gains, untrained), gains, untrained);
    }

    private Conductances dealt(UnaryOperator<List<Double>> deal) {
      return new Conductances(choice, deal.apply(gains), deal.apply(untrained));
    }
  }

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
   * @throws IllegalArgumentException if its numbers do not fit together
   */
  static BankedRow of(Path run, Summary s, Optional<RowReference.Choice> asked) {
    WrittenRow row = s.recalls().row();
    Pattern picture = new Pattern(Objects.requireNonNull(row.picture()));
    Optional<RowReference.Choice> choice = asked.isPresent() ? asked : row.reference();
    if (choice.isEmpty()) {
      // of a program that kept no factor
      List<Double> kept = ofRow(s.readings().weightMatrix().get(s.verdict().judged()), 1);
      require(kept, picture);
      return new BankedRow(run.toString(), picture, new Both(kept, kept), Optional.empty());
    }
    List<Double> untrained =
        row.untrained().isEmpty() ? ofRow(s.network().referenceMatrix(), -1) : row.untrained();
    require(row.gains(), picture);
    require(untrained, picture);
    Conductances g = new Conductances(choice.get(), row.gains(), untrained);
    return new BankedRow(run.toString(), picture, g.weights(picture), Optional.of(g));
  }

  /**
   * The weights of the control: conductances dealt to other pixels, the reference chosen in the
   * same way.
   */
  Both dealt(long seed) {
    UnaryOperator<List<Double>> deal = deal(picture.size(), seed);
    return conductances
        .map(g -> g.dealt(deal).weights(picture))
        .orElseGet(() -> weights.dealt(deal));
  }

  /** That of the row with all its pixels, before writing [S]; NaN if it was not kept. */
  double conductance() {
    return conductances.map(g -> g.untrained.stream().mapToDouble(x -> x).sum()).orElse(Double.NaN);
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
