package hopfilm.dynamics;

import hopfilm.dynamics.AddedFieldKernel.Fields;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.ThermalField;

/**
 * How a film moves until its surroundings or its temperature change: the right-hand side of its
 * equation, and the longest stable step.
 *
 * @param magnet at its temperature
 * @param kernel the right-hand side
 * @param step the longest step
 */
record Motion(Magnet magnet, LlgKernel kernel, TimeStep step) {

  /** The motion of a magnet given at ambient temperature. */
  static Motion of(
      Magnet ambient,
      PaddedLayout layout,
      Numerics numerics,
      Drives drives,
      MaterialTemperature temperature) {
    Magnet magnet = temperature.magnet(ambient);
    ThermalNoise noise = drives.noise();
    ThermalField strongestNoise = null;
    if (noise != null) {
      noise.use(magnet, temperature.appliedRise());
      strongestNoise = temperature.strongest(noise.thermal());
    }
    Fields fields =
        new Fields(noise == null ? null : noise.field(), drives.cells(), drives.oersted());
    LlgKernel kernel =
        drives.hasPlanarHall()
            ? LlgEquation.motion(magnet, layout, numerics.kernels(), fields)
            : LlgEquation.general(magnet, layout, fields);
    Magnet strongest = drives.strongest(magnet);
    return new Motion(
        magnet, kernel, new TimeStep(strongest, numerics.integrator(), strongestNoise));
  }

  /** The longest step that is stable and follows the drives between two times [s]. */
  double longestStep(Drives drives, double from, double until) {
    double stable =
        step.longest(
            drives.largestDrift(from, until),
            drives.polarisation(),
            drives.largestOersted(from, until)
                + step.slonczewski(drives.largestThrough(from, until)));
    return Math.min(drives.longestStep(from, until), stable);
  }
}
