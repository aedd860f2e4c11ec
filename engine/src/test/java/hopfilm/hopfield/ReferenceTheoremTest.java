package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.EnergyLandscape.Entry;
import hopfilm.hopfield.Retrieval.Outcome;
import hopfilm.hopfield.Retrieval.Settings;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.ConductanceMatrix;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The note of the theorem, tried on random semidefinite weights with zero row sums. */
class ReferenceTheoremTest {

  private static final int N = 5;
  private static final Pattern UNIFORM = Pattern.parse("+++++");
  private static final double ROUNDING = 1e-12;

  private static Retrieval retrieval(double[][] g, SelfTerm selfTerm, UpdateRule rule) {
    return new Retrieval(Matrices.weights(g, selfTerm), Settings.of(rule, 1));
  }

  @Test
  void positiveAmrMakesTheUniformPatternTheMinimum() {
    SplittableRandom random = new SplittableRandom(31);
    int trainedCanBeFixed = 0;
    for (int k = 0; k < 50; k++) {
      double[][] g = Matrices.semidefiniteFilm(N, -1, random);
      var landscape = new EnergyLandscape(Matrices.weights(g, SelfTerm.FULL), 1);
      assertThat(landscape.entries()).allMatch(e -> e.energy() >= -ROUNDING);
      assertThat(Math.abs(landscape.energy(UNIFORM))).isLessThan(ROUNDING);
      for (UpdateRule rule : List.of(UpdateRule.ASYNCHRONOUS, UpdateRule.SYNCHRONOUS)) {
        for (Pattern start : Pattern.all(N)) {
          Outcome full = retrieval(g, SelfTerm.FULL, rule).run(start);
          assertThat(full.end() == null || full.end().isUniform()).isTrue();
        }
        assertThat(retrieval(g, SelfTerm.FULL, rule).run(UNIFORM).steps()).isZero();
        Retrieval zero = retrieval(g, SelfTerm.ZERO, rule);
        assertThat(zero.run(UNIFORM).end()).isEqualTo(UNIFORM);
        Pattern lowest = landscape.lowest().pattern();
        trainedCanBeFixed += lowest.equals(zero.run(lowest).end()) ? 1 : 0;
      }
    }
    assertThat(trainedCanBeFixed).isPositive();
  }

  @Test
  void negativeAmrTurnsEverySignRound() {
    SplittableRandom random = new SplittableRandom(32);
    for (int k = 0; k < 50; k++) {
      double[][] g = Matrices.semidefiniteFilm(N, 1, random);
      var landscape = new EnergyLandscape(Matrices.weights(g, SelfTerm.FULL), 1);
      assertThat(landscape.entries()).extracting(Entry::energy).allMatch(e -> e <= ROUNDING);
      assertThat(Math.abs(landscape.energy(UNIFORM))).isLessThan(ROUNDING);
      Pattern lowest = landscape.lowest().pattern();
      for (UpdateRule rule : List.of(UpdateRule.ASYNCHRONOUS, UpdateRule.SYNCHRONOUS)) {
        for (SelfTerm selfTerm : SelfTerm.values()) {
          assertThat(retrieval(g, selfTerm, rule).run(lowest).end()).isEqualTo(lowest);
        }
        assertThat(retrieval(g, SelfTerm.ZERO, rule).run(UNIFORM).steps()).isPositive();
        assertThat(retrieval(g, SelfTerm.FULL, rule).run(UNIFORM).end()).isEqualTo(UNIFORM);
      }
    }
  }

