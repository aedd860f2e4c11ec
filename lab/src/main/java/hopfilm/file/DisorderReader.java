package hopfilm.file;

import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.FilmSpec;
import hopfilm.input.Message;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the pinning sites and grains of a film. */
final class DisorderReader {

  /** Times that all sites together may cover the film. */
  private static final double MOST_COVERAGE = 10;

  private DisorderReader() {}

  static DisorderSpec read(Section top, FilmSpec film) {
    return new DisorderSpec(
        top.has("pinning") ? Optional.of(pinning(top.section("pinning"), film)) : Optional.empty(),
        top.has("grains") ? Optional.of(grains(top.section("grains"), film)) : Optional.empty());
  }

  private static DisorderSpec.Pinning pinning(Section s, FilmSpec film) {
    double density = s.value("density");
    double radius = s.value("radius");
    boolean frozen = s.choice("frozen").equals("true");
    if (frozen) {
      s.refuse("Ku", Message.FROZEN_HAS_NO_KU);
    } else if (!s.has("Ku")) {
      throw s.error("Ku", Message.PINNED_BY_WHAT);
    }
    double area = film.sizeX() * film.sizeY();
    double most =
        Math.min(
            (double) film.nx() * film.ny(), MOST_COVERAGE * area / (Math.PI * radius * radius));
    double sites = Math.rint(density * area);
    if (sites > Math.max(1, most)) {
      throw s.error(
          "density",
          Message.TOO_MANY_SITES,
          sites,
          Quantity.format(radius, Dimension.LENGTH),
          Math.floor(Math.max(1, most)));
    }
    return new DisorderSpec.Pinning(
        density,
        radius,
        frozen ? OptionalDouble.empty() : OptionalDouble.of(s.value("Ku")),
        s.whole("seed"));
  }

  private static DisorderSpec.Grains grains(Section s, FilmSpec film) {
    Section spread = s.section("spread");
    double ku = spread.value("Ku");
    double d = spread.value("D");
    double axis = spread.value("axis");
    double size = s.value("size");
    if (size < film.cell()) {
      throw s.error(
          "size",
          Message.GRAINS_TOO_SMALL,
          Quantity.format(size, Dimension.LENGTH),
          Quantity.format(film.cell(), Dimension.LENGTH));
    }
    return new DisorderSpec.Grains(size, ku, d, axis, s.whole("seed"));
  }
}
