package hopfilm.dynamics;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.MU0;

import hopfilm.grid.Grid;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.FourthOrder;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.ThermalField;

/**
 * The largest time step at which a Runge-Kutta scheme is stable, for the classical one of order 4
 *
 * <pre>
 *   dt = 2.6 / (gamma0 h / sqrt(1 + alpha^2) + sqrt(1 + xi^2) max|u|/min(dx, dy, dz))
 *   h = 4 A_H (1/dx^2 + 1/dy^2 + 1/dz^2) + 2|D_H|/dx + |K_H| + |Hext| (+ Ms with demagnetising field)
 * </pre>
 *
 * with 6 |Ku2| + 2 |Kc1| beside |Ku| where there is an anisotropy of fourth order, the Oersted
 * field of the current and that of a current through the film in h, and A_H = 2A/(mu0 Ms) and so
 * on, 1/dz^2 and dz only with several layers; the covariant discretisations have A_H (D/2A)^2
 * instead of 2|D_H|/dx, that of fourth order also 4/3 of the first term, and the largest spin-orbit
 * field is added to h. The factor is measured, a little below the 2.83 of the scheme's reach along
 * the imaginary axis.
 *
 * <p>The scheme of Dormand and Prince reaches 1.0 along the imaginary axis, but much further along
 * the rays i - alpha on which damped precession lies: 2.7 for alpha = 0.1, 3.2 for 0.3. It has
 * {@value #SHARE} of the reach along the ray of the smallest damping, the share that 2.6 is of
 * 2.83.
 *
 * <p>Where exchange does not bound h, a stable step is not an accurate one: m precesses by more
 * than a radian in it. The classical scheme, which has no error control, is therefore also kept
 * below
 *
 * <pre>
 *   dt = 0.3 / (gamma0 (max(|K_H|, Ms with demagnetising field) + |Hext|))
 * </pre>
 *
 * <p>with the largest spin-orbit field and the bound of added terms in the sum: m turns as a whole
 * at these rates, however large the cells.
 *
 * <p>With a thermal field the reach is {@value #THERMAL_SHARE} of that and the root mean square of
 * that field, which grows as 1/sqrt(dt), is added to h: a field that is constant over a step of
 * length dt excites a precession of angular frequency w by sinc^2(w dt/2) of what white noise does.
 */
final class TimeStep {

  /** Share of the stable step that is used. */
  static final double SAFETY = 0.9;

  private static final double REACH = 2.6;

  /** Share of the reach with a thermal field. */
  private static final double THERMAL_SHARE = 0.5;

  private static final double SHARE = 0.92;

  /** Coefficients of the stability function of the Dormand-Prince scheme. */
  private static final double[] DOPRI5 = {1, 1, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 600};

  /**
   * Angle that m may turn in a step of order 4 by the fields that turn it as a whole [rad]. The
   * phase is then wrong by at most ANGLE^4/120 = 7e-5 of itself.
   */
  private static final double ANGLE = 0.3;

  private final double largestField;
  private final double whole; // rate in the fields that turn m as a whole
  private final double angle;
  private final double nonAdiabatic;
  private final double rate;
  private final double smallestCell;
  private final double reach;
  private final double spinOrbit;
  private final double thermal;
  private final double through; // field by current density through the film [m]

  TimeStep(Magnet magnet, Integrator integrator) {
    this(magnet, integrator, null);
  }

