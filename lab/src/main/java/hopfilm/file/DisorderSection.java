package hopfilm.file;

import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.scalar;

import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.FilmSpec;
import hopfilm.input.Faults;
import hopfilm.input.Message;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sections {@code pinning} and {@code grains}, read and written. */
final class DisorderSection {

  /** Times that all sites together may cover the film. */
  private static final double MOST_COVERAGE = 10;

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
    double density = s.value("density");
    double radius = s.value("radius");
    boolean frozen = s.choice("frozen").equals("true");
    if (frozen) {
      s.refuse("Ku", Message.FROZEN_HAS_NO_KU);
    } else if (!s.has("Ku")) {
      throw s.error("Ku", Message.PINNED_BY_WHAT);
    }
    if (film != null) {
      requireFewSites(s, film, density, radius);
    }
    return new DisorderSpec.Pinning(
        density,
        radius,
        frozen ? OptionalDouble.empty() : OptionalDouble.of(s.value("Ku")),
        s.whole("seed"));
  }

  private static void requireFewSites(Section s, FilmSpec film, double density, double radius) {
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
  }

  private static DisorderSpec.Grains grains(Section s, FilmSpec film) {
    Section spread = s.section("spread");
    double ku = spread.value("Ku");
    double d = spread.value("D");
    double axis = spread.value("axis");
    double size = s.value("size");
    if (film != null && size < film.cell()) {
      throw s.error(
          "size",
          Message.GRAINS_TOO_SMALL,
          Quantity.format(size, Dimension.LENGTH),
          Quantity.format(film.cell(), Dimension.LENGTH));
    }
    return new DisorderSpec.Grains(size, ku, d, axis, s.whole("seed"));
  }

  /** Adds the sections of what a film has to those of an experiment. */
  static YamlNode.Mapping tree(YamlNode.Mapping root, DisorderSpec d) {
    YamlNode.Mapping all = root;
    if (d.pinning().isPresent()) {
      all = all.with("pinning", pinning(d.pinning().get()));
    }
    return d.grains().isPresent() ? all.with("grains", grains(d.grains().get())) : all;
  }

  private static YamlNode pinning(DisorderSpec.Pinning p) {
    YamlNode.Mapping map =
        map()
            .with("density", number("pinning.density", p.density()))
            .with("radius", number("pinning.radius", p.radius()));
    map =
        p.Ku().isEmpty()
            ? map.with("frozen", scalar("true"))
            : map.with("Ku", number("pinning.Ku", p.Ku().getAsDouble()));
    return map.with("seed", scalar(Long.toString(p.seed())));
  }

  private static YamlNode grains(DisorderSpec.Grains g) {
    YamlNode.Mapping spread =
        map()
            .with("Ku", number("grains.spread.Ku", g.Ku()))
            .with("D", number("grains.spread.D", g.D()))
            .with("axis", number("grains.spread.axis", g.axis()));
    return map()
        .with("size", number("grains.size", g.size()))
        .with("spread", spread)
        .with("seed", scalar(Long.toString(g.seed())));
  }
}
