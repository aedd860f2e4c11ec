package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hopfilm.hopfield.Retrieval.Order;
import hopfilm.hopfield.Retrieval.Outcome;
import hopfilm.hopfield.Retrieval.Settings;
import hopfilm.hopfield.Retrieval.Summary;
import hopfilm.hopfield.Retrieval.UpdateRule;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetrievalTest {

  private static final Pattern S1 = Pattern.parse("+-+-+-+-+-+-+-+-");
  private static final Pattern S2 = Pattern.parse("++--++--++--++--"); // orthogonal to S1

  private static Retrieval retrieval(double[][] gPrime, SelfTerm selfTerm, UpdateRule rule) {
    return new Retrieval(Matrices.weights(gPrime, selfTerm), Settings.of(rule, 1));
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void asynchronousUpdatesDescendToALocalMinimum(Order order) {
    // Hopfield 1982: symmetric weights, zero diagonal. Self conductances shift all energies alike.
    SplittableRandom random = new SplittableRandom(11);
    for (int k = 0; k < 20; k++) {
      Weights w = Matrices.weights(Matrices.symmetric(7, random), SelfTerm.ZERO);
      var landscape = new EnergyLandscape(w, 1);
      var settings = Settings.of(UpdateRule.ASYNCHRONOUS, k).withOrder(order);
      Retrieval retrieval = new Retrieval(w, settings);
      for (Pattern start : Pattern.all(7)) {
        Outcome outcome = retrieval.run(start);
        assertThat(outcome.end()).isNotNull();
        double end = landscape.energy(outcome.end());
        assertThat(end).isLessThanOrEqualTo(landscape.energy(start));
        assertThat(outcome.steps() == 0).isEqualTo(outcome.end().equals(start));
        assertThat(Pattern.all(7).stream().filter(p -> p.distance(outcome.end()) == 1))
            .allMatch(p -> landscape.energy(p) > end);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = UpdateRule.class,
      names = {"ASYNCHRONOUS", "SYNCHRONOUS"})
  void oneStoredPatternIsReachedFromItsHalfOfAllPatterns(UpdateRule rule) {
    Pattern s = Pattern.parse("+-++-+-");
    Retrieval retrieval = retrieval(Matrices.hebb(new double[] {1}, s), SelfTerm.ZERO, rule);
    for (Pattern start : Pattern.all(7)) {
      Pattern nearer = start.distance(s) <= 3 ? s : s.negated();
      assertThat(retrieval.run(start).end()).isEqualTo(nearer);
    }
    Summary all = retrieval.fromAll(List.of(s));
    assertThat(all.hits()).isEqualTo(128).isEqualTo(all.total());
    assertThat(all.from().get(s).steps()).isZero();
  }

  @ParameterizedTest
  @EnumSource(UpdateRule.class)
  void twoOrthogonalPatternsAreBothRecalledFromThreeFaults(UpdateRule rule) {
    // s1.h >= N - 2d - 2d - 2 > 0 for d faults among N = 16, as the overlap with s2 is 2d at most
    double[][] g = Matrices.hebb(new double[] {1, 1}, S1, S2);
    // graded voltages keep the sign of their fields above the threshold
    var settings = new Settings(rule, Order.ASCENDING, 3, 1e-3, 1);
    Retrieval retrieval = new Retrieval(Matrices.weights(g, SelfTerm.ZERO), settings);
    SplittableRandom random = new SplittableRandom(6);
    for (Pattern stored : List.of(S1, S2)) {
      for (int k = 0; k < 50; k++) {
        int[] signs = stored.signs();
        for (int fault = 0; fault < 3; fault++) {
          int i = random.nextInt(16);
          signs[i] = -signs[i];
        }
        assertThat(retrieval.run(Pattern.of(signs)).end()).isEqualTo(stored);
      }
    }
  }

  @Test
  void spuriousStatesOfFourNodesFollowTheAlgebra() {
    // J_ij = G'_ij s_i s_j; with a and b turned round, each of the four fields must agree
    SplittableRandom random = new SplittableRandom(12);
    Pattern s = Pattern.parse("+-+-");
    int spurious = 0;
    int clean = 0;
    int[][] pairs = {{0, 1, 2, 3}, {0, 2, 1, 3}, {0, 3, 1, 2}};
    for (int k = 0; k < 400; k++) {
      double[][] j = Matrices.symmetric(4, random);
      double[][] g = new double[4][4];
      for (int a = 0; a < 4; a++) {
        for (int b = 0; b < 4; b++) {
          g[a][b] = j[a][b] * s.sign(a) * s.sign(b);
        }
      }
      Retrieval retrieval = retrieval(g, SelfTerm.ZERO, UpdateRule.ASYNCHRONOUS);
      boolean trainedIsFixed = retrieval.run(s).steps() == 0;
      for (int[] p : pairs) {
        int a = p[0];
        int b = p[1];
        int c = p[2];
        int d = p[3];
        boolean expected =
            j[a][b] > j[a][c] + j[a][d]
                && j[a][b] > j[b][c] + j[b][d]
                && j[c][d] > j[a][c] + j[b][c]
                && j[c][d] > j[a][d] + j[b][d];
        int[] turned = s.signs();
        turned[a] = -turned[a];
        turned[b] = -turned[b];
        boolean fixed = retrieval.run(Pattern.of(turned)).steps() == 0;
        assertThat(fixed).isEqualTo(expected);
        spurious += fixed && trainedIsFixed ? 1 : 0;
        clean += fixed || !trainedIsFixed ? 0 : 1;
      }
      if (trainedIsFixed) {
        assertThat(Pattern.all(4).stream().filter(p -> p.distance(s) == 1))
            .allMatch(p -> retrieval.run(p).steps() > 0);
      }
    }
    assertThat(spurious).isPositive();
    assertThat(clean).isPositive();
  }

  @Test
  void antiferromagneticPairsTakeTurnsWhenUpdatedAtOnce() {
    double[][] g = {{0, -1}, {-1, 0}};
    Outcome both = retrieval(g, SelfTerm.ZERO, UpdateRule.SYNCHRONOUS).run(Pattern.parse("++"));
    assertThat(both.end()).isNull();
    assertThat(both.cycle()).containsExactly(Pattern.parse("++"), Pattern.parse("--"));
    assertThat(both.steps()).isEqualTo(2);
    Outcome one = retrieval(g, SelfTerm.ZERO, UpdateRule.ASYNCHRONOUS).run(Pattern.parse("++"));
    assertThat(one).isEqualTo(new Outcome(one.start(), Pattern.parse("-+"), 1, List.of()));
  }

  @Test
  void symmetricWeightsCycleBetweenTwoAtMost() {
    // E. Goles-Chacc, F. Fogelman-Soulie, D. Pellegrin, doi:10.1016/0166-218X(85)90029-0
    SplittableRandom random = new SplittableRandom(13);
    int cycles = 0;
    for (int k = 0; k < 30; k++) {
      double[][] g = Matrices.symmetric(6, random);
      Retrieval retrieval = retrieval(g, SelfTerm.FULL, UpdateRule.SYNCHRONOUS);
      for (Outcome o : retrieval.fromAll(List.of(Pattern.parse("++++++"))).from().values()) {
        assertThat(o.cycle().size()).isEqualTo(o.end() == null ? 2 : 0);
        cycles += o.end() == null ? 1 : 0;
      }
    }
    assertThat(cycles).isPositive();
  }

  @Test
  void weightsThatPassThePatternOnCycleThroughAllItsRotations() {
    double[][] g = new double[5][5];
    for (int i = 0; i < 5; i++) {
      g[i][(i + 4) % 5] = 1;
    }
    Outcome outcome =
        retrieval(g, SelfTerm.ZERO, UpdateRule.SYNCHRONOUS).run(Pattern.parse("+----"));
    assertThat(outcome.cycle().toString()).isEqualTo("[+----, -+---, --+--, ---+-, ----+]");
    assertThat(outcome.end()).isNull();
  }

  @Test
  void electrodesThatOpposeThemselvesNeverRest() {
    double[][] g = {{-1, 0, 0}, {0, -1, 0}, {0, 0, -1}};
    Outcome o = retrieval(g, SelfTerm.FULL, UpdateRule.ASYNCHRONOUS).run(Pattern.parse("+++"));
    assertThat(o.end()).isNull();
    assertThat(o.steps()).isEqualTo(100 * 3 * 3); // 100 N sweeps of N flips
    assertThat(o.cycle().toString()).isEqualTo("[-++, --+, ---, +--, ++-, +++]");
    assertThat(o.hits(List.of(Pattern.parse("+++")))).isFalse();
  }

  @Test
  void gradedRetrievalBelowTheThresholdForgetsItsInput() {
    double[][] g = Matrices.hebb(new double[] {1, 0.5}, S1, S2);
    Weights w = Matrices.weights(g, SelfTerm.ZERO);
    Settings graded = Settings.of(UpdateRule.GRADED, 5);
    Retrieval below = new Retrieval(w, graded.withGain(0.3));
    Retrieval above = new Retrieval(w, graded.withGain(4));
    assertThat(below.note()).get().asString().contains("threshold gain of 1.00");
    assertThat(above.note()).isEmpty();
    assertThat(new Retrieval(w, graded).note()).isEmpty();
    SplittableRandom random = new SplittableRandom(2);
    for (int k = 0; k < 50; k++) {
      int[] signs = new int[16];
      for (int i = 0; i < 16; i++) {
        signs[i] = random.nextBoolean() ? 1 : -1;
      }
      assertThat(below.run(Pattern.of(signs)).end().canonical()).isEqualTo(S1);
    }
    assertThat(below.run(S2).end().canonical()).isEqualTo(S1);
    assertThat(above.run(S2).end()).isEqualTo(S2);
    assertThat(above.run(S2.negated()).end()).isEqualTo(S2.negated());
  }

  @Test
  void theThresholdOfTheGainFollowsTheSelfTerm() {
    Pattern s = Pattern.parse("+-+-");
    Settings settings = Settings.of(UpdateRule.GRADED, 1).withGain(0.5);
    Weights w = Matrices.weights(Matrices.hebb(new double[] {1}, s), SelfTerm.FULL);
    // strongest mode 4 with, 3 without the diagonal
    assertThat(new Retrieval(w, settings).note()).get().asString().contains("gain of 0.750");
    double[][] negative = Matrices.semidefiniteFilm(4, -1, new SplittableRandom(4));
    Weights never = Matrices.weights(negative, SelfTerm.FULL);
    assertThat(new Retrieval(never, settings).note()).get().asString().contains("wakes at no gain");
  }

  @ParameterizedTest
  @EnumSource(UpdateRule.class)
  void currentsNearRoundingOfTheConductancesMoveNothing(UpdateRule rule) {
    double[][] g = Matrices.film(5, new SplittableRandom(9));
    double[][] ref = new double[5][5];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        ref[i][j] = g[i][j] * (1 + (i + j) % 3 * 1e-11);
      }
    }
    for (SelfTerm selfTerm : SelfTerm.values()) {
      Weights w = Weights.of(g, ref, Reference.UNTRAINED, selfTerm);
      Retrieval retrieval = new Retrieval(w, Settings.of(rule, 1));
      for (Pattern start : Pattern.all(5)) {
        assertThat(retrieval.run(start).end()).isEqualTo(start);
      }
    }
  }

  @Test
  void outcomesFollowTheSeedAndTheStartAlone() {
    double[][] g = Matrices.symmetric(8, new SplittableRandom(20));
    Weights w = Matrices.weights(g, SelfTerm.ZERO);
    List<Pattern> trained = List.of(Pattern.parse("+-+-+-+-"));
    for (UpdateRule rule : List.of(UpdateRule.ASYNCHRONOUS, UpdateRule.GRADED)) {
      Settings settings = Settings.of(rule, 3).withOrder(Order.RANDOM).withGain(0.5);
      Summary all = new Retrieval(w, settings).fromAll(trained);
      assertThat(new Retrieval(w, settings).fromAll(trained)).isEqualTo(all);
      Pattern one = Pattern.parse("++-+--+-");
      assertThat(new Retrieval(w, settings).run(one)).isEqualTo(all.from().get(one));
      Settings otherSeed = new Settings(rule, Order.RANDOM, settings.gain(), settings.noise(), 4);
      assertThat(new Retrieval(w, otherSeed).fromAll(trained).from()).isNotEqualTo(all.from());
    }
  }

  @Test
  void hitsCountTheTrainedPatternsTheirNegativesAndTheStartsAmongThem() {
    double[][] g = Matrices.symmetric(5, new SplittableRandom(21));
    Retrieval retrieval = retrieval(g, SelfTerm.ZERO, UpdateRule.ASYNCHRONOUS);
    Summary any = retrieval.fromAll(List.of(Pattern.parse("+++++")));
    var ends =
        any.from().values().stream()
            .map(o -> o.end().canonical())
            .collect(Collectors.groupingBy(p -> p, Collectors.counting()));
    assertThat(ends).hasSizeGreaterThan(1);
    ends.forEach(
        (end, count) ->
            assertThat(retrieval.fromAll(List.of(end.negated())).hits())
                .isEqualTo(count.intValue()));
    assertThat(retrieval.fromAll(List.copyOf(ends.keySet())).hits()).isEqualTo(32);
  }

  @Test
  void refusesWhatIsTooMuchOrDoesNotFit() {
    Retrieval large =
        retrieval(
            Matrices.hebb(new double[] {1}, new Pattern("+".repeat(21))),
            SelfTerm.ZERO,
            UpdateRule.ASYNCHRONOUS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> large.fromAll(List.of()))
        .withMessageContaining("2^21");
    assertThatIllegalArgumentException().isThrownBy(() -> large.run(Pattern.parse("+-")));
    Settings settings = Settings.of(UpdateRule.GRADED, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> settings.withGain(0));
    assertThatIllegalArgumentException().isThrownBy(() -> settings.withGain(9));
  }

  /** One electrode follows the other, which flees from it: they run round, never at rest. */
  @ParameterizedTest
  @EnumSource(UpdateRule.class)
  void pursuitRunsRound(UpdateRule rule) {
    double[][] w = {{0, 1.1}, {-0.9, 0}};
    Retrieval retrieval = retrieval(w, SelfTerm.ZERO, rule);
    String round = "++ +- -- -+ ++ +- -- -+";
    for (Pattern start : Pattern.all(2)) {
      Outcome outcome = retrieval.run(start);
      assertThat(outcome.end()).isNull();
      assertThat(outcome.hits(Pattern.all(2))).isFalse();
      if (rule != UpdateRule.ASYNCHRONOUS) { // which flips both in one sweep
        assertThat(outcome.cycle()).hasSize(4);
      }
      assertThat(round)
          .contains(
              outcome.cycle().stream().map(Pattern::toString).collect(Collectors.joining(" ")));
    }
    assertThat(retrieval.note()).get().asString().contains("differ by up to 182 % of the largest");
  }

  /** What graded updates give for an end stays where it is, and what they call a cycle does not. */
  @Test
  void gradedEndsOfUnsymmetricWeightsAreAtRest() {
    SplittableRandom random = new SplittableRandom(5);
    int cycles = 0;
    int ends = 0;
    int left = 0;
    int stopped = 0;
    for (int k = 0; k < 12; k++) {
      double[][] g = Matrices.random(6, random);
      Weights w = Matrices.weights(g, SelfTerm.ZERO);
      Retrieval retrieval = new Retrieval(w, Settings.of(UpdateRule.GRADED, 1));
      double scale = w.largestEigenvalue(SelfTerm.ZERO);
      for (Pattern start : Pattern.all(6)) {
        Outcome outcome = retrieval.run(start);
        boolean atRest = outcome.end() != null;
        if (!atRest && outcome.cycle().isEmpty()) {
          continue; // nothing is claimed
        }
        Pattern from = atRest ? outcome.end() : outcome.cycle().get(0);
        if (atRest) {
          ends++;
          left += stays(g, scale, from) ? 0 : 1;
        } else {
          cycles++;
          stopped += stays(g, scale, from) ? 1 : 0;
        }
      }
    }
    assertThat(cycles).isGreaterThan(50);
    assertThat(ends).isGreaterThan(50);
    // one of the twelve has a rest at voltages below V0 beside a cycle; 64 starts come to it
    assertThat(left).isLessThanOrEqualTo(64);
    assertThat(stopped).isZero();
  }

  /** True if updates at the last gain, from these signs, end at them. */
  private static boolean stays(double[][] g, double scale, Pattern from) {
    double[] v = from.voltages(1);
    boolean changes = false;
    for (int step = 0; step < 4000; step++) {
      double[] next = v.clone();
      for (int i = 0; i < v.length; i++) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
          sum += i == j ? 0 : g[i][j] * v[j];
        }
        next[i] += 0.3 * (Math.tanh(GradedUpdates.LAST_GAIN * sum / scale) - v[i]);
        changes |= next[i] * v[i] < 0 && step > 2000;
      }
      v = next;
    }
    for (int i = 0; i < v.length; i++) {
      changes |= Math.signum(v[i]) != from.sign(i);
    }
    return !changes;
  }

  /** Weights that are hardly unsymmetric end as symmetric ones do. */
  @Test
  void aLittleAsymmetryChangesNoEnd() {
    SplittableRandom random = new SplittableRandom(8);
    double[][] g = Matrices.film(6, random);
    Retrieval symmetric = retrieval(g, SelfTerm.ZERO, UpdateRule.GRADED);
    double[][] h = new double[6][6];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        h[i][j] = g[i][j] * (1 + (i < j ? 1e-6 : 0));
      }
    }
    Retrieval other = retrieval(h, SelfTerm.ZERO, UpdateRule.GRADED);
    for (Pattern start : Pattern.all(6)) {
      assertThat(other.run(start)).isEqualTo(symmetric.run(start));
    }
    assertThat(other.note()).isEmpty();
  }
}
