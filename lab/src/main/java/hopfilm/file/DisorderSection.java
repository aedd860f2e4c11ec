package hopfilm.file;

import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.scalar;

import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.FilmSpec;
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
