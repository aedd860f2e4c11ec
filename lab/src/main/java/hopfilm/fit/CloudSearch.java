package hopfilm.fit;

import hopfilm.experiment.FitSpec;
import hopfilm.experiment.FitSpec.Unknown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.MersenneTwister;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Looks for the numbers of a measured film by clouds of films, each within the interval that the
 * one before gave. Points are those of a Sobol sequence, shifted by the seed.
 *
 * <p>It ends where the plane of a cloud misses less than half of the noise, where the intervals
 * shrink no more, or with the runs. The numbers are those of the smoothest cloud. The interval is
 * the narrowest of a cloud whose plane missed more: a smaller one may lie on one side of a step of
 * the readings (a domain flips or does not) and know nothing of it.
 *
 * <p>A film whose start is not known is compared with films over the whole ranges instead.
 */
final class CloudSearch {

  /** Half of a cloud, in standard deviations of the estimate before. */
  private static final double REACH = 2.5;

  /** A cloud is at most so much smaller than the one before, along any axis. */
  private static final double SHRINK = 0.25;

  /** Part of the sum of two squares that lies between them. */
  private static final double BETWEEN = 0.3;

  /** Shortest half axis, relative to the range: values have seven digits. */
  private static final double SHORTEST = 1e-5;

  /** Misfit of the plane, in units of the noise, below which it is as good as exact. */
  private static final double SMOOTH = 0.5;

  /** Share of the volume that is left if the intervals still shrink. */
  private static final double LESS = 0.7;

  /** Clouds in which they must. */
  private static final int PATIENCE = 3;

  /** Square of the length of a box that explains nothing, relative to the one before. */
  private static final double CLOSER = 0.4;

  /** Share of a step that is left at a corner of the ranges. */
  private static final double CORNER = 0.1;

  /** Clouds that explain nothing before a search ends. */
  private static final int RETURNS = 5;

  private final FitSpec fit;
  private final double[] measured;
  private final Films films;
  private final Consumer<Found> listener;
  private final SobolSequenceGenerator sobol;
  private final double[] shift;
  private final double[] middle;
  private final double[] widths;
  private final List<Cloud.Member> all = new ArrayList<>();
  private int runs;

  /** Runs films. */
  @FunctionalInterface
  interface Films {
    /** Those that came to their end, with the numbers that they had to rounding. */
    List<Cloud.Member> run(List<double[]> places) throws IOException;
  }

  /**
   * What a cloud told.
   *
   * @param box of its films
   * @param runs so far
   */
  record Found(SearchBox box, Cloud cloud, Cloud.Estimate estimate, int runs) {

    /** Whether the model explains the readings. */
    boolean isExplained() {
      return estimate.chi2() <= FitResult.limit(cloud.readings());
    }

    private boolean isSmooth() {
      return cloud.roughness(i -> true) < SMOOTH;
    }

    /** Of the box that the standard deviations span. */
    private double volume() {
      return Math.sqrt(new LUDecomposition(estimate.fisher().covariance()).getDeterminant());
    }
  }

  /**
   * @param measured readings in units of their noise
   * @param listener hears of each cloud
   */
  CloudSearch(FitSpec fit, double[] measured, Films films, Consumer<Found> listener) {
    this.fit = fit;
    this.measured = measured.clone();
    this.films = films;
    this.listener = listener;
    int k = fit.unknowns().size();
    this.sobol = new SobolSequenceGenerator(k);
    sobol.nextVector(); // the corner
    MersenneTwister random = new MersenneTwister(fit.seed());
    this.shift = new double[k];
    for (int c = 0; c < k; c++) {
      shift[c] = random.nextDouble();
    }
    this.middle = fit.unknowns().stream().mapToDouble(Unknown::middle).toArray();
    this.widths = fit.unknowns().stream().mapToDouble(Unknown::width).toArray();
  }

  /** Looks. */
  Found run() throws IOException {
    int k = widths.length;
    List<Found> found = new ArrayList<>();
    found.add(cloud(SearchBox.of(middle, widths), FitSpec.first(k)));
    if (fit.draws()) {
      return overRanges(found.get(0));
    }
    int returns = 0;
    while (isLeft() && !hasEnded(found, returns)) {
      Found last = found.get(found.size() - 1);
      returns += last.isExplained() ? 0 : 1;
      found.add(cloud(last.isExplained() ? next(last) : back(found), FitSpec.cloud(k)));
    }
    int count = found.size();
    if (count > 1 && isLeft() && found.get(count - 1).isSmooth()) {
      SearchBox between = between(found.get(count - 2).box(), found.get(count - 1));
      found.add(cloud(between, FitSpec.cloud(k)));
    }
    return reported(found);
  }

  /**
   * All films over the ranges: random starts scatter so much that many tell more than near ones.
   */
  private Found overRanges(Found first) throws IOException {
    Found last = first;
    while (isLeft()) {
      last = cloud(first.box(), FitSpec.cloud(widths.length));
    }
    return last;
  }

  /** Whether the runs of a further cloud are left. */
  private boolean isLeft() {
    return runs + FitSpec.cloud(widths.length) <= fit.evaluations();
  }

