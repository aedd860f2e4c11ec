package hopfilm.file;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.Integrator;
import hopfilm.dynamics.Numerics;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.MaterialSpec.DmiStrength;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.NumericsSpec;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepAxis;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Origin;
import hopfilm.input.Spelling;
import hopfilm.kernel.KernelChoice;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.transport.CurrentFlow;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns the tree of one run into an {@link Experiment}, vetting every value. */
final class ExperimentReader {

  private static final int MOST_ROWS = 1_000_000;

  /** Of all rows together: they stay in memory for the figures. */
  private static final double MOST_TABLE_VALUES = 5e7;

  private static final int MOST_SNAPSHOTS = 100_000;

  private final String name;
  private final FilmReader films;
  private final InitialReader initials;

  /** Films with electrodes on which a current can flow: most runs of a sweep share theirs. */
  private final Set<List<Object>> vetted = new HashSet<>();

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
    this.films = new FilmReader(memory);
    this.initials = new InitialReader(folder);
  }

  Experiment read(YamlNode.Mapping root, List<SweepAxis> sweep) {
    Section top = new Section("", "", root, root.origin());
    FilmSpec film = films.read(top.section("film"));
    MaterialSpec material = material(top.section("material"));
    ElectrodesSpec electrodes =
        ElectrodesReader.read(root.get("electrodes"), root.origin(), film.layers());
    vet(film, electrodes, top);
    if (electrodes.count() != 4 && root.get("protocol").origin().equals(Origin.DEFAULT)) {
      throw ExperimentException.at(
          root.origin(),
          "protocol",
          Message.NO_PROTOCOL,
          electrodes.count(),
          ProtocolReader.example(electrodes.count()));
    }
    NetworkSpec network = network(top.section("network"));
    List<Step> protocol =
        new ProtocolReader(electrodes.drives(), network.reference()).read(root.get("protocol"));
    NumericsSpec numerics = numerics(top.section("numerics"));
    Experiment experiment =
        new Experiment(
            top.has("name") ? top.text("name") : name,
            film,
            material,
            DisorderReader.read(top, film),
            electrodes,
            initials.read(top.section("initial")),
            protocol,
            network,
            numerics,
            output(top.section("output")),
            temperature(top, numerics),
            top.whole("seed"),
            sweep,
            top.has("optimise") ? OptimiseReader.read(top.section("optimise"), sweep) : null);
    requireFewRows(experiment, top.section("output"));
    initials.requireStart(experiment, top.section("initial"));
    return experiment;
  }

  private MaterialSpec material(Section s) {
    double[] axis = s.direction("axis");
    Quantity d = s.quantity("D");
    Section orbit = s.section("spin_orbit");
    return new MaterialSpec(
        s.value("Ms"),
        s.value("A"),
        s.value("Ku"),
        Arrays.stream(axis).boxed().toList(),
        new DmiStrength(d.value(), d.dimension() == Dimension.CURRENT),
        s.constant("dmi", DmiKind.class),
        s.value("alpha"),
        s.value("P"),
        s.value("xi"),
        s.value("rho_perp"),
        s.value("amr"),
        s.value("hall_angle"),
        s.choice("planar_hall").equals("on"),
        new SpinOrbitTorque(orbit.value("damping_like"), orbit.value("field_like")));
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
    if (!vetted.add(List.of(film, electrodes))) {
      return;
    }
    try {
      CurrentFlow.vet(film.cells(), electrodes.on(film.grid()));
    } catch (IllegalArgumentException e) {
      throw top.error("electrodes", Message.ELECTRODES_DO_NOT_FIT, e.getMessage());
    }
  }

  private static NetworkSpec network(Section s) {
    Reference reference = s.constant("reference", Reference.class);
    if (reference != Reference.UNTRAINED_MEAN) {
      s.refuse("mazes", Message.ONLY_MEAN_HAS_MAZES);
    }
    if (reference != Reference.SCALED && reference != Reference.UNTRAINED_SCALED) {
      s.refuse("scaling", Message.ONLY_SCALED_HAS_SCALING);
    }
    WeightKind weights = s.constant("weights", WeightKind.class);
    boolean isResistance = weights == WeightKind.RESISTANCE;
    String other = isResistance ? "voltage" : "current";
    String own = isResistance ? "current" : "voltage";
    s.refuse(other, Message.OTHER_INPUTS, s.text("weights"), own + "s", own);
    return new NetworkSpec(
        reference,
        s.constant("self_term", SelfTerm.class),
        weights,
        s.optional(own),
        (int) s.whole("mazes"),
        s.value("scaling"));
  }

  private static NumericsSpec numerics(Section s) {
    Integrator integrator = s.constant("integrator", Integrator.class);
    if (integrator != Integrator.DOPRI5) {
      s.refuse("tolerance", Message.ONLY_DOPRI5_HAS_TOLERANCE);
    }
    return new NumericsSpec(
        s.constant("discretisation", Discretisation.class),
        new Numerics(
            integrator,
            coupling(s),
            s.constant("kernels", KernelChoice.class),
            s.value("tolerance")),
        s.optional("step").orElse(Double.POSITIVE_INFINITY));
  }

  private static double temperature(Section top, NumericsSpec numerics) {
    double kelvin = top.value("temperature");
    if (kelvin > 0 && numerics.numerics().integrator() == Integrator.DOPRI5) {
      throw top.error("temperature", Message.NOISE_NEEDS_RK4, top.text("temperature"));
    }
    return kelvin;
  }

  private static Coupling coupling(Section s) {
    if (s.node("coupling") instanceof YamlNode.Mapping map) {
      if (map.entries().size() == 1
          && map.get("every") instanceof YamlNode.Scalar n
          && n.text().matches("[1-9]\\d{0,5}")) {
        return Coupling.every(Integer.parseInt(n.text()));
      }
    } else {
      String text = s.text("coupling");
      if (text.equals("adaptive")) {
        return Coupling.adaptive();
      } else if (text.equals("every-step")) {
        return Coupling.everyStep();
      }
    }
    throw s.error("coupling", Message.NO_COUPLING, Section.shown(s.node("coupling")));
  }

  /** The table and the snapshots grow with the time that is simulated. */
  private static void requireFewRows(Experiment e, Section s) {
    double time = e.duration();
    double n = e.electrodes().count();
    double columns = 20 + n * (n + 1) / 2;
    long most = (long) Math.min(MOST_ROWS, Math.max(2, MOST_TABLE_VALUES / columns));
    double rows = time / e.output().table();
    if (rows > most) {
      throw s.error(
          "table",
          Message.TOO_MANY_ROWS,
          rows,
          (long) columns,
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

  private static OutputSpec output(Section s) {
    List<OutputSpec.Format> formats = new ArrayList<>();
    for (YamlNode item : s.list("formats")) {
      String word = s.word("formats", item, List.of("ovf", "png"));
      OutputSpec.Format format = word.equals("ovf") ? OutputSpec.Format.OVF : OutputSpec.Format.PNG;
      if (!formats.contains(format)) {
        formats.add(format);
      }
    }
    return new OutputSpec(s.value("table"), s.value("snapshots"), s.value("checkpoint"), formats);
  }
}