  /**
   * @param thermal the thermal field, null if none
   */
  TimeStep(Magnet magnet, Integrator integrator, ThermalField thermal) {
    Grid g = magnet.grid();
    Material a = magnet.material();
    double largest = 0;
    double easy = 0;
    double min = Double.POSITIVE_INFINITY;
    double strength = 0;
    int cells = a.isUniform() ? 1 : g.cells();
    FourthOrder fourth = a.anisotropy().fourth();
    double across = 0;
    double inPlane = Math.min(g.dx(), g.dy());
    this.smallestCell = g.nz() > 1 ? Math.min(inPlane, g.dz()) : inPlane;
    double k2 = 1 / (g.dx() * g.dx()) + 1 / (g.dy() * g.dy());
    if (g.nz() > 1) {
      k2 += 1 / (g.dz() * g.dz());
    }
    double d = a.D().maxAbs();
    double A = a.A().maxAbs();
    double stiff =
        magnet.discretisation() == Discretisation.STANDARD ? 4 * d / smallestCell : d * d / (2 * A);
    // the checkerboard feels first neighbours only
    double exchange = 8 * A * magnet.discretisation().weights()[0];
    for (int cell = 0; cell < cells; cell++) {
      double ms = a.Ms().at(cell);
      if (ms > 0) {
        double ku2 = Math.abs(fourth.Ku2().at(cell));
        double kc1 = Math.abs(fourth.Kc1().at(cell));
        // the largest second derivatives of the fourth order, and its largest fields
        double w = exchange * k2 + stiff + 2 * Math.abs(a.Ku().at(cell)) + 12 * ku2 + 4 * kc1;
        largest = Math.max(largest, w / (MU0 * ms));
        double own = 2 * Math.abs(a.Ku().at(cell)) + 4 * ku2 + 2 * kc1;
        easy = Math.max(easy, own / (MU0 * ms));
        min = Math.min(min, a.alpha().at(cell));
        across = Math.max(across, KernelCoefficients.slonczewski(magnet, ms));
        if (thermal != null) {
          strength = Math.max(strength, thermal.strength(a.alpha().at(cell), ms, g.cellVolume()));
        }
      }
    }
    // the least damped cell turns fastest; a film may have no magnet at all
    double damping = Double.isInfinite(min) ? 0 : min;
    double external = magnet.largestExternalField();
    double demag = magnet.demag() == DemagKind.OFF ? 0 : a.Ms().maxAbs();
    double added = magnet.addedFieldBound();
    largest = largest + external + demag + added;
    this.largestField = largest;
    // across a film anisotropy and demagnetising field are opposed
    this.whole = GAMMA0 * (Math.max(easy, demag) + external + added);
    // the other scheme has an error control
    this.angle = integrator == Integrator.RK4 ? ANGLE : Double.POSITIVE_INFINITY;
    this.rate = GAMMA0 * largest / Math.sqrt(1 + damping * damping);
    double full = integrator == Integrator.RK4 ? REACH : SHARE * dormandPrince(min);
    this.reach = thermal == null ? full : THERMAL_SHARE * full;
    this.thermal = Math.sqrt(3) * GAMMA0 * strength / Math.sqrt(1 + damping * damping);
    double dl = KernelCoefficients.spinOrbit(magnet, a.spinOrbit().dampingLike());
    double fl = KernelCoefficients.spinOrbit(magnet, a.spinOrbit().fieldLike());
    this.through = across * a.slonczewski().largest();
    this.nonAdiabatic = Math.hypot(1, a.xi());
    this.spinOrbit = GAMMA0 * Math.hypot(dl, fl) / Math.sqrt(1 + damping * damping);
  }

  /** Largest |z| along the ray i - alpha up to which |R(z)| stays at most 1. */
  static double dormandPrince(double alpha) {
    double re = -alpha / Math.hypot(1, alpha);
    double im = 1 / Math.hypot(1, alpha);
    double step = 1e-3;
    double z = 0;
    while (z < 4) {
      double x = 0;
      double y = 0;
      for (int k = DOPRI5.length - 1; k >= 0; k--) {
        double swap = (x * re - y * im) * (z + step) + DOPRI5[k];
        y = (x * im + y * re) * (z + step);
        x = swap;
      }
      // far below what could grow over a run, above rounding
      if (x * x + y * y > 1 + 1e-12) {
        break;
      }
      z += step;
    }
    return z;
  }

  /** Bound of the field of the Slonczewski torque at a current density through the film [A/m]. */
  double slonczewski(double density) {
    return through * density;
  }

  /** Bound of the field that a perturbation of length one makes [A/m]. */
  double fieldBound() {
    return largestField;
  }

  /**
   * The longest step to take [s].
   *
   * @param drift largest muB j/(e Ms) [m/s]
   * @param polarisation share of it that makes spin-transfer torque, of either sign
   * @param field largest of the current otherwise: Oersted, and of the Slonczewski torque [A/m]
   */
  double longest(double drift, double polarisation, double field) {
    return Math.min(
        SAFETY * bound(drift, polarisation, field),
        angle / (whole + spinOrbit * drift + GAMMA0 * field));
  }

  /**
   * Largest stable step [s].
   *
   * @param drift largest muB j/(e Ms) [m/s]
   * @param polarisation share of it that makes spin-transfer torque, of either sign
   * @param field largest of the current otherwise: Oersted, and of the Slonczewski torque [A/m]
   */
  double bound(double drift, double polarisation, double field) {
    double torque = Math.abs(polarisation) * nonAdiabatic * drift / smallestCell;
    double all = rate + torque + spinOrbit * drift + GAMMA0 * field;
    if (thermal == 0) {
      return reach / all;
    }
    // all dt + thermal sqrt(dt) = reach
    double root = 2 * reach / (thermal + Math.sqrt(thermal * thermal + 4 * all * reach));
    return root * root;
  }
}
