package hopfilm.fit;

import static hopfilm.units.Constants.MU0;

import hopfilm.experiment.AppliedField;
import hopfilm.experiment.Driven;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FieldSource;
import hopfilm.experiment.Signal;
import hopfilm.experiment.Step;
import hopfilm.film.TableColumns;
import hopfilm.transport.Electrode.Drive;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What could be done at the end of a protocol before G is read once more.
 *
 * @param what in words
 * @param steps without the measure
 */
record NextReading(String what, List<Step> steps) {

  /** Of the known field [T]. */
  private static final double FIELD = 0.1;

  /** Time that the film has in the field before it is read [s], and its damping then. */
  private static final Step.Relax SETTLING = new Step.Relax(1.5e-9, 0.5);

  /** Rest after a pulse where the protocol has none [s]. */
  private static final double REST = 1.5e-9;

  /** Pairs that are compared. */
  private static final int MOST_PAIRS = 6;

  NextReading {
    steps = List.copyOf(steps);
  }

  /** Those that are compared for an experiment. */
  static List<NextReading> of(Experiment experiment) {
    List<NextReading> all = new ArrayList<>();
    List<Step> steps = experiment.steps();
    int last =
        IntStream.range(0, steps.size())
            .filter(k -> given(steps.get(k)).isPresent())
            .max()
            .orElse(-1);
    if (last >= 0) {
      pulses(experiment, (Step.Timed) steps.get(last), rests(steps, last), all);
    }
    all.add(field("z", 0, 0, 1));
    all.add(field("x", 1, 0, 0));
    return all;
  }

  /** What the contacts are given at the strongest moment of a step; empty without current. */
  private static Optional<Step.Given> given(Step step) {
    if (step instanceof Driven d) {
      Step.Given then = d.strongest().values();
      return Optional.of(then).filter(v -> isCurrent(v));
    }
    if (step instanceof Step.Train t) {
      var values = t.drives().get(t.drives().size() - 1).values();
      return Optional.of(
          new Step.Given(Arrays.stream(values.numbers()).boxed().toList(), values.kinds()));
    }
    return Optional.empty();
  }

  private static boolean isCurrent(Step.Given values) {
    return values.list().stream().anyMatch(v -> v != 0);
  }

  /** The steps without current that follow a step. */
  private static List<Step> rests(List<Step> steps, int pulse) {
    List<Step> rests =
        steps.subList(pulse + 1, steps.size()).stream()
            .filter(Step.Timed.class::isInstance)
            .toList();
    return rests.isEmpty() ? List.of(new Step.Rest(REST)) : rests;
  }

  private static void pulses(
      Experiment experiment, Step.Timed pulse, List<Step> rests, List<NextReading> all) {
    List<Step> again = new ArrayList<>(List.of(pulse));
    again.addAll(rests);
    all.add(new NextReading("the last pulse again", again));
    List<String> contacts = TableColumns.contacts(experiment);
    Step.Given given = given(pulse).orElseThrow();
    int[] used =
        IntStream.range(0, contacts.size())
            .filter(k -> given.drives().get(k) != Drive.FLOAT)
            .toArray();
    Drive kind = given.amplitude(Drive.VOLTAGE) > 0 ? Drive.VOLTAGE : Drive.CURRENT;
    double height =
        kind == Drive.CURRENT
            ? given.amplitude(kind)
            : Arrays.stream(given.values(kind)).max().orElse(0)
                - Arrays.stream(given.values(kind)).min().orElse(0);
    if (height == 0) {
      height = given.amplitude(kind);
    }
    List<int[]> pairs = new ArrayList<>();
    for (int a = 0; a < contacts.size(); a++) {
      for (int b = a + 1; b < contacts.size(); b++) {
        if (used.length != 2 || used[0] != a || used[1] != b) {
          pairs.add(new int[] {a, b});
        }
      }
    }
    int n = Math.min(MOST_PAIRS, pairs.size());
    for (int k = 0; k < n; k++) {
      int[] pair = pairs.get(k * pairs.size() / n);
      String words =
          "a pulse of %s from %s to %s"
              .formatted(
                  Quantity.format(
                      height, kind == Drive.VOLTAGE ? Dimension.VOLTAGE : Dimension.CURRENT),
                  contacts.get(pair[0]),
                  contacts.get(pair[1]));
      List<Step> steps = new ArrayList<>();
      steps.add(pulse(contacts, pair, kind, height, pulse.duration()));
      steps.addAll(rests);
      all.add(new NextReading(words, steps));
    }
  }

  /** Between two contacts; the others float. */
  private static Driven pulse(
      List<String> contacts, int[] pair, Drive kind, double height, double time) {
    List<Driven.Source> sources = new ArrayList<>();
    for (int k = 0; k < contacts.size(); k++) {
      Drive own = k == pair[0] ? kind : k == pair[1] ? Drive.VOLTAGE : Drive.FLOAT;
      double value = k == pair[0] ? height : 0;
      sources.add(new Driven.Source(contacts.get(k), own, new Signal.Steady(value)));
    }
    return new Driven(time, sources, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static NextReading field(String axis, double x, double y, double z) {
    double h = FIELD / MU0;
    AppliedField field =
        new AppliedField(
            FieldSource.uniform(List.of(h * x, h * y, h * z)),
            AppliedField.Course.CONSTANT,
            OptionalDouble.empty());
    Step.Relax settled =
        new Step.Relax(
            SETTLING.time(),
            SETTLING.alpha(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.of(field),
            Optional.empty(),
            Optional.empty());
    return new NextReading(
        "G in a field of %s along %s"
            .formatted(Quantity.format(FIELD, Dimension.FLUX_DENSITY), axis),
        List.of(settled));
  }
}
