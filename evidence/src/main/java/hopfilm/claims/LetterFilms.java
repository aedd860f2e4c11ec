package hopfilm.claims;

import hopfilm.hopfield.HebbRule;
import hopfilm.hopfield.OjaRule;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RecallCurve;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.input.Spelling;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Effort;
import hopfilm.run.Evaluation;
import hopfilm.sweep.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Films that store a letter, how they are read, and networks in a program to compare them with. */
final class LetterFilms {

  /** Letters of 5 x 7 pixels, row by row from the top left, as on a dot matrix. */
  private static final Map<String, String> ROWS =
      Map.of(
          "A", ".###. #...# #...# ##### #...# #...# #...#",
          "L", "#.... #.... #.... #.... #.... #.... #####",
          "S", ".#### #.... #.... .###. ....# ....# ####.",
          "X", "#...# #...# .#.#. ..#.. .#.#. #...# #...#");

  private static final Pattern LETTER = letter("A");

  /** Fractions of the signs that are turned round. */
  static final List<Double> FRACTIONS = List.of(0.0, 0.1, 0.2, 0.3, 0.4);

  /** Place of 10 % among them. */
  static final int TEN = 1;

  /** Shows of each pattern to Oja's rule; enough for four letters that are half alike. */
  static final int EPOCHS = 500;

  /** Measures whose mean is taken. */
  static final int READINGS = 3;

  /** The last measure of a film that is trained for a fixed time, 12 ns for one letter. */
  private static final int FIXED = 9;

  /** Share of the trainer's copies with 10 % wrong pixels that has to come back. */
  private static final double VERIFIED = 0.95;

  /** Between the seed of the trainer's copies and that of the copies which count. */
  private static final long OTHERS = 1_000_000;

  /** Measures while a film is trained: every 1 ns, the first time after 4 ns. */
  private static final int LOOKS = 11;

  /** How far the best read-out scales its reference: three times as far as the film's trace. */
  private static final double FAR = 3;

  /**
   * A way to read a film.
   *
   * @param scaling how far a scaled reference is scaled
   * @param readings measures whose mean is taken, the last ones
   * @param gain first gain of graded updates
   * @param isVerified whether training goes on until a test is passed, and not for a fixed time
   */
  record Readout(
      Reference reference,
      double scaling,
      int readings,
      UpdateRule update,
      double gain,
      boolean isVerified) {

    private Readout(
        Reference reference, double scaling, int readings, UpdateRule update, double gain) {
      this(reference, scaling, readings, update, gain, false);
    }

    String label() {
      String name = Spelling.of(reference);
      String rule = Spelling.of(update);
      return "%s%s, %s, %s%s"
          .formatted(
              name,
              scaling == 1 ? "" : " by %.0f %%".formatted(100 * scaling),
              readings == 1 ? "one reading" : "mean of " + readings,
              update == UpdateRule.GRADED ? rule + " from " + gain : rule,
              isVerified ? ", verified" : "");
    }

    RecallCurve curve(Effort effort, Weights weights, long seed) {
      Retrieval.Settings settings =
          new Retrieval.Settings(
              update, Retrieval.Order.ASCENDING, gain, Retrieval.Settings.DEFAULT_NOISE, seed);
      int copies = effort.choose(20, 100);
      return RecallCurve.of(
          new Retrieval(weights, settings), List.of(LETTER), FRACTIONS, copies, seed);
    }
  }

  /** The defaults of a run. */
  static final Readout USUAL = new Readout(Reference.UNTRAINED, 1, 1, UpdateRule.GRADED, 1.2);

  /** With a gain high enough for several memories, and parts of them, to be awake at once. */
  static final Readout BEST =
      new Readout(Reference.UNTRAINED_SCALED, FAR, READINGS, UpdateRule.GRADED, 2.5);

  /** The best read-out where the trainer stops when the film has learned. */
  static final Readout VERIFYING =
      new Readout(Reference.UNTRAINED_SCALED, FAR, READINGS, UpdateRule.GRADED, 2.5, true);

