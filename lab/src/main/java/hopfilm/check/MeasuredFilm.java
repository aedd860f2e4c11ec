package hopfilm.check;

import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.grid.Grid;
import hopfilm.hopfield.MeetingLaw;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.WeightKind;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.DmiKind;
import hopfilm.transport.Electrode;
import hopfilm.transport.WiredGrid;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The films on which {@link MeetingLaw#FILM} was measured: in what another one differs from them.
 */
final class MeasuredFilm {

  /** Part by which a number may differ from that of the films that were measured. */
  private static final double LIKE = 0.1;

  private static final double DISTANCE = 512e-9;
  private static final double RADIUS = 138e-9;
  private static final double VOLTAGE = 96e-3;
  private static final double BLOCK = 3e-9;

  private MeasuredFilm() {}

  /** The first thing in which a film is not one of those that were measured. */
  static Optional<String> difference(Experiment e, ElectrodesSpec.Wired w) {
    List<Step.Train> trained =
        e.steps().stream()
            .filter(Step.Train.class::isInstance)
            .map(Step.Train.class::cast)
            .toList();
    Schedule.Together set = trained.get(0).schedule().together().orElse(null);
    if (trained.size() > 1 || set == null) {
      return Optional.of("it is for one train step that looks at a set of patterns");
    }
    if (trained.get(0).amplitude(Electrode.Drive.CURRENT) > 0) {
      return Optional.of("it is for films that voltages drive");
    }
    if (set.show() == Schedule.Show.FIRST || set.blocks() != Schedule.Blocks.PATTERNS) {
      return Optional.of("it is for films that are shown each pattern");
    }
    if (e.network().reference() != Reference.UNTRAINED
        || e.network().selfTerm() != SelfTerm.ZERO
        || e.network().weights() != WeightKind.CONDUCTANCE) {
      return Optional.of(
          "it is for conductances, reference untrained and self_term zero (section network)");
    }
    return difference(e, measured(e, w, trained.get(0)));
  }

  /** The same of a row into which a picture is written. */
  static Optional<String> difference(Experiment e, ElectrodesSpec.Rows r, Step.Train write) {
    Grid film = e.film().grid();
    List<Measured> all = new ArrayList<>();
    all.add(distance("along x", film.sizeX(), r.margin(), r.rows().grid().columns()));
    all.add(distance("along y", film.sizeY(), r.margin(), r.rows().grid().rows()));
    all.add(new Measured("a block of", write.schedule().on(), BLOCK, Dimension.TIME));
    all.addAll(film(e, r.radius(), write));
    return difference(e, all);
  }

  private static Optional<String> difference(Experiment e, List<Measured> measured) {
    if (!(e.initial().texture() instanceof InitialSpec.Maze) || e.film().layers() > 1) {
      return Optional.of("it is for mazes of one layer");
    }
    if (e.material().dmi() != DmiKind.BULK) {
      return Optional.of("it is for bulk DMI");
    }
    if (hasMore(e)) {
      return Optional.of(
          "it is for films at 0 K without stray and Oersted field, applied fields, spin-orbit"
              + " torque, Hall currents, anisotropy of fourth order and disorder, whose material"
              + " does not change as they warm");
    }
    return measured.stream()
        .filter(n -> !(Math.abs(n.value - n.measured) <= LIKE * n.measured))
        .findFirst()
        .map(Measured::words);
  }

  /** Whether something acts on the film that did not act on those measured. */
  private static boolean hasMore(Experiment e) {
    boolean isWarmed =
        e.heat().isPresent()
            && (e.material().Tc().isPresent() || e.material().temperatureCoefficient() != 0);
    return e.film().demag() != DemagKind.OFF
        || e.film().oersted()
        || e.highestTemperature() > 0
        || isWarmed
        || e.material().hasFourthOrder()
        || !e.material().spinOrbit().torque().isNone()
        || e.material().hallAngle() != 0
        || e.film().field().isPresent()
        || e.steps().stream().anyMatch(Step::hasField)
        || !e.disorder().equals(DisorderSpec.NONE);
  }

  /**
   * A number of the films that were measured.
   *
   * @param measured of those
   */
  private record Measured(String name, double value, double measured, Dimension dimension) {
    String words() {
      return "it was measured with %s %s, not %s"
          .formatted(name, Quantity.format(measured, dimension), Quantity.format(value, dimension));
    }
  }

  private static List<Measured> measured(Experiment e, ElectrodesSpec.Wired w, Step.Train train) {
    Grid film = e.film().grid();
    WiredGrid.Plan plan = w.wiring().plan();
    List<Measured> all = new ArrayList<>();
    all.add(distance("along x", film.sizeX(), w.margin(), plan.columns()));
    all.add(distance("along y", film.sizeY(), w.margin(), plan.rows()));
    all.add(new Measured("blocks of", train.schedule().slot(), BLOCK, Dimension.TIME));
    all.add(new Measured("pulses of", train.schedule().on(), 2e-9, Dimension.TIME));
    all.addAll(film(e, w.radius(), train));
    return all;
  }

  /** Contacts, voltage and material. */
  private static List<Measured> film(Experiment e, double radius, Step.Train train) {
    double voltage = train.amplitude(Electrode.Drive.VOLTAGE);
    MaterialSpec m = e.material();
    List<Measured> all = new ArrayList<>();
    all.add(new Measured("contacts of a radius of", radius, RADIUS, Dimension.LENGTH));
    all.add(new Measured("a voltage of", voltage, VOLTAGE, Dimension.VOLTAGE));
    all.add(new Measured("a resistivity of", m.rhoPerp(), 0.24e-6, Dimension.RESISTIVITY));
    all.add(new Measured("amr", m.amr(), 1.5, Dimension.FRACTION));
    all.add(new Measured("P", m.P(), 1, Dimension.FRACTION));
    all.add(new Measured("Ms", m.Ms(), 7e5, Dimension.MAGNETISATION));
    all.add(new Measured("A", m.A(), 1e-11, Dimension.EXCHANGE_STIFFNESS));
    all.add(new Measured("Ku", m.Ku(), 1.72e5, Dimension.ENERGY_DENSITY));
    all.add(new Measured("D", m.D(), 2.859e-3, Dimension.SURFACE_ENERGY));
    return all;
  }

  /** From contact to contact; a single row has none. */
  private static Measured distance(String along, double size, double margin, int contacts) {
    double distance = contacts < 2 ? DISTANCE : (size - 2 * margin) / (contacts - 1);
    return new Measured("contacts " + along + " apart by", distance, DISTANCE, Dimension.LENGTH);
  }
}
