package hopfilm.file;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.map;
import static hopfilm.key.YamlValues.number;
import static hopfilm.key.YamlValues.scalar;

import hopfilm.experiment.Experiment;
import hopfilm.key.Binder;
import hopfilm.section.ElectrodesSection;
import hopfilm.section.NetworkSection;
import hopfilm.section.StepForm;
import hopfilm.yaml.YamlNode;

/** Spells an experiment out as the tree of a file that reads back as an equal one. */
final class ExperimentTree {

  private ExperimentTree() {}

  /** The tree of one run, every value in it. */
  static YamlNode.Mapping of(Experiment e) {
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
        .with("seed", scalar(Long.toString(e.seed())))
        .with(expectations(e));
  }

  private static YamlNode.Mapping expectations(Experiment e) {
    return e.expect().isEmpty()
        ? map()
        : map()
            .with(
                "expect", list(e.expect().stream().map(x -> Binder.tree("expect[]", x)).toList()));
  }
}
