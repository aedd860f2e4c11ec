package hopfilm.check;

import hopfilm.experiment.Driven;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Signal;
import hopfilm.experiment.Step;
import hopfilm.input.ExperimentException;
import hopfilm.input.Origin;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be said of the signals of drive steps before a run. */
final class SignalCheck {

  /** Times that differ by this share are the same. */
  private static final double SAME = 1e-9;

  private SignalCheck() {}

  private static Stream<Driven> steps(Experiment e) {
    return e.steps().stream().filter(Driven.class::isInstance).map(Driven.class::cast).distinct();
  }

  /** Drives that stand for signals at the moment at which most current flows. */
  static Set<Step.Drive> strongest(Experiment e) {
    return steps(e).map(s -> s.strongest().values()).collect(Collectors.toSet());
  }

  /** The drive steps in words, a line for each that differs. */
  static void facts(Experiment e, Map<String, String> facts) {
    List<Driven> all = steps(e).toList();
    for (int k = 0; k < all.size(); k++) {
      facts.put(all.size() == 1 ? "drive" : "drive (%d)".formatted(k + 1), words(all.get(k)));
    }
  }

  private static String words(Driven step) {
    List<String> words = new ArrayList<>(List.of(time(step.duration())));
    for (Electrode.Drive kind : List.of(Electrode.Drive.VOLTAGE, Electrode.Drive.CURRENT)) {
      double largest =
          step.sources().stream()
              .filter(s -> s.kind() == kind)
              .mapToDouble(s -> s.signal().largest())
              .max()
              .orElse(0);
      Dimension of = kind == Electrode.Drive.VOLTAGE ? Dimension.VOLTAGE : Dimension.CURRENT;
      if (largest > 0) {
        words.add("up to " + Quantity.format(largest, of));
      }
    }
    long independent =
        step.given().stream().filter(v -> Arrays.stream(v.numbers()).anyMatch(x -> x != 0)).count();
    words.add(independent == 1 ? "one signal" : independent + " independent signals");
    long floating = step.sources().stream().filter(s -> s.kind() == Electrode.Drive.FLOAT).count();
    if (floating > 0) {
      words.add(floating + (floating == 1 ? " contact floats" : " contacts float"));
    }
    return String.join(", ", words);
  }

  /** Samples that are longer or shorter than their step, each with the contact it is given at. */
  static List<String> warnings(Experiment e) {
    List<String> all = new ArrayList<>();
    steps(e)
        .forEach(
            step ->
                named(step)
                    .forEach(
                        (name, signal) -> {
                          if (signal instanceof Signal.Samples s) {
                            warning(step, name, s).ifPresent(all::add);
                          }
                        }));
    return all;
  }

  private static Optional<String> warning(Driven step, String name, Signal.Samples s) {
    int size = s.series().size();
    // lines reach the last sample one interval before the samples end
    double needed = s.isHeld() ? s.time() : s.time() - s.every();
    if (needed > step.time() * (1 + SAME)) {
      double intervals = Math.ceil(step.time() / s.every() * (1 - SAME));
      return Optional.of(
          "drive.%s: %d samples every %s last %s, and the step takes %s: the first %.0f are used"
              .formatted(
                  name,
                  size,
                  time(s.every()),
                  time(s.time()),
                  time(step.time()),
                  s.isHeld() ? intervals : intervals + 1));
    }
    return s.time() < step.time() * (1 - SAME)
        ? Optional.of(
            "drive.%s: %d samples every %s last %s, and the step takes %s: the signal is 0 after them"
                .formatted(name, size, time(s.every()), time(s.time()), time(step.time())))
        : Optional.empty();
  }

  /** All signals by the keys that they stand at. */
  private static Map<String, Signal> named(Driven step) {
    Map<String, Signal> named = new LinkedHashMap<>();
    for (Driven.Source source : step.sources()) {
      String key = source.kind() == Electrode.Drive.CURRENT ? "currents." : "voltages.";
      named.put(key + source.contact(), source.signal());
    }
    List<Signal> field = step.field().orElse(List.of());
    for (int k = 0; k < field.size(); k++) {
      named.put("field.value[%d]".formatted(k + 1), field.get(k));
    }
    return named;
  }

  /**
   * Refuses signals that no step of the film follows.
   *
   * @throws ExperimentException for periods and samples shorter than the time step
   */
  static void refuse(Experiment e, String source) {
    List<Driven> all = steps(e).toList();
    if (all.isEmpty()) {
      return;
    }
    double step = RunCost.sample(e).timeStep();
    for (Driven driven : all) {
      named(driven)
          .forEach(
              (name, signal) -> {
                if (signal instanceof Signal.Sine s && !s.isSteady() && 1 / s.frequency() < step) {
                  throw tooFast(source, name + ".frequency", "a period", 1 / s.frequency(), step);
                }
                if (signal instanceof Signal.Samples s && s.every() < step * (1 - SAME)) {
                  throw tooFast(source, name + ".every", "a sample", s.every(), step);
                }
              });
    }
  }

  private static ExperimentException tooFast(
      String source, String key, String what, double time, double step) {
    return ExperimentException.at(
        new Origin(source, 0),
        "drive." + key,
        CheckMessage.SIGNAL_TOO_FAST,
        what,
        Quantity.format(time, Dimension.TIME, 3),
        Quantity.format(step, Dimension.TIME, 2));
  }

  private static String time(double seconds) {
    return Quantity.format(seconds, Dimension.TIME);
  }
}
