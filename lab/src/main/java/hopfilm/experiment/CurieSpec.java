package hopfilm.experiment;

import hopfilm.magnet.TemperatureLaw;

/**
 * How a material changes on its way to the Curie temperature.
 *
 * @param Tc Curie temperature [K]
 * @param A exponent of the exchange stiffness by the order
 * @param D exponent of the Dzyaloshinskii-Moriya strength
 * @param Ku exponent of the anisotropy
 */
public record CurieSpec(double Tc, double A, double D, double Ku) {

  /** For values that are given at a temperature [K]. */
  public TemperatureLaw law(double given) {
    return new TemperatureLaw(Tc, given, A, D, Ku);
  }
}
