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
    YamlNode.Mapping film =
        map()
            .with("name", scalar(e.name()))
            .with("film", FilmSection.tree(e.film()))
            .with("material", MaterialSection.tree(e.material()));
    return HeatSection.tree(DisorderSection.tree(film, e.disorder()), e.heat())
        .with("electrodes", ElectrodesSection.tree(e.electrodes()))
        .with("initial", InitialSection.tree(e.initial()))
        .with("protocol", list(e.protocol().stream().map(StepForm::tree).toList()))
        .with("network", NetworkSection.tree(e.network()))
        .with("numerics", NumericsSection.tree(e.numerics()))
        .with("output", OutputSection.tree(e.output()))
        .with("temperature", number("temperature", e.temperature()))
        .with("seed", scalar(Long.toString(e.seed())));
  }
}
