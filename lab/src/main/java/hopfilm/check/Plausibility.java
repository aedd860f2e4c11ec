package hopfilm.check;

import static hopfilm.check.Doubt.Severity.OTHER;
import static hopfilm.check.Doubt.Severity.UNPHYSICAL;

import hopfilm.check.Doubt.Severity;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.InitialSpec.Helix;
import hopfilm.experiment.InitialSpec.Maze;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.film.FilmMeter;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Origin;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.UsualRange;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.LatticeWall;
import hopfilm.magnet.LatticeWall.Normal;
import hopfilm.magnet.Material;
import hopfilm.magnet.SkyrmionProfile;
import hopfilm.magnet.Spiral;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether an experiment can be what its author wants: films in which no maze can form are refused;
 * cells that are too large, lattices on which stripes do not pay, currents that cannot train and
 * unusual values are warned of. {@code run} and {@code check} say the same.
 */
public final class Plausibility {

  /** Cells that the shortest length should have. */
  static final double CELLS = 3;

  private Plausibility() {}

  /**
   * Refuses a maze where no stripes can form, and signals that no time step follows.
   *
   * @param source name of the file, for the message
   * @throws ExperimentException below the threshold Dc of the continuum, or for such a signal
   */
  public static void refuse(Experiment e, String source) {
    SignalCheck.refuse(e, source);
    LengthScales l = LengthScales.of(e);
    MaterialSpec m = e.material();
    boolean isKnown = !l.isDipolar() && m.Kc1().orElse(0) == 0;
    if (!(e.initial().texture() instanceof Maze) || l.relativeD() > 1 || !isKnown) {
      return; // the dipolar field makes stripes of its own, and cubic walls have other energies
    }
    if (m.D() == 0) {
      throw ofD(source, m, CheckMessage.NO_DMI);
    }
    double threshold = Math.abs(m.D()) / l.relativeD();
    double softest = softest(m) + m.Ku() - m.anisotropy(e.film().demag());
    throw ofD(
        source,
        m,
        CheckMessage.TOO_WEAK_DMI,
        strength(m, m.D()),
        l.relativeD(),
        strength(m, Math.copySign(threshold, m.D())),
        Quantity.format(softest, Dimension.ENERGY_DENSITY));
  }

  /** The Ku at which D is Dc [J/m^3]; walls cost more with more of it. */
  private static double softest(MaterialSpec m) {
    if (m.Ku2() == 0) {
      return Math.pow(Math.PI * m.D() / 4, 2) / m.A();
    }
    double low = -Math.min(m.Ku2(), 2 * m.Ku2()); // without walls
    double high = Math.max(m.Ku(), low) + m.shape();
    for (int i = 0; i < 50; i++) {
      double middle = (low + high) / 2;
      boolean costs = Spiral.wall(m.A(), middle, m.Ku2(), m.D()) > 0;
      low = costs ? low : middle;
      high = costs ? middle : high;
    }
    return low;
  }

  private static ExperimentException ofD(
      String source, MaterialSpec m, Message message, Object... values) {
    Origin at = new Origin(source, 0);
    String key = "material.D";
    String usual = ExperimentKeys.find(key).byDefault();
    return strength(m, m.D()).equals(usual)
        ? ExperimentException.ofDefault(at, key, usual, message, values)
        : ExperimentException.at(at, key, message, values);
  }

  /** What is doubtful, one line each, the gravest first. */
  public static List<String> warnings(Experiment e) {
    return texts(doubts(e, new Known(new DriveCurrents())));
  }

  /** What a run says before it begins: the same, and what the film on its grid tells. */
  public static List<String> warnings(Experiment e, FilmMeter meter) {
    List<String> all = new ArrayList<>(warnings(e));
    for (String name : meter.isolatedElectrodes()) {
      all.add(
          "electrode %s is on a part of the film that no other electrode touches: no current flows there; see film.mask"
              .formatted(name));
    }
    return all;
  }

  private static List<String> texts(List<Doubt> doubts) {
    return doubts.stream().map(Doubt::text).distinct().toList();
  }

  /** What runs of a sweep have in common and is not to be worked out anew for each. */
  private record Known(
      Map<List<Object>, Optional<String>> lattices,
      Map<List<Object>, List<String>> smallParts,
      DriveCurrents currents) {
    Known(DriveCurrents currents) {
      this(new HashMap<>(), new HashMap<>(), currents);
    }
  }

