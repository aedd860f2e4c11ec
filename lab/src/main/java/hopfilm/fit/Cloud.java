package hopfilm.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Films with known numbers, and the plane through their readings. What the plane misses is an error
 * of the model: its covariance over the films is added to that of the noise, and the numbers of a
 * measured film follow by generalised least squares (A. C. Aitken, Proc. R. Soc. Edinb. 55, 42
 * (1936), doi:10.1017/S0370164600014346). Each film is then taken as the measured one and fitted
 * with the others: their errors widen the intervals where these are too narrow.
 *
 * <p>Places are logarithms of the numbers; readings are in units of their noise.
 */
final class Cloud {

  /** Relative rounding below which a matrix counts as symmetric, or as singular. */
  private static final double ROUNDING = 1e-9;

  private final List<Member> members;
  private final double[] middle;
  private final double[] widths;
  private final double[] centre;
  private final double[] level;
  private final RealMatrix slopes;
  private final RealMatrix misfit;
  private final double freedom;
  private final DecompositionSolver reduced;

  /**
   * A film.
   *
   * @param place logarithm of each number
   * @param readings in units of their noise
   */
  record Member(double[] place, double[] readings) {}

  /**
   * What a cloud tells of a measured film.
   *
   * @param place logarithms of the numbers
   * @param fisher with the covariance of the place
   * @param chi2 mean square of the residuals over noise and model error, relative to that of the
   *     films where theirs is above 1
   */
  record Estimate(double[] place, Fisher fisher, double chi2) {}

  /**
   * Puts the plane through some films.
   *
   * @param members more than the numbers and two
   * @param middle of the ranges
   * @param widths of the ranges
   */
  Cloud(List<Member> members, double[] middle, double[] widths) {
    this.members = List.copyOf(members);
    this.middle = middle.clone();
    this.widths = widths.clone();
    int count = members.size();
    int k = widths.length;
    int n = members.get(0).readings().length;
    this.centre = new double[k];
    for (Member m : members) {
      for (int c = 0; c < k; c++) {
        centre[c] += m.place()[c] / count;
      }
    }
    RealMatrix design = MatrixUtils.createRealMatrix(count, k + 1);
    RealMatrix readings = MatrixUtils.createRealMatrix(count, n);
    for (int j = 0; j < count; j++) {
      design.setEntry(j, 0, 1);
      for (int c = 0; c < k; c++) {
        design.setEntry(j, c + 1, (members.get(j).place()[c] - centre[c]) / widths[c]);
      }
      readings.setRow(j, members.get(j).readings());
    }
    RealMatrix plane = new QRDecomposition(design, ROUNDING).getSolver().solve(readings);
    this.level = plane.getRow(0);
    this.slopes = plane.getSubMatrix(1, k, 0, n - 1);
    for (int c = 0; c < k; c++) {
      for (int i = 0; i < n; i++) {
        slopes.multiplyEntry(c, i, 1 / widths[c]);
      }
    }
    this.misfit = readings.subtract(design.multiply(plane));
    this.freedom = count - k - 1;
    RealMatrix gram = misfit.multiplyTransposed(misfit);
    for (int j = 0; j < count; j++) {
      gram.addToEntry(j, j, freedom);
    }
    this.reduced = new CholeskyDecomposition(gram, ROUNDING, 0).getSolver();
  }

  /** Rows times the inverse of noise and model error: that of 1 + E^T E / f by Woodbury. */
  private RealMatrix weighted(RealMatrix rows) {
    RealMatrix part = rows.multiplyTransposed(misfit); // rows x members
    RealMatrix solved = reduced.solve(part.transpose()).transpose();
    return rows.subtract(solved.multiply(misfit));
  }

  /** How many readings a film has. */
  int readings() {
    return level.length;
  }

  /** Standard deviation of what the plane misses of a reading, in units of its noise. */
  double modelError(int reading) {
    double[] missed = misfit.getColumn(reading);
    return Math.sqrt(Arrays.stream(missed).map(v -> v * v).sum() / freedom);
  }

