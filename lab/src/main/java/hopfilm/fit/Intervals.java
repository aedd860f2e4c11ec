package hopfilm.fit;

import hopfilm.experiment.FitSpec.Unknown;
import hopfilm.file.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a plan and a fit tell alike: numbers with their intervals. */
public interface Intervals {

  /** Correlations that are told. */
  double STRONG = 0.9;

  /** Where it is written. */
  Path folder();

  /** With a section {@code fit}. */
  Study study();

  /** The information in the readings. */
  Fisher fisher();

  /** One for each number, in the order of the file. */
  List<Estimate> estimates();

  /** Known products of numbers that are not identifiable. */
  List<Combination> combinations();

  /** How many runs there were. */
  int runs();

  /** Two numbers whose estimates move together. */
  record Correlation(String a, String b, double value) {}

  /** Names of the numbers, as short as is clear. */
  default List<String> names() {
    return names(study().fit().unknowns());
  }

  /** Keys by their last part where that is clear. */
  static List<String> names(List<Unknown> unknowns) {
    List<String> keys = unknowns.stream().map(Unknown::key).toList();
    List<String> last = keys.stream().map(k -> k.substring(k.lastIndexOf('.') + 1)).toList();
    return last.stream().distinct().count() == keys.size() ? last : keys;
  }

  /** The number with the widest interval. */
  default Estimate widest() {
    return estimates().get(fisher().widest());
  }

  /** Pairs of identifiable numbers that move together, the strongest first. */
  default List<Correlation> correlations() {
    List<Correlation> strong = new ArrayList<>();
    for (int a = 0; a < estimates().size(); a++) {
      for (int b = a + 1; b < estimates().size(); b++) {
        double r = fisher().correlation(a, b);
        boolean areKnown =
            estimates().get(a).isIdentifiable() && estimates().get(b).isIdentifiable();
        if (areKnown && Math.abs(r) > STRONG) {
          strong.add(new Correlation(names().get(a), names().get(b), r));
        }
      }
    }
    strong.sort(Comparator.comparingDouble(c -> -Math.abs(c.value())));
    return strong;
  }
}