  static final List<Readout> READOUTS =
      List.of(
          new Readout(Reference.UNTRAINED, 1, 1, UpdateRule.ASYNCHRONOUS, 1.2),
          USUAL,
          new Readout(Reference.UNTRAINED_SCALED, 1, READINGS, UpdateRule.GRADED, 2.5),
          new Readout(Reference.SCALED, 1, READINGS, UpdateRule.GRADED, 2.5),
          new Readout(Reference.SCALED, FAR, READINGS, UpdateRule.GRADED, 2.5),
          new Readout(Reference.UNTRAINED_SCALED, FAR, 1, UpdateRule.GRADED, 2.5),
          new Readout(Reference.UNTRAINED_SCALED, FAR, READINGS, UpdateRule.ASYNCHRONOUS, 1.2),
          BEST,
          VERIFYING,
          new Readout(Reference.UNTRAINED_SCALED, FAR, READINGS, UpdateRule.GRADED, 0.9));

  private LetterFilms() {}

  /** Weights of a film, by the readings up to one of them. */
  private static Weights weights(FinishedRun run, double[][] saturated, Readout readout, int last) {
    List<double[][]> g = new ArrayList<>();
    for (int k = last - readout.readings() + 1; k <= last; k++) {
      g.add(run.conductance("trained-" + k));
    }
    boolean isSaturated = readout.reference() == Reference.SCALED;
    double[][] ref = isSaturated ? saturated : run.conductance("untrained");
    return Weights.of(Weights.mean(g), ref, readout.reference(), SelfTerm.ZERO, readout.scaling());
  }

  /**
   * The reading at which training ends: after a fixed time, or where it is verified the first one
   * with which copies of the trainer's own come back. A reading does not disturb the film, so what
   * would have happened had it stopped there is known from one that went on.
   */
  static int last(Effort effort, FinishedRun run, double[][] saturated, Readout readout) {
    if (!readout.isVerified()) {
      return FIXED;
    }
    int last = readout.readings();
    while (last < LOOKS && !passes(effort, run, saturated, readout, last)) {
      last++;
    }
    return last;
  }

  private static boolean passes(
      Effort effort, FinishedRun run, double[][] saturated, Readout readout, int last) {
    Weights weights = weights(run, saturated, readout, last);
    RecallCurve own = readout.curve(effort, weights, run.seed() + OTHERS);
    return own.points().get(TEN).recalled().fraction() >= VERIFIED;
  }

  /** How long a film with one letter was trained that ended with a reading [ns]. */
  static double nanoseconds(int last) {
    return 3 + last;
  }

  static List<RecallCurve> recall(Effort effort, List<FinishedRun> runs, Readout readout) {
    double[][] saturated = Evaluation.saturated(runs.get(0).experiment());
    return runs.stream()
        .map(
            r -> {
              int last = last(effort, r, saturated, readout);
              return readout.curve(effort, weights(r, saturated, readout, last), r.seed());
            })
        .toList();
  }

  /** Recall by Hebb's outer products, for the same wrong signs as the films. */
  static List<RecallCurve> hebb(Effort effort, List<FinishedRun> runs) {
    Weights w = HebbRule.weights(List.of(LETTER), SelfTerm.ZERO);
    return runs.stream().map(r -> BEST.curve(effort, w, r.seed())).toList();
  }

  /** Recall by Oja's rule, for the same wrong signs. */
  static List<RecallCurve> oja(Effort effort, List<FinishedRun> runs) {
    return runs.stream()
        .map(
            r -> {
              Weights w = OjaRule.weights(List.of(LETTER), EPOCHS, SelfTerm.ZERO, r.seed());
              return BEST.curve(effort, w, r.seed());
            })
        .toList();
  }

  /** Recalled copies of each curve at one fraction (%). */
  static Spread percent(List<RecallCurve> curves, int fraction) {
    return Spread.of(curves, c -> 100 * c.points().get(fraction).recalled().fraction());
  }

  /** A letter that is in ink where the voltage is +V0. */
  static Pattern letter(String letter) {
    String rows = ROWS.get(letter).replace(" ", "");
    return new Pattern(rows.replace('.', '-').replace('#', '+'));
  }

  static List<Pattern> letters(List<String> letters) {
    return letters.stream().map(LetterFilms::letter).toList();
  }
}
