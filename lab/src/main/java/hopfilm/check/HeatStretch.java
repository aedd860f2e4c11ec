package hopfilm.check;

import hopfilm.experiment.Driven;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.transport.GivenValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A time of a protocol with the same heat.
 *
 * @param heat null without current
 * @param time how long [s]
 * @param warmer ambient temperature of its step over that of the run [K]
 */
record HeatStretch(DriveHeat heat, double time, double warmer) {

  /** Stretches at the end of a train step that are followed one by one; others by their mean. */
  private static final int LAST = 6;

  /** Of a train step with a timetable. */
  private static final double MOST = 1e5;

  /** Stretches that are this much shorter than their pulse are none. */
  private static final double ROUNDING = 1e-9;

  /** Parts of a step with signals, each with its mean heat. */
  private static final int SIGNAL_PARTS = 16;

  /** Cells of a film that is followed in parts; a larger one takes long. */
  private static final long MOST_CELLS = 110_000;

  /** Cells of all films that are solved for signals of several courses. */
  private static final long MOST_SOLVED = 4_000_000;

  /**
   * Those of a protocol, of which each step takes all of its time.
   *
   * @param heats what a drive does
   */
  static List<HeatStretch> of(Experiment e, Function<Step.Drive, DriveHeat> heats) {
    List<HeatStretch> all = new ArrayList<>();
    double ambient = e.heat().orElseThrow().ambient();
    for (Step step : e.steps()) {
      double warmer =
          step instanceof Step.Timed timed ? timed.temperature().orElse(ambient) - ambient : 0;
      if (step instanceof Step.Train train) {
        all.addAll(ofTraining(train, train.drives().stream().map(heats).toList(), warmer));
      } else if (step instanceof Driven driven) {
        all.addAll(ofSignals(driven, heats, warmer, e.film().grid().cells()));
      } else if (step.duration() > 0) {
        all.add(new HeatStretch(null, step.duration(), warmer));
      }
    }
    return all;
  }

  /** A course of signals alone, or two at once. */
  private record Pair(int one, int other, DriveHeat heat) {

    /**
     * Heat is bilinear: that of two at once is that of each alone and what their product makes.
     *
     * @param mean products of the courses
     */
    double factor(double[][] mean, int[] live) {
      double product = mean[one][other];
      return one == other
          ? 2 * product - Arrays.stream(live).mapToDouble(k -> mean[one][k]).sum()
          : product;
    }
  }

  private static List<HeatStretch> ofSignals(
      Driven step, Function<Step.Drive, DriveHeat> heats, double warmer, long cells) {
    List<GivenValues> courses = step.given();
    int[] live =
        IntStream.range(0, courses.size())
            .filter(k -> Arrays.stream(courses.get(k).numbers()).anyMatch(v -> v != 0))
            .toArray();
    if (live.length == 0) {
      return List.of(new HeatStretch(null, step.duration(), warmer));
    }
    if (live.length * (live.length + 1) / 2 * cells > MOST_SOLVED) {
      Driven.Strongest most = step.strongest();
      DriveHeat heat = heats.apply(most.values()).times(Math.sqrt(most.meanSquare()));
      return List.of(new HeatStretch(heat, step.duration(), warmer));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i : live) {
      for (int j : live) {
        if (j <= i) {
          pairs.add(new Pair(i, j, heats.apply(together(courses.get(i), courses.get(j), i == j))));
        }
      }
    }
    int parts = step.isUniform() || cells > MOST_CELLS ? 1 : SIGNAL_PARTS;
    double time = step.duration() / parts;
    List<HeatStretch> all = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      double[][] mean = step.products(step.from() + part * time, time);
      double[] factors = pairs.stream().mapToDouble(p -> p.factor(mean, live)).toArray();
      DriveHeat heat = DriveHeat.sum(pairs.stream().map(Pair::heat).toList(), factors);
      all.add(new HeatStretch(heat, time, warmer));
    }
    return all;
  }

  private static Step.Given together(GivenValues one, GivenValues other, boolean isOne) {
    return new Step.Given(
        IntStream.range(0, one.size())
            .mapToObj(k -> one.at(k) + (isOne ? 0 : other.at(k)))
            .toList(),
        one.kinds());
  }

  private static List<HeatStretch> ofTraining(
      Step.Train train, List<DriveHeat> heats, double warmer) {
    List<HeatStretch> all = new ArrayList<>();
    Schedule s = train.schedule();
    int drives = heats.size();
    // sets in which the worst pattern is shown next have no timetable
    List<Schedule.Stretch> parts =
        s.together().isPresent() || s.stretches(train.time()) > MOST
            ? List.of()
            : s.stretches(drives, train.time());
    int last = Math.min(parts.size(), Math.max(LAST, 2 * drives));
    double rest = last == 0 ? train.time() : parts.get(parts.size() - last).start();
    if (rest > 0) {
      double square = s.meanSquare(train.time());
      all.add(new HeatStretch(DriveHeat.mean(heats).times(Math.sqrt(square)), rest, warmer));
    }
    for (Schedule.Stretch p : parts.subList(parts.size() - last, parts.size())) {
      double time = p.end() - p.start();
      if (p.drive() < 0) {
        all.add(new HeatStretch(null, time, warmer));
        continue;
      }
      DriveHeat heat = heats.get(p.drive());
      HeatStretch flank = new HeatStretch(heat.times(Math.sqrt(1 / 3.0)), s.ramp(), warmer);
      Stream.of(flank, new HeatStretch(heat, time - 2 * s.ramp(), warmer), flank)
          .filter(part -> part.time > ROUNDING * time)
          .forEach(all::add);
    }
    return all;
  }
}
