package hopfilm.check;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.grid.Grid;
import hopfilm.hopfield.MeetingLaw;
import hopfilm.hopfield.MemoryForecast;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.WeightKind;
import hopfilm.magnet.DmiKind;
import hopfilm.transport.WiredGrid;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many films like one whose electrodes are wired with both signs would hold the patterns that
 * it trains, by the gain and the scatter of places where contacts meet. {@link MeetingLaw#FILM} was
 * measured on one kind of film; of others the first thing is named in which they differ.
 */
final class WiredForecast {

  /** Part by which a number may differ from that of the films that were measured. */
  private static final double LIKE = 0.1;

  private static final double DISTANCE = 512e-9;
  private static final double RADIUS = 138e-9;
  private static final double VOLTAGE = 96e-3;

  /** Patterns that the films were trained with. */
  private static final int MEASURED_WITH = 2;

  private static final int FILMS = 30;
  private static final int COPIES = 10;

  /** Of more electrodes copies take too long to be tried here. */
  private static final int MOST_RECALLED = 40;

  private static final long SEED = 1;

  private WiredForecast() {}

  /** In a line; empty where nothing is trained or the electrodes are wired otherwise. */
  static Optional<String> words(Experiment e) {
    List<Pattern> patterns = HeldTogether.trained(e);
    if (patterns.isEmpty()
        || !(e.electrodes() instanceof ElectrodesSpec.Wired w)
        || !w.hasInverters()) {
      return Optional.empty();
    }
    return Optional.of(
        difference(e, w).map(d -> "none: " + d).orElseGet(() -> forecast(w, patterns)));
  }

  private static String forecast(ElectrodesSpec.Wired w, List<Pattern> patterns) {
    int electrodes = w.count();
    boolean isRecalled = electrodes <= MOST_RECALLED;
    WiredGrid.Meetings meetings = w.wiring().meetings();
    double[][] mean = MeetingLaw.FILM.mean(meetings, patterns);
    MemoryForecast f =
        MemoryForecast.of(
            (all, random) -> MeetingLaw.FILM.draw(mean, meetings, random),
            Collections.nCopies(FILMS, patterns),
            Schedule.Set.USUAL_GAIN,
            isRecalled ? COPIES : 0,
            SEED);
    String wrong =
        String.format(
            Locale.ROOT, "%.1f of %d signs unstable", f.wrongSigns(), patterns.size() * electrodes);
    String how = patterns.size() > MEASURED_WITH ? "by films of two patterns: " : "";
    return how
        + (isRecalled
            ? "%d of %d drawn films hold %s, with %s on average"
                .formatted(f.stored().successes(), FILMS, all(patterns.size()), wrong)
            : wrong + " in drawn films, on average")
        + "; films that are trained until verified do better";
  }

  private static String all(int patterns) {
    return patterns == 1 ? "the pattern" : patterns == 2 ? "both" : "all " + patterns;
  }

  /** The first thing in which a film is not one of those that were measured. */
  private static Optional<String> difference(Experiment e, ElectrodesSpec.Wired w) {
    List<Step.Train> trained =
        e.steps().stream()
            .filter(Step.Train.class::isInstance)
            .map(Step.Train.class::cast)
            .toList();
    Schedule.Set set = trained.get(0).schedule().set();
    if (trained.size() > 1 || set == null) {
      return Optional.of("it is for one train step that looks at a set of patterns");
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
    if (!(e.initial().texture() instanceof InitialSpec.Maze) || e.film().layers() > 1) {
      return Optional.of("it is for mazes of one layer");
    }
    if (e.material().dmi() != DmiKind.BULK) {
      return Optional.of("it is for bulk DMI");
    }
    return measured(e, w, trained.get(0)).stream()
        .filter(n -> !(Math.abs(n.value - n.measured) <= LIKE * n.measured))
        .findFirst()
        .map(Measured::words);
  }

  /**
   * A number of the films that were measured.
   *
   * @param name what it is
   * @param value of this film
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
    double voltage =
        train.drives().stream().allMatch(d -> d instanceof Step.PatternDrive p && !p.byCurrent())
            ? ((Step.PatternDrive) train.drives().get(0)).amplitude()
            : Double.NaN;
    MaterialSpec m = e.material();
    List<Measured> all = new ArrayList<>();
    all.add(distance("along x", film.sizeX(), w.margin(), plan.columns()));
    all.add(distance("along y", film.sizeY(), w.margin(), plan.rows()));
    all.add(new Measured("contacts of a radius of", w.radius(), RADIUS, Dimension.LENGTH));
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
