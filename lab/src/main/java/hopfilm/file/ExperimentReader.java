package hopfilm.file;

import hopfilm.dynamics.Integrator;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.NumericsSpec;
import hopfilm.experiment.Step;
import hopfilm.film.TableColumns;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Origin;
import hopfilm.input.Spelling;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns the tree of one run into an {@link Experiment}, vetting every value. */
final class ExperimentReader {

  private static final int MOST_ROWS = 1_000_000;

  /** Of all rows together: they stay in memory for the figures. */
  private static final double MOST_TABLE_VALUES = 5e7;

  private static final int MOST_SNAPSHOTS = 100_000;

  private final String name;
  private final FilmSection films;
  private final InitialSection initials;
  private final ReferenceRuns references;

  /** Films with electrodes on which a current can flow: most runs of a sweep share theirs. */
  private static final Set<List<Object>> VETTED = ConcurrentHashMap.newKeySet();

  private static final int MOST_VETTED = 64;

  /**
   * @param name name of the experiment if the file gives none
   * @param folder where files that the experiment names are
   */
  ExperimentReader(String name, Path folder) {
    this(name, folder, Runtime.getRuntime().maxMemory());
  }

  /**
   * @param memory that a run may take [bytes]
   */
  ExperimentReader(String name, Path folder, double memory) {
    this.name = name;
    this.films = new FilmSection(memory);
    this.initials = new InitialSection(folder);
    this.references = new ReferenceRuns(folder);
  }

  Experiment read(YamlNode.Mapping root) {
    Section top = new Section("", "", root, root.origin());
    FilmSpec film = films.read(top.section("film"));
    MaterialSpec material = MaterialSection.read(top.section("material"));
    ElectrodesSpec electrodes =
        ElectrodesSection.read(root.get("electrodes"), root.origin(), film.layers());
    vet(film, electrodes, top);
    if (electrodes.count() != 4 && root.get("protocol").origin().equals(Origin.DEFAULT)) {
      throw ExperimentException.at(
          root.origin(),
          "protocol",
          Message.NO_PROTOCOL,
          electrodes.count(),
          ProtocolContext.example(electrodes.count()));
    }
    NetworkSpec network =
        NetworkSection.read(
            top.section("network"),
            references,
            electrodes.on(film.grid()).stream().map(Electrode::name).toList());
    List<Step> protocol =
        ProtocolReader.read(root.get("protocol"), electrodes.drives(), network.reference());
    Optional<HeatSpec> heat = HeatSection.read(top, film);
    if (heat.isEmpty() && electrodes.heatSinks().contains(true)) {
      throw top.error("electrodes", Message.SINK_WITHOUT_HEAT);
    }
    vetHeat(material, heat, top);
    NumericsSpec numerics = NumericsSection.read(top.section("numerics"));
    if (numerics.contacts() == NumericsSpec.Contacts.FITTED && film.layers() > 1) {
      throw top.section("numerics")
          .error("contacts", Message.FITTED_NEEDS_ONE_LAYER, film.layers());
    }
    Experiment experiment =
        new Experiment(
            top.has("name") ? top.text("name") : name,
            film,
            material,
            DisorderSection.read(top, film),
            heat,
            electrodes,
            initials.read(top.section("initial")),
            protocol,
            network,
            numerics,
            OutputSection.read(top.section("output")),
            temperature(top, numerics),
            top.whole("seed"));
    requireFewRows(experiment, top.section("output"));
    initials.requireStart(experiment, top.section("initial"));
    return experiment;
  }

