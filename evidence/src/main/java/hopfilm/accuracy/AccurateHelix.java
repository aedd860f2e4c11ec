package hopfilm.accuracy;

import hopfilm.grid.Edges;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.validation.Chains;
import java.util.List;

/** The helix without anisotropy: pitch and energy density of a long free chain. */
final class AccurateHelix extends Accuracy {

  private static final double LENGTH = 320e-9;
  private static final double PITCH = 4 * Math.PI * Chains.A / Chains.D;

  AccurateHelix() {
    super(
        "Helix",
        "Helix without anisotropy, free chain of 320 nm; exact: pitch 4 pi A/D, energy -D^2/(4A)",
        List.of("energy", "pitch"));
  }

  @Override
  double[] solve(Discretisation scheme, double cell, Clock clock) {
    int n = (int) Math.round(LENGTH / cell);
    Magnet magnet =
        Chains.chain(n, cell, Edges.OPEN, Chains.material(0, Chains.D, DmiKind.BULK), scheme);
    VectorField start = Textures.helix(magnet.grid(), 0, 1.1 * PITCH, DmiKind.BULK, 1);
    VectorField m = clock.time(() -> Chains.relaxed(magnet, start, 1e-9));
    double pitch = 2 * Math.PI * cell / Chains.angle(m, n / 2, n / 2 + 1);
    double volume = magnet.grid().cells() * magnet.grid().cellVolume();
    return new double[] {magnet.energies(m).total() / volume, pitch};
  }

  @Override
  double[] exact() {
    return new double[] {-Chains.D * Chains.D / (4 * Chains.A), PITCH};
  }
}