  private static List<Doubt> doubts(Experiment e, Known known) {
    List<Doubt> doubts = new ArrayList<>();
    UsualRange.ALL.forEach(r -> addAll(doubts, OTHER, r.warnings(e)));
    add(doubts, UNPHYSICAL, resolution(e));
    add(doubts, UNPHYSICAL, skyrmions(e));
    addAll(doubts, OTHER, StartPlaces.warnings(e));
    add(doubts, OTHER, reducedTwice(e));
    addAll(doubts, OTHER, ThermalNoiseCheck.warnings(e));
    feedback(e).ifPresent(doubts::add);
    addAll(doubts, OTHER, e.disorder().warnings(e.film()));
    List<Object> lattice =
        List.of(
            e.material(),
            e.film().cell(),
            e.film().demag(),
            e.numerics().discretisation(),
            e.initial().texture().getClass());
    add(doubts, UNPHYSICAL, known.lattices.computeIfAbsent(lattice, key -> lattice(e)));
    addAll(
        doubts,
        OTHER,
        known.smallParts.computeIfAbsent(
            List.of(e.film(), e.electrodes()), key -> ThinContacts.warnings(e)));
    for (Step step : e.steps()) {
      if (step instanceof Step.Train train) {
        train
            .drives()
            .forEach(drive -> DriveVerdict.of(e, drive, known.currents).ifPresent(doubts::add));
      }
    }
    add(doubts, UNPHYSICAL, CurieLimit.before(e, known.currents));
    addAll(doubts, OTHER, ReadingCondition.warnings(e));
    addAll(doubts, OTHER, SignalCheck.warnings(e));
    doubts.sort(Comparator.comparing(Doubt::severity));
    return doubts;
  }

  private static void add(List<Doubt> doubts, Severity severity, Optional<String> text) {
    text.ifPresent(t -> doubts.add(new Doubt(severity, t)));
  }

  private static void addAll(List<Doubt> doubts, Severity severity, List<String> texts) {
    texts.forEach(t -> doubts.add(new Doubt(severity, t)));
  }

  /** Those of all runs of a sweep, each line once, with the runs that it is about. */
  public static List<String> warnings(List<SweepRun> runs) {
    return texts(doubts(runs, new DriveCurrents()));
  }

