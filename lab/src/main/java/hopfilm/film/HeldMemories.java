package hopfilm.film;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Starts;
import hopfilm.experiment.Step;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.hopfield.Weights;
import java.util.List;

/**
 * How a film holds several trained patterns: by the rule of the last retrieve step of its
 * experiment, without one by graded updates from the gain of the trainer on.
 */
final class HeldMemories {

  private HeldMemories() {}

  /**
   * That of a film; null with fewer than two trained patterns, or nothing to count from.
   *
   * @param label of the measure
   * @param weights at the measure
   * @param landscape of the same weights; may be null
   */
  static MemoryReading of(
      Experiment experiment,
      String label,
      Weights weights,
      EnergyLandscape landscape,
      List<Pattern> trained) {
    return landscape == null || trained.size() < 2
        ? null
        : tried(experiment, label, weights, landscape, trained);
  }

  /** The same for any number of patterns. */
  static MemoryReading tried(
      Experiment experiment,
      String label,
      Weights weights,
      EnergyLandscape landscape,
      List<Pattern> trained) {
    Step.Retrieve how = null;
    double gain = Schedule.Together.USUAL_GAIN;
    for (Step step : experiment.steps()) {
      how = step instanceof Step.Retrieve r ? r : how;
      if (step instanceof Step.Train t) {
        gain = t.schedule().together().map(Schedule.Together::gain).orElse(gain);
      }
    }
    if (how == null) {
      how = new Step.Retrieve(new Starts.AllPatterns(), UpdateRule.GRADED, gain, false);
    }
    int flips = Memory.usualFlips(trained.get(0).size());
    return new MemoryReading(
        label,
        how.update(),
        how.update() == UpdateRule.GRADED ? how.gain() : Double.NaN,
        flips,
        Memory.of(
            weights,
            landscape,
            retrieval(experiment, how, weights),
            trained,
            new Memory.Copies(flips, experiment.seed(), false)));
  }

  /** The network as a retrieve step runs it. */
  static Retrieval retrieval(Experiment experiment, Step.Retrieve step, Weights weights) {
    return new Retrieval(
        weights,
        new Retrieval.Settings(
            step.update(),
            step.randomOrder() ? Retrieval.Order.RANDOM : Retrieval.Order.ASCENDING,
            step.gain(),
            Retrieval.Settings.DEFAULT_NOISE,
            experiment.seed()));
  }
}
