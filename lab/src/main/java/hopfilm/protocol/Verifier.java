package hopfilm.protocol;

import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.film.FilmNetwork;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.hopfield.Weights;
import hopfilm.result.Verification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The test between two pulses of write-verify training, as memristors are programmed: a pattern
 * passes when it is the lowest of all that carry current, by more than a margin, all 2^N inputs
 * come to it or its negative, both by asynchronous and by graded updates, and no other pattern is
 * near to being a fixed point. It needs the conductances and nothing else, so a device could do it.
 *
 * <p>Every pattern is tested each time, and how often one passes that was not trained is the
 * control: it tells what a pass is worth. As only the lowest can pass, that is one test.
 *
 * <p>F. Alibart, L. Gao, B. D. Hoskins, D. B. Strukov, Nanotechnology 23, 075201 (2012),
 * doi:10.1088/0957-4484/23/7/075201.
 */
final class Verifier implements Look {

  private final FilmNetwork network;
  private final Pattern wanted;
  private final Schedule.Verified pass;
  private final long seed;
  private final Map<String, Integer> passed = new TreeMap<>();
  private int pulses;
  private int checks;
  private boolean isVerified;

  /**
   * @param wanted the pattern in training
   * @param pass what is asked for
   * @param seed of the noise of graded updates
   */
  private Verifier(FilmNetwork network, Pattern wanted, Schedule.Verified pass, long seed) {
    this.network = network;
    this.wanted = wanted;
    this.pass = pass;
    this.seed = seed;
  }

  /** The test of a train step that is to be verified. */
  static Verifier of(FilmNetwork network, Step.Train step, long seed) {
    Step.PatternDrive drive = (Step.PatternDrive) step.drives().get(0);
    return new Verifier(network, drive.pattern(), step.schedule().verified().orElseThrow(), seed);
  }

  /** A pulse begins. */
  @Override
  public void pulse() {
    pulses++;
  }

  /** Whether a film of these conductances [S] has learned what is wanted. The last test counts. */
  @Override
  public boolean passes(double[][] siemens) {
    checks++;
    isVerified = false;
    Weights weights = network.weights(siemens);
    EnergyLandscape landscape = network.landscape(weights, siemens);
    Pattern lowest = landscape.lowest().pattern();
    // of two electrodes there is no other state and no margin
    if (!landscape.learned(lowest) || landscape.margin(lowest) <= pass.margin()) {
      return false;
    }
    if (!Memory.areOthersClear(List.of(lowest), pass.clearance(), weights)
        || !isReached(lowest, weights, UpdateRule.ASYNCHRONOUS)
        || !isReached(lowest, weights, UpdateRule.GRADED)) {
      return false;
    }
    isVerified = lowest.isSameState(wanted);
    if (!isVerified) {
      passed.merge(lowest.toString(), 1, Integer::sum);
    }
    return isVerified;
  }

  private boolean isReached(Pattern pattern, Weights weights, UpdateRule rule) {
    Retrieval.Summary all =
        new Retrieval(weights, Retrieval.Settings.of(rule, seed)).fromAll(List.of(pattern));
    return all.hits() == all.total();
  }

  /**
   * What came out.
   *
   * @param time how long the step took [s]
   */
  @Override
  public Verification result(double time) {
    long others = (1L << (wanted.size() - 1)) - 2;
    return new Verification(
        wanted.canonical().toString(), isVerified, time, pulses, checks, others, passed);
  }
}