  /** The same, the gravest first, with the currents of drives that are known. */
  static List<Doubt> doubts(List<SweepRun> runs, DriveCurrents currents) {
    Known known = new Known(currents);
    List<List<Doubt>> ofRuns = runs.stream().map(r -> doubts(r.experiment(), known)).toList();
    List<Doubt> all = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      RunWarnings warnings = new RunWarnings();
      for (int k = 0; k < runs.size(); k++) {
        List<Doubt> its = ofRuns.get(k).stream().filter(d -> d.severity() == severity).toList();
        warnings.add(runs.get(k).number(), texts(its));
      }
      addAll(all, severity, warnings.lines());
    }
    add(all, OTHER, StartMazes.warning(runs));
    return all;
  }

  /**
   * Current turns stripes with walls of the Neel kind so that the film conducts worse: W. Yu, J.
   * Xiao, G. E. W. Bauer, Phys. Rev. B 104, L180405 (2021), doi:10.1103/PhysRevB.104.L180405.
   */
  private static Optional<Doubt> feedback(Experiment e) {
    SpinOrbitShare share = SpinOrbitShare.of(e);
    if (!e.isNetwork()
        || e.material().dmi() != DmiKind.INTERFACIAL
        || e.network().weights() != WeightKind.CONDUCTANCE
        || Double.isInfinite(share.ratio())) {
      return Optional.empty();
    }
    return Optional.of(
        share.turnsAlike()
            ? new Doubt(
                Severity.NO_LEARNING,
                "dmi: interfacial has negative feedback: the current turns the stripes so that the"
                    + " film conducts the pattern worse; count resistances (network.weights:"
                    + " resistance, with currents as inputs:"
                    + " examples/negative-feedback-currents.yaml), or take dmi: bulk")
            : new Doubt(
                OTHER,
                "dmi: interfacial has negative feedback under spin-transfer torque, and "
                    + share.words()
                    + ", which can turn it round for some patterns and not for others"
                    + " (docs/explanation/physics.md, Spin-orbit torque); train each pattern, or take dmi:"
                    + " bulk"));
  }

  private static Optional<String> resolution(Experiment e) {
    LengthScales l = LengthScales.of(e);
    String where = "";
    for (int k = 0; k < e.disorder().regions().size(); k++) {
      MaterialSpec own = e.disorder().regions().get(k).in(e.material());
      LengthScales its = LengthScales.of(own, e.film());
      where = its.shortest() < l.shortest() ? " in regions[%d]".formatted(k + 1) : where;
      l = its.shortest() < l.shortest() ? its : l;
    }
    double cell = e.film().cell();
    if (!(CELLS * cell > l.shortest())) {
      return Optional.empty();
    }
    return Optional.of(
        "film.cell = %s is more than a third of the %s%s, %s: walls stick to the cells, and their energy and the period of the stripes are wrong; use %s or less"
            .formatted(
                length(cell),
                l.shortestName(),
                where,
                length(l.shortest()),
                length(l.shortest() / 3)));
  }

  private static Optional<String> skyrmions(Experiment e) {
    double cell = e.film().cell();
    if (!(e.initial().texture() instanceof InitialSpec.Skyrmions k)) {
      return Optional.empty();
    }
    Material seen = e.material().seen(LengthScales.seen(e.material(), e.film()));
    double radius = k.radius().orElseGet(() -> SkyrmionProfile.suggested(seen).radius());
    if (radius >= CELLS * cell) {
      return Optional.empty();
    }
    return Optional.of(
        "initial: the radius of the skyrmions, %s, is less than three cells: the mesh pins them or lets them collapse; use film.cell of %s or less, or a larger initial.radius"
            .formatted(rounded(radius), rounded(radius / CELLS)));
  }

  private static String rounded(double metres) {
    return Quantity.format(metres, Dimension.LENGTH, 2);
  }

  /**
   * An easy axis that the demagnetising field outweighs: Ku is most likely one for a model without
   * that field, which is smaller by mu0 Ms^2/2 already.
   */
  private static Optional<String> reducedTwice(Experiment e) {
    MaterialSpec m = e.material();
    double shape = m.shape();
    boolean isOff = e.film().demag() == DemagKind.OFF;
    if (isOff || !m.hasNormalAxis() || m.Ku() <= 0 || m.Ku() >= shape) {
      return Optional.empty();
    }
    return Optional.of(
        "material.Ku = %s is less than mu0 Ms^2/2 = %s: a value for films without demagnetising field, such as the default, is already reduced by that; with film.demag: %s use the full one, %s"
            .formatted(
                Quantity.format(m.Ku(), Dimension.ENERGY_DENSITY),
                energyDensity(shape),
                e.film().demag().name().toLowerCase(Locale.ROOT),
                energyDensity(m.Ku() + shape)));
  }

  /** To three digits. */
  private static String energyDensity(double w) {
    return Quantity.format(w, Dimension.ENERGY_DENSITY, 3);
  }

  /**
   * Energy of a wall along the axes of the lattice [J/m^2]; empty where there is none, or where
   * something that is not counted has a share in it: the dipolar field, a cubic anisotropy.
   */
  static OptionalDouble wall(Experiment e) {
    double cell = e.film().cell();
    return wall(e, cell, e.numerics().discretisation(), e.material().D());
  }

  private static OptionalDouble wall(Experiment e, double cell, Discretisation d, double D) {
    DemagKind demag = e.film().demag();
    double ku = e.material().anisotropy(demag);
    MaterialSpec m = e.material();
    return demag == DemagKind.ON || m.Kc1().orElse(0) != 0
        ? OptionalDouble.empty()
        : LatticeWall.energy(m.A(), ku, m.Ku2(), D, cell, d, Normal.AXIS);
  }

  private static Optional<String> lattice(Experiment e) {
    InitialSpec.Texture texture = e.initial().texture();
    MaterialSpec m = e.material();
    double cell = e.film().cell();
    double relative = LengthScales.of(e).relativeD();
    OptionalDouble energy = wall(e);
    boolean stripes = texture instanceof Maze || texture instanceof Helix;
    if (!stripes || relative <= 1 || energy.isEmpty() || energy.getAsDouble() <= 0) {
      return Optional.empty();
    }
    Discretisation d = e.numerics().discretisation();
    List<String> remedies = new ArrayList<>();
    if (d != Discretisation.COVARIANT
        && wall(e, cell, Discretisation.COVARIANT, m.D()).orElse(1) < 0) {
      remedies.add("numerics.discretisation=covariant");
    }
    for (int n = 2; n <= 8; n *= 2) {
      if (wall(e, cell / n, d, m.D()).orElse(1) < 0) {
        remedies.add("film.cell='%s'".formatted(length(cell / n)));
        break;
      }
    }
    threshold(e, cell, d)
        .ifPresent(D -> remedies.add("material.D of %s or more".formatted(strength(m, D))));
    return Optional.of(
        "material.D = %.3f Dc is below the threshold of the lattice (%s cells, %s): a wall costs %s, so that a maze is only metastable and its directions are biased; use %s"
            .formatted(
                relative,
                length(cell),
                d.name().toLowerCase(Locale.ROOT),
                Quantity.format(energy.getAsDouble(), Dimension.SURFACE_ENERGY),
                String.join(", or ", remedies)));
  }

  /** The strength from which on a wall gains energy on the lattice, rounded up a little. */
  private static OptionalDouble threshold(Experiment e, double cell, Discretisation d) {
    double low = Math.abs(e.material().D());
    double high = 2 * low;
    if (wall(e, cell, d, high).orElse(1) > 0) {
      return OptionalDouble.empty();
    }
    for (int i = 0; i < 14; i++) {
      double middle = (low + high) / 2;
      if (wall(e, cell, d, middle).orElse(1) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(1.001 * high);
  }

  /** D in the form that the experiment gives it in. */
  private static String strength(MaterialSpec m, double D) {
    return m.isField()
        ? Quantity.format(D * m.strength().value() / m.D(), Dimension.CURRENT)
        : Quantity.format(D, Dimension.SURFACE_ENERGY);
  }

  static String length(double metres) {
    return Double.isInfinite(metres) ? "infinite" : Quantity.format(metres, Dimension.LENGTH);
  }
}
