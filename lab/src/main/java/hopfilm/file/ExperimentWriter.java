package hopfilm.file;

import static hopfilm.file.YamlValues.list;
import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.scalar;

import hopfilm.experiment.Experiment;

/** Spells an experiment out as the tree of a file that reads back bit for bit. */
final class ExperimentWriter {

  private ExperimentWriter() {}

  /** The tree of one run. */
  static YamlNode.Mapping tree(Experiment e) {
    YamlNode.Mapping heat =
        e.heat().map(h -> map().with("heat", Binder.tree("heat", h))).orElse(map());
    YamlNode.Mapping film =
        map()
            .with("name", scalar(e.name()))
            .with("film", Binder.tree("film", e.film()))
            .with("material", Binder.tree("material", e.material()));
    return film.with(Binder.tree("", e.disorder()))
        .with(heat)
        .with("electrodes", ElectrodesSection.tree(e.electrodes()))
        .with("initial", Binder.tree("initial", e.initial()))
        .with("protocol", list(e.protocol().stream().map(StepForm::tree).toList()))
        .with("network", NetworkSection.tree(e.network()))
        .with("numerics", Binder.tree("numerics", e.numerics()))
        .with("output", Binder.tree("output", e.output()))
        .with("temperature", number("temperature", e.temperature()))
        .with("seed", scalar(Long.toString(e.seed())));
  }
}
