package hopfilm.file;

import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.scalar;

import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.FilmSpec.FilmEdges;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.Substrates;
import hopfilm.heat.Substrate;
import hopfilm.heat.Substrate.HalfSpace;
import hopfilm.input.Excerpt;
import hopfilm.input.Message;
import hopfilm.input.Nearest;
import hopfilm.input.Spelling;
import java.util.Optional;

/** The section {@code heat}, read and written: without it the current heats nothing. */
final class HeatSection {

  private HeatSection() {}

  /**
   * Reads it.
   *
   * @param film null if it is wrong
   */
  static Optional<HeatSpec> read(Section top, FilmSpec film) {
    if (!top.has("heat")) {
      return Optional.empty();
    }
    Section s = top.section("heat");
    if (film != null && film.edges() != FilmEdges.OPEN) {
      throw top.error("heat", Message.HEAT_NEEDS_OPEN_EDGES, Spelling.of(film.edges()));
    }
    return Optional.of(
        new HeatSpec(
            s.value("ambient"),
            s.value("capacity"),
            s.value("conductivity"),
            s.value("interface"),
            below(s)));
  }

  private static HeatSpec.Below below(Section s) {
    if (s.node("substrate") instanceof YamlNode.Mapping) {
      Section own = s.section("substrate");
      return new HeatSpec.Below(
          null, new HalfSpace(own.value("capacity"), own.value("conductivity")));
    }
    String name = s.text("substrate");
    Substrate substrate = Substrates.USUAL.get(name);
    if (substrate == null) {
      throw Nearest.to(name, Substrates.USUAL.keySet())
          .map(
              near ->
                  s.error(
                      "substrate",
                      Message.NO_SUCH_WORD_NEAR,
                      Excerpt.of(name),
                      Substrates.words(),
                      near))
          .orElseGet(
              () ->
                  s.error("substrate", Message.NO_SUCH_WORD, Excerpt.of(name), Substrates.words()));
    }
    return new HeatSpec.Below(name, substrate);
  }

  /** Adds the section, where there is one, to those of an experiment. */
  static YamlNode.Mapping tree(YamlNode.Mapping root, Optional<HeatSpec> heat) {
    if (heat.isEmpty()) {
      return root;
    }
    HeatSpec h = heat.get();
    return root.with(
        "heat",
        map()
            .with("ambient", number("heat.ambient", h.ambient()))
            .with("capacity", number("heat.capacity", h.capacity()))
            .with("conductivity", number("heat.conductivity", h.conductivity()))
            .with("interface", number("heat.interface", h.interfaceConductance()))
            .with("substrate", below(h.below())));
  }

  private static YamlNode below(HeatSpec.Below below) {
    if (below.name() != null) {
      return scalar(below.name());
    }
    HalfSpace own = (HalfSpace) below.substrate();
    return map()
        .with("capacity", number("heat.substrate.capacity", own.capacity()))
        .with("conductivity", number("heat.substrate.conductivity", own.conductivity()));
  }
}
