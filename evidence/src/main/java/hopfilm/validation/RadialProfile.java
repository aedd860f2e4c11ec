package hopfilm.validation;

/**
 * Profile theta(r) of an axially symmetric skyrmion, m_z = cos(theta), theta(0) = 0, from its
 * Euler-Lagrange equation
 *
 * <pre>
 *   A (theta'' + theta'/r - sin theta cos theta/r^2) - D sin^2 theta/r - Ku sin theta cos theta = 0
 * </pre>
 *
 * with theta = pi or the free edge theta' = D/(2A) at the outer radius, by Newton's method on a
 * fine radial mesh of second order: it shares no code with the films. A. N. Bogdanov, A. Hubert, J.
 * Magn. Magn. Mater. 138, 255 (1994), doi:10.1016/0304-8853(94)90046-9.
 */
public final class RadialProfile {

  private final double A;
  private final double D;
  private final double Ku;
  private final double h;
  private final double[] theta;

  /**
   * @param A exchange stiffness [J/m]
   * @param D strength of the interaction, positive [J/m^2]
   * @param Ku anisotropy [J/m^3]
   * @param outer outer radius [m]
   * @param guess first guess of the radius of m_z = 0 [m]
   * @param free true for a free edge, false for theta = pi
   */
  RadialProfile(double A, double D, double Ku, double outer, double guess, boolean free) {
    this.A = A;
    this.D = D;
    this.Ku = Ku;
    int n = 6000;
    this.h = outer / n;
    this.theta = new double[n + 1];
    double w = Math.sqrt(A / Ku);
    for (int i = 1; i <= n; i++) {
      theta[i] = 2 * Math.atan2(Math.sinh(i * h / w), Math.sinh(guess / w));
    }
    if (!free) {
      theta[n] = Math.PI;
    }
    solve(free);
  }

  private void solve(boolean free) {
    int n = theta.length - 1;
    int unknowns = free ? n : n - 1;
    for (int round = 0; round < 60; round++) {
      double[] lower = new double[unknowns];
      double[] diagonal = new double[unknowns];
      double[] upper = new double[unknowns];
      double[] rest = new double[unknowns];
      for (int i = 1; i <= unknowns; i++) {
        double r = i * h;
        double next = i < n ? theta[i + 1] : theta[i - 1] + 2 * h * D / (2 * A);
        double s = Math.sin(theta[i]);
        double c = Math.cos(theta[i]);
        double up = A * (1 / (h * h) + 1 / (2 * h * r));
        double down = A * (1 / (h * h) - 1 / (2 * h * r));
        rest[i - 1] =
            up * next
                + down * theta[i - 1]
                - 2 * A / (h * h) * theta[i]
                - (A / (r * r) + Ku) * s * c
                - D * s * s / r;
        diagonal[i - 1] =
            -2 * A / (h * h) - (A / (r * r) + Ku) * (c * c - s * s) - 2 * D * s * c / r;
        upper[i - 1] = up;
        lower[i - 1] = i < n ? down : up + down;
      }
      double largest = step(lower, diagonal, upper, rest);
      // rounding of the second difference leaves some 1e-10
      if (largest < 1e-8) {
        return;
      }
    }
    throw new IllegalStateException("the radial profile of the skyrmion does not converge");
  }

  /** One Newton step, shortened while it is large; returns the largest change. */
  private double step(double[] lower, double[] diagonal, double[] upper, double[] rest) {
    int n = rest.length;
    for (int i = 1; i < n; i++) {
      double f = lower[i] / diagonal[i - 1];
      diagonal[i] -= f * upper[i - 1];
      rest[i] -= f * rest[i - 1];
    }
    double largest = 0;
    for (int i = n - 1; i >= 0; i--) {
      rest[i] = (rest[i] - (i + 1 < n ? upper[i] * rest[i + 1] : 0)) / diagonal[i];
      largest = Math.max(largest, Math.abs(rest[i]));
    }
    double share = Math.min(1, 0.3 / largest);
    for (int i = 0; i < n; i++) {
      theta[i + 1] -= share * rest[i];
    }
    return largest;
  }

  /** m_z at a radius. */
  double mz(double r) {
    int i = Math.min(theta.length - 2, (int) (r / h));
    double t = r / h - i;
    return Math.cos(theta[i] * (1 - t) + theta[i + 1] * t);
  }

  /** Radius at which m_z = 0 [m]. */
  public double radius() {
    int i = 0;
    while (theta[i + 1] < Math.PI / 2) {
      i++;
    }
    return h * (i + (Math.PI / 2 - theta[i]) / (theta[i + 1] - theta[i]));
  }

  /** Radius of the disc of the same area integral of (1 + m_z)/2 [m]. */
  public double effectiveRadius() {
    return Math.sqrt(integral((i, slope) -> 1 + Math.cos(theta[i])));
  }

  /** Energy above the uniform film, per thickness and A. */
  public double energy() {
    return 2
        * Math.PI
        * integral(
            (i, slope) -> {
              double s = Math.sin(theta[i]);
              double r = i * h;
              return slope * slope
                  + s * s / (r * r)
                  - D / A * (slope + s * Math.cos(theta[i]) / r)
                  + Ku / A * s * s;
            });
  }

  /** Dissipation integral of (dm/dx)^2 over the plane. */
  double dissipation() {
    return Math.PI
        * integral(
            (i, slope) -> {
              double s = Math.sin(theta[i]) / (i * h);
              return slope * slope + s * s;
            });
  }

  @FunctionalInterface
  private interface Density {
    double at(int i, double slope);
  }

  /** Trapezium rule of density times r dr. */
  private double integral(Density density) {
    int n = theta.length - 1;
    double sum = 0;
    for (int i = 1; i <= n; i++) {
      double slope =
          i < n ? (theta[i + 1] - theta[i - 1]) / (2 * h) : (theta[n] - theta[n - 1]) / h;
      sum += (i < n ? 1 : 0.5) * density.at(i, slope) * i * h * h;
    }
    return sum;
  }
}
