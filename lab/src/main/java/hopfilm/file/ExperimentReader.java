package hopfilm.file;

import hopfilm.dynamics.Integrator;
import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Expectation;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.FilmSpec.FilmEdges;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.NumericsSpec;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.Step;
import hopfilm.grid.CellMask;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.FileMessage;
import hopfilm.input.NamedFiles;
import hopfilm.input.Origin;
import hopfilm.input.Spelling;
import hopfilm.key.Binder;
import hopfilm.key.KeyFaults;
import hopfilm.key.Materials;
import hopfilm.key.Section;
import hopfilm.parallel.Interruption;
import hopfilm.reading.Expected;
import hopfilm.section.DisorderSection;
import hopfilm.section.ElectrodesSection;
import hopfilm.section.FilmSection;
import hopfilm.section.InitialSection;
import hopfilm.section.NetworkSection;
import hopfilm.section.OutputSection;
import hopfilm.section.ProtocolContext;
import hopfilm.section.RowSpacing;
import hopfilm.section.SampleFiles;
import hopfilm.section.StepForm;
import hopfilm.section.StudyBudget;
import hopfilm.transport.CurrentFlow;
import hopfilm.units.PublishedMaterials;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns the tree of one run into an {@link Experiment}, vetting every value. */
final class ExperimentReader {

  private static final String FILM = "film";
  private static final String MATERIAL = "material";
  private static final String ELECTRODES = "electrodes";
  private static final String PROTOCOL = "protocol";
  private static final String OUTPUT = "output";
  private static final String EXPECT = "expect";

  private final String name;
  private final FilmSection films;
  private final InitialSection initials = new InitialSection();
  private final NetworkSection networks;
  private final NamedFiles files;
  private final SampleFiles samples;
  private final StudyBudget budget = new StudyBudget();
  private final boolean vetsCurrents;

  /** Film and electrodes of the run before: most runs of a sweep have the same. */
  private YamlNode filmNode;

  private YamlNode electrodesNode;
  private FilmSpec film;
  private ElectrodesSpec electrodes;
  private List<String> electrodeNames;

  /** Films with electrodes on which a current can flow: most runs of a sweep share theirs. */
  private static final Set<List<Object>> VETTED = ConcurrentHashMap.newKeySet();

  private static final int MAX_VETTED = 64;

  /**
   * @param name name of the experiment if the file gives none
   * @param files that the experiment names
   */
  ExperimentReader(String name, NamedFiles files) {
    this(name, files, Runtime.getRuntime().maxMemory(), true);
  }

  /** Reads films that are not run yet: whatever their memory, and without finding their cells. */
  static ExperimentReader unvetted(String name) {
    return new ExperimentReader(name, NamedFiles.in(Path.of("")), Double.POSITIVE_INFINITY, false);
  }

  /**
   * @param memory that a run may take [bytes]
   * @param vetsCurrents whether current must be able to flow
   */
  ExperimentReader(String name, NamedFiles files, double memory, boolean vetsCurrents) {
    this.name = name;
    this.films = new FilmSection(memory);
    this.networks = new NetworkSection(files);
    this.files = files;
    this.samples = new SampleFiles(files);
    this.vetsCurrents = vetsCurrents;
  }

  /** The files that the experiment names. */
  NamedFiles files() {
    return files;
  }

