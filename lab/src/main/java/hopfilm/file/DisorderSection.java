package hopfilm.file;

import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.FilmSpec;
import hopfilm.input.Faults;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Optional;

/** The rules of the sections {@code pinning} and {@code grains}. */
final class DisorderSection {

  /** Times that all sites together may cover the film. */
  private static final double MAX_COVERAGE = 10;

  private DisorderSection() {}

  /**
   * Reads them.
   *
   * @param film null if it is wrong
   * @param faults get the errors of both
   */
  static DisorderSpec read(Section top, FilmSpec film, Faults faults) {
    DisorderSpec.Pinning pinning =
        top.has("pinning")
            ? faults.read("pinning", () -> pinning(top.section("pinning"), film))
            : null;
    DisorderSpec.Grains grains =
        top.has("grains") ? faults.read("grains", () -> grains(top.section("grains"), film)) : null;
    return new DisorderSpec(Optional.ofNullable(pinning), Optional.ofNullable(grains));
  }

  private static DisorderSpec.Pinning pinning(Section s, FilmSpec film) {
    DisorderSpec.Pinning pinning = Binder.read(DisorderSpec.Pinning.class, s);
    if (!pinning.frozen() && pinning.Ku().isEmpty()) {
      throw s.error("Ku", FileMessage.PINNED_BY_WHAT);
    }
    if (film != null) {
      requireFewSites(s, film, pinning.density(), pinning.radius());
    }
    return pinning;
  }

  private static void requireFewSites(Section s, FilmSpec film, double density, double radius) {
    double area = film.sizeX() * film.sizeY();
    double most =
        Math.min((double) film.nx() * film.ny(), MAX_COVERAGE * area / (Math.PI * radius * radius));
    double sites = Math.rint(density * area);
    if (sites > Math.max(1, most)) {
      throw s.error(
          "density",
          FileMessage.TOO_MANY_SITES,
          sites,
          Quantity.format(radius, Dimension.LENGTH),
          Math.floor(Math.max(1, most)));
    }
  }

  private static DisorderSpec.Grains grains(Section s, FilmSpec film) {
    DisorderSpec.Grains grains = Binder.read(DisorderSpec.Grains.class, s);
    if (film != null && grains.size() < film.cell()) {
      throw s.error(
          "size",
          FileMessage.GRAINS_TOO_SMALL,
          Quantity.format(grains.size(), Dimension.LENGTH),
          Quantity.format(film.cell(), Dimension.LENGTH));
    }
    return grains;
  }
}
