package hopfilm.experiment;

import static hopfilm.units.Constants.MU0;

import hopfilm.magnet.DemagKind;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.transport.AmrConductivity;
import java.util.List;
import java.util.Optional;

/**
 * What the film is made of.
 *
 * @param Ms saturation magnetisation [A/m]
 * @param A exchange stiffness [J/m]
 * @param Ku uniaxial anisotropy [J/m^3]
 * @param axis direction of its axis, of any length
 * @param dmiStrength Dzyaloshinskii-Moriya strength in either form
 * @param dmi its symmetry
 * @param alpha Gilbert damping
 * @param P spin polarisation of the current
 * @param xi non-adiabaticity of the torque
 * @param rhoPerp resistivity across the magnetisation [Ohm m]
 * @param amr anisotropic magnetoresistance a = 2 (rho_par - rho_perp)/(rho_par + rho_perp)
 * @param hallAngle anomalous Hall angle [rad]
 * @param planarHall whether the conductivity has its part m_x m_y
 * @param temperatureCoefficient of the resistivity, rho = rho(ambient) (1 + this (T - ambient))
 *     [1/K]
 * @param curie how it changes with temperature; empty where it does not
 * @param spinOrbit efficiencies of the spin-orbit torques
 */
public record MaterialSpec(
    double Ms,
    double A,
    double Ku,
    List<Double> axis,
    DmiStrength dmiStrength,
    DmiKind dmi,
    double alpha,
    double P,
    double xi,
    double rhoPerp,
    double amr,
    double hallAngle,
    boolean planarHall,
    double temperatureCoefficient,
    Optional<CurieSpec> curie,
    SpinOrbitTorque spinOrbit) {

  /**
   * The strength as given: D [J/m^2], or D_H = 2D/(mu0 Ms) [A], which keeps the texture's period
   * when Ms is changed along with A_H.
   *
   * @param value in J/m^2 or A
   * @param isField whether it is D_H
   */
  public record DmiStrength(double value, boolean isField) {}

  /** Copies the axis. */
  public MaterialSpec {
    axis = List.copyOf(axis);
  }

  /** D [J/m^2]. */
  public double D() {
    return dmiStrength.isField() ? MU0 * Ms * dmiStrength.value() / 2 : dmiStrength.value();
  }

  /**
   * Anisotropy that a texture sees, the demagnetising field of a thin film included, Ku - mu0
   * Ms^2/2 with an axis along z [J/m^3]. That of all cells is no matter of one number, so that Ku
   * is left as it is.
   */
  public double anisotropy(DemagKind demag) {
    return demag == DemagKind.LOCAL && hasNormalAxis() ? Ku - shape() : Ku;
  }

  /** mu0 Ms^2/2 [J/m^3]. */
  public double shape() {
    return 0.5 * MU0 * Ms * Ms;
  }

  /** Whether the axis is along z. */
  public boolean hasNormalAxis() {
    return axis.get(0) == 0 && axis.get(1) == 0;
  }

  /** For the magnet. */
  public Material material() {
    return material(Ku);
  }

  /** With the anisotropy that a texture sees, for those to start with. */
  public Material seen(DemagKind demag) {
    return material(anisotropy(demag));
  }

  private Material material(double Ku) {
    double length = Math.hypot(Math.hypot(axis.get(0), axis.get(1)), axis.get(2));
    double[] unit = axis.stream().mapToDouble(v -> v / length).toArray();
    return new Material(
        Parameter.of(Ms),
        Parameter.of(A),
        new Material.Anisotropy(Parameter.of(Ku), EasyAxis.of(unit[0], unit[1], unit[2])),
        new Material.Chirality(Parameter.of(D()), dmi),
        Parameter.of(alpha),
        new Material.Torques(P, xi, spinOrbit));
  }

  /** For the current. */
  public AmrConductivity conductivity() {
    return new AmrConductivity(rhoPerp, amr, hallAngle, planarHall);
  }
}