  private boolean hasEnded(List<Found> found, int returns) {
    Found last = found.get(found.size() - 1);
    if (!last.isExplained()) {
      return returns == RETURNS;
    }
    int before = found.size() - PATIENCE;
    return last.isSmooth()
        || (before > 0
            && smallest(found.subList(before, found.size()))
                > LESS * smallest(found.subList(0, before)));
  }

  private static double smallest(List<Found> found) {
    return found.stream().mapToDouble(Found::volume).min().orElseThrow();
  }

  /**
   * The numbers of the cloud whose plane misses least, with the intervals of the narrowest cloud
   * that still saw steps; of the last one where it explains nothing.
   */
  private static Found reported(List<Found> found) {
    Found last = found.get(found.size() - 1);
    if (!last.isExplained()) {
      return last;
    }
    List<Found> explained = found.stream().filter(Found::isExplained).toList();
    Found smoothest =
        Collections.min(explained, Comparator.comparingDouble(f -> f.cloud().roughness(i -> true)));
    Found narrowest =
        explained.stream()
            .filter(f -> !f.isSmooth())
            .min(Comparator.comparingDouble(Found::volume))
            .orElse(smoothest);
    Cloud.Estimate e = smoothest.estimate();
    return new Found(
        smoothest.box(),
        smoothest.cloud(),
        new Cloud.Estimate(e.place(), narrowest.estimate().fisher(), e.chi2()),
        last.runs());
  }

  /** Around the estimate of a cloud. */
  private SearchBox next(Found found) {
    RealMatrix shape =
        found
            .estimate()
            .fisher()
            .covariance()
            .scalarMultiply(REACH * REACH)
            .add(found.box().shape().scalarMultiply(SHRINK * SHRINK));
    double[] least = new double[widths.length];
    for (int c = 0; c < least.length; c++) {
      least[c] = Math.pow(SHORTEST * widths[c], 2);
    }
    return new SearchBox(
        found.estimate().place(), shape.add(MatrixUtils.createRealDiagonalMatrix(least)));
  }

  /** Where the film was lost: the last box that explained it, or closer to the estimate. */
  private static SearchBox back(List<Found> found) {
    for (int c = found.size() - 1; c >= 0; c--) {
      if (found.get(c).isExplained()) {
        return found.get(c).box();
      }
    }
    Found last = found.get(found.size() - 1);
    return new SearchBox(last.estimate().place(), last.box().shape().scalarMultiply(CLOSER));
  }

  /** About half as far as a cloud that saw steps, around the estimate of one that saw none. */
  private static SearchBox between(SearchBox rough, Found smooth) {
    RealMatrix shape = rough.shape().add(smooth.box().shape()).scalarMultiply(BETWEEN);
    return new SearchBox(smooth.estimate().place(), shape);
  }

  /** New films in a box, with those of before that lie in it. */
  private Found cloud(SearchBox box, int count) throws IOException {
    List<double[]> places = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      double[] shares = sobol.nextVector();
      for (int c = 0; c < shares.length; c++) {
        shares[c] = (shares[c] + shift[c]) % 1;
      }
      places.add(within(box.centre(), box.point(shares)));
    }
    List<Cloud.Member> fresh = films.run(places);
    runs += count;
    List<Cloud.Member> members = new ArrayList<>(fresh);
    all.stream().filter(m -> box.contains(m.place())).forEach(members::add);
    all.addAll(fresh);
    Cloud cloud = new Cloud(members, middle, widths);
    Found found = new Found(box, cloud, cloud.of(measured), runs);
    listener.accept(found);
    return found;
  }

  /**
   * A point outside of the ranges is put on the other side of the centre, or drawn towards it. At a
   * corner of the ranges both sides end at once: there each number is put on its other side.
   */
  private double[] within(double[] centre, double[] point) {
    double here = reach(centre, point, 1);
    double opposite = reach(centre, point, -1);
    double factor = here >= 1 || here >= opposite ? Math.min(1, here) : -Math.min(1, opposite);
    double[] inside = new double[point.length];
    for (int c = 0; c < point.length; c++) {
      double step = point[c] - centre[c];
      inside[c] =
          Math.abs(factor) < CORNER ? inside(c, centre[c], step) : centre[c] + factor * step;
    }
    return inside;
  }

  /** A number in its range, by a step from the centre or back from it. */
  private double inside(int c, double centre, double step) {
    double half = widths[c] / 2;
    boolean isOutside = Math.abs(centre + step - middle[c]) > half;
    double value = isOutside ? centre - step : centre + step;
    return Math.max(middle[c] - half, Math.min(middle[c] + half, value));
  }

  /** How far the ranges reach from a centre towards a point, in units of their distance. */
  private double reach(double[] centre, double[] point, int sign) {
    double reach = Double.POSITIVE_INFINITY;
    for (int c = 0; c < point.length; c++) {
      double step = sign * (point[c] - centre[c]);
      double end = middle[c] + Math.copySign(widths[c] / 2, step);
      reach = step == 0 ? reach : Math.min(reach, Math.max(0, (end - centre[c]) / step));
    }
    return reach;
  }
}
