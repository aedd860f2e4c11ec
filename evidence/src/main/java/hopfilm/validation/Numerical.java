package hopfilm.validation;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;

/** Small numerical tools that the references need. */
final class Numerical {

  private Numerical() {}

  /** Root between two points at which a continuous function has different signs, by bisection. */
  static double root(DoubleUnaryOperator f, double low, double high) {
    double a = low;
    double b = high;
    boolean rises = f.applyAsDouble(b) > 0;
    for (int i = 0; i < 200 && a < b; i++) {
      double c = 0.5 * (a + b);
      if (f.applyAsDouble(c) > 0 == rises) {
        b = c;
      } else {
        a = c;
      }
    }
    return 0.5 * (a + b);
  }

  /** The values of a function of 0 to n - 1. */
  static double[] values(int n, IntToDoubleFunction of) {
    return IntStream.range(0, n).mapToDouble(of).toArray();
  }

  /** The values of a function of several numbers. */
  static double[] values(double[] x, DoubleUnaryOperator of) {
    return DoubleStream.of(x).map(of).toArray();
  }

  /** Order p of an error e = c h^p from the errors at the step h and at h/ratio. */
  static double order(double coarse, double fine, double ratio) {
    return Math.log(Math.abs(coarse / fine)) / Math.log(ratio);
  }

  /** Limit for h = 0 of a quantity with an error of order two, from its values at 2h and h. */
  static double richardson(double coarse, double fine) {
    return fine + (fine - coarse) / 3;
  }

  /** Abscissa of the lowest point of the parabola through three points a step apart. */
  static double vertex(double middle, double step, double left, double centre, double right) {
    return middle + 0.5 * step * (left - right) / (left - 2 * centre + right);
  }

  /** Slope of the straight line of least squares. */
  static double slope(double[] x, double[] y) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < x.length; i++) {
      line.addData(x[i], y[i]);
    }
    return line.getSlope();
  }
}