  /**
   * Reads a run.
   *
   * @param file the keys of the run, as given
   * @param faults get its errors; the result is null then
   */
  Experiment read(YamlNode.Mapping file, Faults faults) {
    faults.beginRun();
    YamlNode.Mapping laid = faults.read(() -> RowSpacing.laid(file));
    if (laid == null) {
      faults.lose(ELECTRODES);
    }
    YamlNode.Mapping root = laid == null ? file : laid;
    Section top = new Section("", "", root, root.origin(), files);
    Interruption.check();
    boolean isKnown = film != null && filmNode != null && filmNode == root.get(FILM);
    if (!isKnown) {
      filmNode = root.get(FILM);
      film = faults.read(FILM, () -> films.read(top.section(FILM)));
    }
    MaterialSpec material = faults.read(MATERIAL, () -> material(top.section(MATERIAL)));
    boolean areKnown = isKnown && electrodeNames != null && electrodesNode == root.get(ELECTRODES);
    if (!areKnown) {
      electrodesNode = root.get(ELECTRODES);
      electrodes =
          faults.read(
              ELECTRODES,
              () -> ElectrodesSection.read(electrodesNode, root.origin(), film, faults, budget));
      if (electrodes == null) {
        faults.vet(() -> cells(top), film);
      }
      faults.vet(() -> vet(top), film, electrodes);
      electrodeNames = film == null || electrodes == null ? null : electrodes.names(film.grid());
    }
    NetworkSpec network =
        faults.read(
            "network",
            () ->
                networks.read(
                    top.section("network"),
                    electrodeNames,
                    electrodes instanceof ElectrodesSpec.Rows));
    List<Step> protocol = faults.read(PROTOCOL, () -> protocol(root, network, faults));
    Optional<HeatSpec> heat = faults.read("heat", () -> heat(top, film));
    faults.vet(() -> SectionRules.sinks(electrodes, heat, top), electrodes, heat);
    faults.vet(() -> SectionRules.heat(material, heat, top), material, heat);
    NumericsSpec numerics =
        faults.read("numerics", () -> Binder.read(NumericsSpec.class, top.section("numerics")));
    faults.vet(() -> SectionRules.contacts(film, numerics, top), film, numerics);
    faults.vet(
        () -> SectionRules.steps(protocol, material, heat, numerics, top.originOf(PROTOCOL)),
        protocol,
        material,
        heat,
        numerics);
    DisorderSpec disorder = DisorderSection.read(top, film, faults, budget);
    faults.vet(() -> SectionRules.polarisation(material, disorder, top), material);
    InitialSpec initial = faults.read("initial", () -> initials.read(top.section("initial")));
    OutputSpec output =
        faults.read(OUTPUT, () -> OutputSection.read(top.section(OUTPUT), film, electrodeNames));
    Double temperature = faults.read(() -> temperature(top, numerics));
    Long seed = faults.read(() -> top.whole("seed"));
    String title = faults.read(() -> top.has("name") ? top.text("name") : name);
    List<Expectation> expect = faults.read(EXPECT, () -> expectations(top, faults));
    if (!faults.isEmpty()) {
      KeyFaults.find(root, faults);
      return null;
    }
    Experiment experiment =
        new Experiment(
            title,
            film,
            material,
            disorder,
            heat,
            electrodes,
            initial,
            protocol,
            network,
            numerics,
            output,
            temperature,
            seed,
            expect);
    faults.vet(() -> SectionRules.injected(experiment, top));
    faults.vet(() -> SectionRules.gradient(experiment, top));
    faults.vet(() -> OutputSection.requireFewRows(experiment, top.section(OUTPUT)));
    faults.vet(() -> StepForm.requireColumns(experiment, top.originOf(PROTOCOL)));
    faults.vet(() -> initials.requireStart(experiment, top.section("initial")));
    faults.vet(() -> films.requireFields(experiment, top));
    vetExpectations(experiment, root, top, faults);
    return experiment;
  }

  private static List<Expectation> expectations(Section top, Faults faults) {
    List<YamlNode> items = top.has(EXPECT) ? top.list(EXPECT) : List.of();
    List<Expectation> all = new ArrayList<>();
    for (int k = 0; k < items.size(); k++) {
      Section s = top.entry(EXPECT, k + 1, items.get(k));
      all.add(faults.read(() -> Binder.read(Expectation.class, s)));
    }
    return all.contains(null) ? null : all;
  }

  /** Checks the expressions of all expectations against the steps and the table of the film. */
  private void vetExpectations(
      Experiment experiment, YamlNode.Mapping root, Section top, Faults faults) {
    for (int k = 0; k < experiment.expect().size(); k++) {
      Section s = top.entry(EXPECT, k + 1, top.list(EXPECT).get(k));
      Expectation e = experiment.expect().get(k);
      faults.vet(() -> Expected.of(e, experiment, x -> refused(root, x), s::shown, s::originOf));
    }
  }

  /** Reason why the film cannot have a setting; null if it can. */
  private String refused(YamlNode.Mapping root, String setting) {
    Faults faults = new Faults();
    try {
      Document other =
          Document.of(root.without(EXPECT), Yaml.Setting.all(List.of(setting)), faults);
      read(other.run(0, faults), faults);
      faults.end();
      return null;
    } catch (ExperimentException e) {
      return e.withoutPlace();
    }
  }

  private static MaterialSpec material(Section given) {
    return Binder.read(MaterialSpec.class, withPreset(given).without("preset"));
  }

  /**
   * The section {@code material} with the values of its preset where it gives none.
   *
   * @throws ExperimentException if a value is neither known nor given
   */
  private static Section withPreset(Section s) {
    if (!s.has("preset")) {
      return s;
    }
    String name = s.choice("preset");
    YamlNode.Mapping merged = YamlNode.Mapping.empty(s.origin());
    List<String> missing = new ArrayList<>();
    for (String key : Materials.NEEDED) {
      PublishedMaterials.Value value = Materials.all().get(name).values().get(key);
      if (s.has(key)) {
        continue;
      } else if (value == null) {
        missing.add(key);
      } else {
        merged = merged.with(key, new YamlNode.Scalar(value.text(), s.originOf("preset")));
      }
    }
    if (!missing.isEmpty()) {
      throw s.error("preset", FileMessage.PRESET_LACKS, name, String.join(", ", missing));
    }
    return s.over(merged);
  }

