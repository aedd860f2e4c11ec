package hopfilm.fit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Fisher information of readings with independent Gaussian noise about the logarithms of some
 * numbers p: F = J^T J with J = (d reading / d ln p) / noise (R. A. Fisher, Proc. Camb. Phil. Soc.
 * 22, 700 (1925), doi:10.1017/S0305004100009580). The inverse of F is the smallest covariance that
 * any estimate without bias can have (Cramer and Rao). The ranges of the numbers add what is known
 * without a reading: a variance of width^2/12 each.
 */
public final class Fisher {

  /** Standard deviations on each side of a 95 % interval. */
  public static final double INTERVAL = 1.959964;

  /** A number whose interval takes more of its range is not identifiable. */
  private static final double MOST_OF_RANGE = 0.5;

  private final RealMatrix information;
  private final double[] widths;
  private final RealMatrix covariance;

  private Fisher(RealMatrix information, double[] widths) {
    this.information = information;
    this.widths = widths;
    RealMatrix sum = information.copy();
    for (int k = 0; k < widths.length; k++) {
      sum.addToEntry(k, k, 12 / (widths[k] * widths[k]));
    }
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(sum);
    double[] inverse = Arrays.stream(eigen.getEigenvalues()).map(v -> 1 / v).toArray();
    this.covariance =
        eigen
            .getV()
            .multiply(MatrixUtils.createRealDiagonalMatrix(inverse))
            .multiply(eigen.getVT());
  }

  /**
   * The information in some readings.
   *
   * @param slopes derivative of each reading, in units of its noise, by the logarithm of each
   *     number
   * @param widths of the ranges: the logarithms of the ratios of their ends
   */
  public static Fisher of(double[][] slopes, double... widths) {
    return new Fisher(product(slopes, widths.length), widths.clone());
  }

  /** The same where the information is known. */
  static Fisher of(RealMatrix information, double... widths) {
    return new Fisher(symmetric(information), widths.clone());
  }

  /**
   * The same with longer axes of the covariance. The ranges still bound it.
   *
   * @param axes orthonormal columns
   * @param factors one for each
   */
  Fisher widened(RealMatrix axes, double... factors) {
    double[] inverse = Arrays.stream(factors).map(f -> 1 / f).toArray();
    RealMatrix shrink =
        axes.multiply(MatrixUtils.createRealDiagonalMatrix(inverse)).multiplyTransposed(axes);
    return new Fisher(symmetric(shrink.multiply(information).multiply(shrink)), widths);
  }

  /** Without the rounding of products. */
  private static RealMatrix symmetric(RealMatrix m) {
    return m.add(m.transpose()).scalarMultiply(0.5);
  }

  /** Covariance of the logarithms. */
  RealMatrix covariance() {
    return covariance;
  }

  /** The same with further readings. */
  public Fisher with(double[][] slopes) {
    return new Fisher(information.add(product(slopes, widths.length)), widths);
  }

  private static RealMatrix product(double[][] slopes, int columns) {
    double[][] sum = new double[columns][columns];
    for (double[] row : slopes) {
      for (int a = 0; a < columns; a++) {
        for (int b = 0; b < columns; b++) {
          sum[a][b] += row[a] * row[b];
        }
      }
    }
    return MatrixUtils.createRealMatrix(sum);
  }

  /** Standard deviation of the logarithm of a number. */
  public double sigma(int k) {
    return Math.sqrt(covariance.getEntry(k, k));
  }

  /** The number with the widest interval. */
  public int widest() {
    return IntStream.range(0, widths.length)
        .boxed()
        .max((a, b) -> Double.compare(sigma(a), sigma(b)))
        .orElseThrow();
  }

  /** Whether any reading depends on a number. */
  public boolean isRead(int k) {
    return information.getEntry(k, k) > 0;
  }

  /** Whether the 95 % interval of a number takes less than half of its range. */
  public boolean isIdentifiable(int k) {
    return 2 * INTERVAL * sigma(k) <= MOST_OF_RANGE * widths[k];
  }

  public double correlation(int a, int b) {
    return covariance.getEntry(a, b) / (sigma(a) * sigma(b));
  }

  /** Standard deviation of the logarithm of a product of powers of the numbers. */
  public double sigma(double... exponents) {
    double[] column = covariance.operate(exponents);
    return Math.sqrt(
        IntStream.range(0, exponents.length).mapToDouble(k -> exponents[k] * column[k]).sum());
  }

  /** The same if the numbers were not correlated. */
  double sigmaApart(double... exponents) {
    return Math.sqrt(
        IntStream.range(0, exponents.length)
            .mapToDouble(k -> Math.pow(exponents[k] * sigma(k), 2))
            .sum());
  }

  /**
   * Directions in which some of the numbers are known, the best first.
   *
   * @param some their places
   * @return exponents of all numbers, the largest of each product 1 or -1
   */
  double[][] directions(int... some) {
    RealMatrix part = covariance.getSubMatrix(some, some);
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(part);
    return IntStream.range(0, some.length)
        .boxed()
        .sorted((a, b) -> Double.compare(eigen.getEigenvalue(a), eigen.getEigenvalue(b)))
        .map(
            n -> {
              double[] vector = eigen.getEigenvector(n).toArray();
              double largest = Arrays.stream(vector).map(Math::abs).max().orElseThrow();
              double[] exponents = new double[widths.length];
              for (int k = 0; k < some.length; k++) {
                exponents[some[k]] = vector[k] / largest;
              }
              return exponents;
            })
        .toArray(double[][]::new);
  }
}