  private static void vetHeat(MaterialSpec material, Optional<HeatSpec> heat, Section top) {
    double kelvin = top.value("temperature");
    if (heat.isPresent() && kelvin > 0 && kelvin != heat.get().ambient()) {
      String ambient = Quantity.format(heat.get().ambient(), Dimension.TEMPERATURE);
      throw top.error("temperature", Message.NOISE_AT_OTHER_TEMPERATURE, ambient);
    }
    if (material.temperatureCoefficient() != 0 && heat.isEmpty()) {
      throw top.section("material").error("temperature_coefficient", Message.WARM_WITHOUT_HEAT);
    }
    if (material.curie().isEmpty()) {
      return;
    }
    Section s = top.section("material");
    if (heat.isEmpty()) {
      throw s.error("Tc", Message.WARM_WITHOUT_HEAT);
    }
    double least = heat.get().ambient() / TemperatureLaw.MOST;
    if (!(material.curie().get().Tc() > least)) {
      throw s.error(
          "Tc",
          Message.TC_TOO_LOW,
          s.text("Tc"),
          Quantity.format(heat.get().ambient(), Dimension.TEMPERATURE),
          Quantity.format(least, Dimension.TEMPERATURE));
    }
  }

  /** Whether current can flow on these electrodes: the engine knows. */
  private void vet(FilmSpec film, ElectrodesSpec electrodes, Section top) {
    boolean sidesX = electrodes instanceof ElectrodesSpec.SidesX;
    boolean sidesY = electrodes instanceof ElectrodesSpec.SidesY;
    if ((sidesX && film.edges().periodicX()) || (sidesY && film.edges().periodicY())) {
      throw top.error(
          "electrodes",
          Message.NO_SUCH_EDGES,
          sidesX ? "sides-x" : "sides-y",
          Spelling.of(film.edges()));
    }
    double half = film.cell() * Math.min(film.nx(), film.ny()) / 2;
    if (electrodes instanceof ElectrodesSpec.Corners c && c.radius() >= half) {
      throw top.error(
          "electrodes.radius",
          Message.CORNERS_MEET,
          FilmSection.length(c.radius()),
          FilmSection.length(film.cell() * film.nx()),
          FilmSection.length(film.cell() * film.ny()),
          FilmSection.length(half));
    }
    List<Object> both = List.of(film, electrodes);
    if (VETTED.contains(both)) {
      return;
    }
    try {
      CurrentFlow.vet(film.cells(), electrodes.on(film.grid()));
    } catch (IllegalArgumentException e) {
      throw top.error("electrodes", Message.ELECTRODES_DO_NOT_FIT, e.getMessage());
    }
    if (VETTED.size() >= MOST_VETTED) {
      VETTED.clear();
    }
    VETTED.add(both);
  }

  private static double temperature(Section top, NumericsSpec numerics) {
    double kelvin = top.value("temperature");
    if (kelvin > 0 && numerics.numerics().integrator() == Integrator.DOPRI5) {
      throw top.error("temperature", Message.NOISE_NEEDS_RK4, top.text("temperature"));
    }
    return kelvin;
  }

  private static long mostRows(Experiment e) {
    return (long) Math.min(MOST_ROWS, Math.max(2, MOST_TABLE_VALUES / TableColumns.count(e)));
  }

  /** The time for which table and snapshots are not too long [s]. */
  static double longest(Experiment e) {
    return Math.min(mostRows(e) * e.output().table(), MOST_SNAPSHOTS * e.output().snapshots());
  }

  /** The table and the snapshots grow with the time that is simulated. */
  private static void requireFewRows(Experiment e, Section s) {
    double time = e.duration();
    long most = mostRows(e);
    double rows = time / e.output().table();
    if (rows > most) {
      throw s.error(
          "table",
          Message.TOO_MANY_ROWS,
          rows,
          TableColumns.count(e),
          time(time),
          most,
          time(roundedUp(time / most)));
    }
    double snapshots = time / e.output().snapshots();
    if (snapshots > MOST_SNAPSHOTS) {
      throw s.error(
          "snapshots",
          Message.TOO_MANY_SNAPSHOTS,
          snapshots,
          time(time),
          MOST_SNAPSHOTS,
          time(roundedUp(time / MOST_SNAPSHOTS)));
    }
  }

  /** To two digits. */
  private static double roundedUp(double x) {
    double step = Math.pow(10, Math.floor(Math.log10(x)) - 1);
    return Math.ceil(x / step) * step;
  }

  private static String time(double seconds) {
    return Quantity.format(seconds, Dimension.TIME);
  }
}