  private List<Step> protocol(YamlNode.Mapping root, NetworkSpec network, Faults faults) {
    YamlNode node = root.get(PROTOCOL);
    if (electrodes instanceof ElectrodesSpec.None && node.origin().equals(Origin.DEFAULT)) {
      throw ExperimentException.at(root.origin(), PROTOCOL, FileMessage.NO_PROTOCOL_OF_NONE);
    }
    if (electrodes != null && electrodes.count() != 4 && node.origin().equals(Origin.DEFAULT)) {
      throw ExperimentException.at(
          root.origin(),
          PROTOCOL,
          FileMessage.NO_PROTOCOL,
          electrodes.count(),
          ProtocolContext.example(electrodes.count()));
    }
    List<Step> steps =
        StepForm.steps(
            node,
            PROTOCOL,
            new ProtocolContext(electrodes, electrodeNames, network, samples, faults));
    if (steps != null && steps.isEmpty()) {
      throw ExperimentException.at(node.origin(), PROTOCOL, FileMessage.NO_STEPS);
    }
    double all = steps == null ? 0 : steps.stream().mapToDouble(StepForm::count).sum();
    if (all > StepForm.MAX_STEPS) {
      throw ExperimentException.at(
          node.origin(), PROTOCOL, FileMessage.TOO_MANY_STEPS, all, StepForm.MAX_STEPS);
    }
    return steps;
  }

  /**
   * Without its section the current heats nothing.
   *
   * @param film null if it is wrong
   */
  private static Optional<HeatSpec> heat(Section top, FilmSpec film) {
    if (!top.has("heat")) {
      return Optional.empty();
    }
    Section s = top.section("heat");
    if (film != null && film.edges() != FilmEdges.OPEN) {
      throw top.error("heat", FileMessage.HEAT_NEEDS_OPEN_EDGES, Spelling.of(film.edges()));
    }
    return Optional.of(Binder.read(HeatSpec.class, s));
  }

  /** The cells of the film, of which there are some. */
  private CellMask cells(Section top) {
    budget.film(film, top);
    CellMask cells = film.cells();
    if (cells.count() == 0) {
      Section s = top.section("film");
      throw s.error(s.has("mask") ? "mask" : "shape", FileMessage.NO_FILM_LEFT);
    }
    return cells;
  }

  /** Whether current can flow on these electrodes: the engine knows. */
  private void vet(Section top) {
    if (electrodes instanceof ElectrodesSpec.None) {
      cells(top);
      if (film.oersted()) {
        throw top.section(FILM).error("oersted", FileMessage.NO_CURRENT);
      }
      if (top.has("heat")) {
        throw top.error("heat", FileMessage.NO_CURRENT);
      }
      return;
    }
    boolean sidesX = electrodes instanceof ElectrodesSpec.SidesX;
    boolean sidesY = electrodes instanceof ElectrodesSpec.SidesY;
    if ((sidesX && film.edges().periodicX()) || (sidesY && film.edges().periodicY())) {
      throw top.error(
          "electrodes",
          FileMessage.NO_SUCH_EDGES,
          sidesX ? "sides-x" : "sides-y",
          Spelling.of(film.edges()));
    }
    double half = ElectrodesSection.largestAtCorners(film);
    if (electrodes instanceof ElectrodesSpec.Corners c && c.radius() >= half) {
      throw top.section(ELECTRODES)
          .error(
              "radius",
              FileMessage.CORNERS_MEET,
              FilmSection.length(c.radius()),
              FilmSection.length(film.cell() * film.nx()),
              FilmSection.length(film.cell() * film.ny()),
              FilmSection.length(half));
    }
    List<Object> both = List.of(film, electrodes);
    if (!vetsCurrents || VETTED.contains(both)) {
      return;
    }
    CellMask cells = cells(top);
    budget.electrodes(film, electrodes, top);
    try {
      CurrentFlow.vet(cells, electrodes.on(film.grid()));
    } catch (IllegalArgumentException e) {
      throw top.error(ELECTRODES, FileMessage.ELECTRODES_DO_NOT_FIT, e.getMessage());
    }
    if (VETTED.size() >= MAX_VETTED) {
      VETTED.clear();
    }
    VETTED.add(both);
  }

  /**
   * @param numerics null if they are wrong
   */
  private static double temperature(Section top, NumericsSpec numerics) {
    double kelvin = top.value("temperature");
    if (kelvin > 0 && numerics != null && numerics.integrator() == Integrator.DOPRI5) {
      throw top.error("temperature", FileMessage.NOISE_NEEDS_RK4, top.text("temperature"));
    }
    return kelvin;
  }
}
