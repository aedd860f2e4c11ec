package hopfilm.hopfield;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the weights of a film are those of {@link HebbRule}: each weight beside the sum of s_i
 * s_j over the patterns, for all pairs of electrodes that conduct.
 *
 * @param pairs all of them
 * @param groups the weights by their sum, which rises
 * @param correlation of weights and sums (Pearson), 1 if one is a multiple of the other but for an
 *     offset
 * @param slope of the line of least squares: weight for one pattern [S]
 */
public record HebbAgreement(
    List<Pair> pairs, List<Group> groups, double correlation, double slope) {

  /**
   * Pairs of which neither conductance nor weight is this part of the largest conductance are too
   * far apart to count. Both, as the conductances of patches with unlike signs may cancel.
   */
  private static final double CONDUCTS = 0.01;

  /**
   * A pair of electrodes.
   *
   * @param sum of s_i s_j over the patterns
   * @param weight G'_ij [S]
   */
  public record Pair(int sum, double weight) {}

  /**
   * The pairs of one sum.
   *
   * @param sum of s_i s_j over the patterns
   * @param pairs how many there are
   * @param mean of their weights [S]
   * @param deviation of the weights, standard, from pair to pair [S]; NaN for one pair
   */
  public record Group(int sum, int pairs, double mean, double deviation) {}

  public HebbAgreement {
    pairs = List.copyOf(pairs);
    groups = List.copyOf(groups);
  }

  /**
   * The agreement of a film.
   *
   * @param siemens conductances G [S]
   * @param weights G' = G - Gref [S]
   * @param patterns that were trained
   * @return empty where all weights or all sums are equal, or fewer than three pairs conduct
   */
  public static Optional<HebbAgreement> of(
      double[][] siemens, double[][] weights, List<Pattern> patterns) {
    List<Pair> pairs = pairs(siemens, weights, patterns);
    double n = pairs.size();
    double meanX = pairs.stream().mapToDouble(Pair::sum).average().orElse(0);
    double meanY = pairs.stream().mapToDouble(Pair::weight).average().orElse(0);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (Pair p : pairs) {
      double x = p.sum() - meanX;
      double y = p.weight() - meanY;
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
    return n < 3 || xx == 0 || yy == 0
        ? Optional.empty()
        : Optional.of(new HebbAgreement(pairs, groups(pairs), xy / Math.sqrt(xx * yy), xy / xx));
  }

  private static List<Pair> pairs(double[][] siemens, double[][] weights, List<Pattern> patterns) {
    double largest = 0;
    for (int i = 0; i < siemens.length; i++) {
      for (int j = 0; j < i; j++) {
        largest = Math.max(largest, Math.abs(siemens[i][j]));
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < siemens.length; i++) {
      for (int j = 0; j < i; j++) {
        double there = Math.max(Math.abs(siemens[i][j]), Math.abs(weights[i][j]));
        if (there >= CONDUCTS * largest) {
          int a = i;
          int b = j;
          int sum = patterns.stream().mapToInt(p -> p.sign(a) * p.sign(b)).sum();
          pairs.add(new Pair(sum, weights[i][j]));
        }
      }
    }
    return pairs;
  }

  private static List<Group> groups(List<Pair> pairs) {
    Map<Integer, List<Double>> bySum = new TreeMap<>();
    for (Pair p : pairs) {
      bySum.computeIfAbsent(p.sum(), s -> new ArrayList<>()).add(p.weight());
    }
    List<Group> groups = new ArrayList<>();
    bySum.forEach(
        (sum, all) -> {
          double mean = all.stream().mapToDouble(Double::doubleValue).average().orElse(0);
          double squares = all.stream().mapToDouble(w -> (w - mean) * (w - mean)).sum();
          double deviation = all.size() < 2 ? Double.NaN : Math.sqrt(squares / (all.size() - 1));
          groups.add(new Group(sum, all.size(), mean, deviation));
        });
    return groups;
  }
}