  @Test
  void filmsOfRandomTextureObeyIt() {
    Grid film = Grid.film(14, 14, 4e-9, 1e-6);
    SplittableRandom random = new SplittableRandom(33);
    for (double amr : new double[] {1.5, -1.5}) {
      var flow =
          new CurrentFlow(
              film,
              new AmrConductivity(1.5e-7, amr),
              ElectrodeLayouts.corners(film, 16e-9),
              Parallel.SERIAL);
      flow.texture(VectorField.uniform(film, 0, 0, 1));
      ConductanceMatrix saturated = flow.conductanceMatrix();
      for (int k = 0; k < 3; k++) {
        VectorField m = new VectorField(film);
        for (int c = 0; c < 3; c++) {
          for (int cell = 0; cell < film.cells(); cell++) {
            m.component(c)[cell] = random.nextGaussian();
          }
        }
        m.normalise();
        flow.texture(m);
        Weights w =
            Weights.of(flow.conductanceMatrix(), saturated, Reference.SATURATED, SelfTerm.FULL);
        Pattern uniform = Pattern.parse("++++");
        for (Entry e : new EnergyLandscape(w, 1).entries()) {
          // rows sum to zero to 1e-9 of the largest conductance or better, with 16 terms
          assertThat(Math.signum(amr) * e.energy()).isGreaterThan(-16e-9 * w.largestConductance());
          assertThat(Math.abs(e.energy()) < 16e-9 * w.largestConductance())
              .isEqualTo(e.pattern().equals(uniform));
        }
        Weights r =
            Weights.of(
                WeightKind.RESISTANCE.matrix(flow.conductanceMatrix().siemens()),
                WeightKind.RESISTANCE.matrix(saturated.siemens()),
                Reference.SATURATED,
                SelfTerm.FULL);
        for (Entry e : new EnergyLandscape(r, 1).entries()) {
          // the same turned round: what conducts worse resists more
          assertThat(Math.signum(amr) * e.energy()).isLessThan(16e-9 * r.largestConductance());
          assertThat(Math.abs(e.energy()) < 16e-9 * r.largestConductance())
              .isEqualTo(e.pattern().equals(uniform));
        }
      }
    }
  }

  @Test
  void theNoteFollowsSignReferenceAndSelfTerm() {
    assertThat(note(Reference.SATURATED, 1.5, SelfTerm.FULL))
        .contains("every E' >= 0", "global minimum", "no pattern that carries a current I' can be");
    assertThat(note(Reference.SATURATED, 1.5, SelfTerm.ZERO))
        .contains("every E' >= 0", "global minimum", "trained pattern can be a fixed point");
    assertThat(note(Reference.SATURATED, -0.5, SelfTerm.FULL))
        .contains("every E' <= 0", "global maximum", "no I', is kept");
    assertThat(note(Reference.SATURATED, -0.5, SelfTerm.ZERO))
        .contains("every E' <= 0", "global maximum", "uniform pattern is none");
    assertThat(
            ReferenceTheorem.note(Reference.SATURATED, 1.5, SelfTerm.FULL, WeightKind.RESISTANCE))
        .get()
        .asString()
        .contains("weights resistance", "amr > 0: every E' <= 0", "maximum", "no V', is kept");
    assertThat(
            ReferenceTheorem.note(Reference.SATURATED, -1.5, SelfTerm.FULL, WeightKind.RESISTANCE))
        .get()
        .asString()
        .contains("amr < 0: every E' >= 0", "minimum", "carries a voltage V' can be");
    for (SelfTerm selfTerm : SelfTerm.values()) {
      for (Reference reference : Reference.values()) {
        assertThat(note(reference, 0, selfTerm)).contains("no weights").doesNotContain("\n");
      }
      for (double amr : new double[] {1.5, -0.5}) {
        WeightKind kind = amr > 0 ? WeightKind.RESISTANCE : WeightKind.CONDUCTANCE;
        assertThat(ReferenceTheorem.note(Reference.UNTRAINED, amr, selfTerm, kind)).isEmpty();
        assertThat(ReferenceTheorem.note(Reference.UNTRAINED_MEAN, amr, selfTerm, kind)).isEmpty();
        assertThat(ReferenceTheorem.note(Reference.SCALED, amr, selfTerm, kind)).isEmpty();
      }
    }
  }

  private static String note(Reference reference, double amr, SelfTerm selfTerm) {
    return ReferenceTheorem.note(reference, amr, selfTerm, WeightKind.CONDUCTANCE).orElseThrow();
  }
}
