package hopfilm.accuracy;

import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.validation.RadialProfile;
import hopfilm.validation.ReferenceFilms;
import hopfilm.validation.SkyrmionRadius;
import java.util.List;

/** The isolated skyrmion of {@link SkyrmionRadius}: energy and radius of the disc of equal area. */
final class AccurateSkyrmion extends Accuracy {

  AccurateSkyrmion() {
    super(
        "Skyrmion",
        "Isolated skyrmion, Ku 600 kJ/m^3, wall parameter 4.1 nm; exact: axially symmetric solution",
        List.of("energy", "radius"));
  }

  @Override
  double[] solve(Discretisation scheme, double cell, Clock clock) {
    Magnet magnet = SkyrmionRadius.magnet(cell, DmiKind.BULK, scheme);
    VectorField start = SkyrmionRadius.texture(magnet.grid(), DmiKind.BULK);
    VectorField up = Textures.uniform(magnet.grid(), 0, 0, 1);
    VectorField m = clock.time(() -> ReferenceFilms.relaxed(magnet, start, 1e-6));
    double energy = magnet.energies(m).total() - magnet.energies(up).total();
    return new double[] {
      energy / (magnet.grid().sizeZ() * ReferenceFilms.A), SkyrmionRadius.effectiveRadius(m)
    };
  }

  @Override
  double[] exact() {
    RadialProfile exact = SkyrmionRadius.exact();
    return new double[] {exact.energy(), exact.effectiveRadius()};
  }
}