  /** Its root mean square over some readings. */
  double roughness(IntPredicate isCounted) {
    return Math.sqrt(
        IntStream.range(0, level.length)
            .filter(isCounted)
            .mapToDouble(i -> modelError(i) * modelError(i))
            .average()
            .orElse(0));
  }

  /**
   * A fit of one film.
   *
   * @param gain change of the place with each reading
   */
  private record Solution(double[] place, RealMatrix information, RealMatrix gain, double chi2) {}

  private Solution solve(double[] measured) {
    int k = widths.length;
    RealMatrix weighted = weighted(slopes);
    RealMatrix information = weighted.multiplyTransposed(slopes);
    RealMatrix covariance = Fisher.of(information, widths).covariance();
    RealMatrix gain = covariance.multiply(weighted);
    double[] off = new double[level.length];
    for (int i = 0; i < off.length; i++) {
      off[i] = measured[i] - level[i];
    }
    // the ranges pull towards their middle where no reading tells anything
    double[] pull = new double[k];
    for (int c = 0; c < k; c++) {
      pull[c] = 12 / (widths[c] * widths[c]) * (middle[c] - centre[c]);
    }
    double[] step = gain.operate(off);
    double[] pulled = covariance.operate(pull);
    double[] place = new double[k];
    double[] moved = new double[k];
    for (int c = 0; c < k; c++) {
      double exact = centre[c] + step[c] + pulled[c];
      double half = widths[c] / 2;
      place[c] = Math.max(middle[c] - half, Math.min(middle[c] + half, exact));
      moved[c] = place[c] - centre[c];
    }
    double[] explained = slopes.preMultiply(moved);
    RealMatrix residual = MatrixUtils.createRealMatrix(1, off.length);
    for (int i = 0; i < off.length; i++) {
      residual.setEntry(0, i, off[i] - explained[i]);
    }
    double square = weighted(residual).multiplyTransposed(residual).getEntry(0, 0);
    return new Solution(place, information, gain, square / Math.max(1, off.length - k));
  }

  /** The numbers of a measured film. */
  Estimate of(double[] measured) {
    Solution s = solve(measured);
    Fisher plain = Fisher.of(s.information(), widths);
    EigenDecompositionSymmetric axes = new EigenDecompositionSymmetric(plain.covariance());
    double student =
        new TDistribution(freedom).inverseCumulativeProbability(0.975) / Fisher.INTERVAL;
    Errors errors = errors(axes);
    double[] factors =
        Arrays.stream(errors.squares()).map(e -> student * Math.max(1, Math.sqrt(e))).toArray();
    return new Estimate(
        s.place(), plain.widened(axes.getV(), factors), s.chi2() / Math.max(1, errors.chi2()));
  }

  /**
   * Of the films, each fitted with the others.
   *
   * @param squares mean square errors along the axes of a covariance, in units of it; noise, which
   *     the films have none of, is added
   * @param chi2 mean square of the residuals over noise and model error
   */
  private record Errors(double[] squares, double chi2) {}

  private Errors errors(EigenDecompositionSymmetric axes) {
    int k = widths.length;
    double[] squares = new double[k];
    double chi2 = 0;
    for (int j = 0; j < members.size(); j++) {
      Member left = members.get(j);
      List<Member> others = new ArrayList<>(members);
      others.remove(j);
      Solution own = new Cloud(others, middle, widths).solve(left.readings());
      chi2 += own.chi2() / members.size();
      for (int a = 0; a < k; a++) {
        double[] axis = axes.getEigenvector(a).toArray();
        double error = 0;
        for (int c = 0; c < k; c++) {
          error += axis[c] * (own.place()[c] - left.place()[c]);
        }
        double noise = Arrays.stream(own.gain().preMultiply(axis)).map(g -> g * g).sum();
        squares[a] += (error * error + noise) / axes.getEigenvalue(a) / members.size();
      }
    }
    return new Errors(squares, chi2);
  }
}
