package hopfilm.accuracy;

import hopfilm.grid.Edges;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.validation.ReferenceFilms;
import java.util.List;

/** The helix without anisotropy: pitch and energy density of a long free chain. */
final class AccurateHelix extends Accuracy {

  private static final double LENGTH = 320e-9;
  private static final double PITCH = 4 * Math.PI * ReferenceFilms.A / ReferenceFilms.D;

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
        ReferenceFilms.chain(
            n,
            cell,
            Edges.OPEN,
            ReferenceFilms.material(0, ReferenceFilms.D, DmiKind.BULK),
            scheme);
    VectorField start = Textures.helix(magnet.grid(), 0, 1.1 * PITCH, DmiKind.BULK, 1);
    VectorField m = clock.time(() -> ReferenceFilms.relaxed(magnet, start, 1e-9));
    double pitch = 2 * Math.PI * cell / ReferenceFilms.angle(m, n / 2, n / 2 + 1);
    double volume = magnet.grid().cells() * magnet.grid().cellVolume();
    return new double[] {magnet.energies(m).total() / volume, pitch};
  }

  @Override
  double[] exact() {
    return new double[] {-ReferenceFilms.D * ReferenceFilms.D / (4 * ReferenceFilms.A), PITCH};
  }
}
