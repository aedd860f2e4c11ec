package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.EnergyLandscape.Entry;
import hopfilm.hopfield.Retrieval.Outcome;
import hopfilm.hopfield.Retrieval.Settings;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.ConductanceMatrix;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.Held;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
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
      Held held = flow.with(VectorField.uniform(film, 0, 0, 1));
      ConductanceMatrix saturated = held.conductanceMatrix();
      for (int k = 0; k < 3; k++) {
        VectorField m = new VectorField(film);
        for (int c = 0; c < 3; c++) {
          for (int cell = 0; cell < film.cells(); cell++) {
            m.component(c)[cell] = random.nextGaussian();
          }
        }
        m.normalise();
        held = flow.with(m);
        Weights w =
            Weights.of(held.conductanceMatrix(), saturated, Reference.SATURATED, SelfTerm.FULL);
        Pattern uniform = Pattern.parse("++++");
        for (Entry e : new EnergyLandscape(w, 1).entries()) {
          // rows sum to zero to 1e-9 of the largest conductance or better, with 16 terms
          assertThat(Math.signum(amr) * e.energy()).isGreaterThan(-16e-9 * w.largestConductance());
          assertThat(Math.abs(e.energy()) < 16e-9 * w.largestConductance())
              .isEqualTo(e.pattern().equals(uniform));
        }
        Weights r =
            Weights.of(
                WeightKind.RESISTANCE.matrix(held.conductanceMatrix().siemens()),
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
            ReferenceTheorem.note(
                Reference.SATURATED, plain(1.5), SelfTerm.FULL, WeightKind.RESISTANCE))
        .get()
        .asString()
        .contains("weights resistance", "amr > 0: every E' <= 0", "maximum", "no V', is kept");
    assertThat(
            ReferenceTheorem.note(
                Reference.SATURATED, plain(-1.5), SelfTerm.FULL, WeightKind.RESISTANCE))
        .get()
        .asString()
        .contains("amr < 0: every E' >= 0", "minimum", "carries a voltage V' can be");
    for (SelfTerm selfTerm : SelfTerm.values()) {
      for (Reference reference : Reference.values()) {
        assertThat(note(reference, 0, selfTerm)).contains("no weights").doesNotContain("\n");
      }
      for (double amr : new double[] {1.5, -0.5}) {
        WeightKind kind = amr > 0 ? WeightKind.RESISTANCE : WeightKind.CONDUCTANCE;
        assertThat(ReferenceTheorem.note(Reference.UNTRAINED, plain(amr), selfTerm, kind))
            .isEmpty();
        assertThat(ReferenceTheorem.note(Reference.UNTRAINED_MEAN, plain(amr), selfTerm, kind))
            .isEmpty();
        assertThat(ReferenceTheorem.note(Reference.SCALED, plain(amr), selfTerm, kind)).isEmpty();
      }
    }
  }

  /**
   * Hall sources at walls can raise the power at given voltages above that of the saturated film.
   */
  @Test
  void withHallCurrentsNothingIsSaid() {
    Grid film = Grid.film(16, 16, 4e-9, 1e-6);
    VectorField m = VectorField.uniform(film, 0, 0, 1);
    for (int c = 0; c < film.cells(); c++) {
      m.z()[c] = (c % 16 + c / 16) % 2 == 0 ? 1 : -1;
    }
    List<Electrode.Patch> sides =
        Stream.of(
                new Rectangle(0, 0, 0, 64e-9),
                new Rectangle(64e-9, 0, 64e-9, 64e-9),
                new Rectangle(0, 0, 64e-9, 0),
                new Rectangle(0, 64e-9, 64e-9, 64e-9))
            .map(r -> new Electrode.Patch(r, false))
            .toList();
    Electrode rim = new Electrode("rim", sides, 0, Electrode.Drive.VOLTAGE, null);
    Electrode core = new Electrode("core", new Disc(32e-9, 32e-9, 8e-9));
    double[][] g = new double[2][];
    for (double amr : new double[] {0, 0.01}) {
      var flow =
          new CurrentFlow(
              film,
              new AmrConductivity(1.5e-7, amr, 0.35, true),
              List.of(rim, core),
              Parallel.SERIAL);
      Held held = flow.with(VectorField.uniform(film, 0, 0, 1));
      g[0] = held.conductanceMatrix().siemens()[0];
      held = flow.with(m);
      g[1] = held.conductanceMatrix().siemens()[0];
      // the power of +-, 4 V0^2 G_11, is larger than that of the saturated film: E' < 0
      assertThat(g[1][0] / g[0][0]).isGreaterThan(1.001);
    }
    for (double amr : new double[] {0, 1.5}) {
      var hall = new ReferenceTheorem.Film(amr, true, false, false);
      assertThat(
              ReferenceTheorem.note(
                  Reference.SATURATED, hall, SelfTerm.ZERO, WeightKind.CONDUCTANCE))
          .isEmpty();
    }
  }

  @Test
  void invertersLeaveTheSignOfTheEnergies() {
    var film = new ReferenceTheorem.Film(1.5, false, true, false);
    assertThat(
            ReferenceTheorem.note(Reference.SATURATED, film, SelfTerm.ZERO, WeightKind.CONDUCTANCE))
        .get()
        .asString()
        .contains("amr > 0: every E' >= 0")
        .doesNotContain("uniform");
  }

  /** Along z the film saturated along z conducts least where a > 0. */
  @Test
  void ofCurrentThroughLayersNothingIsSaid() {
    var film = new ReferenceTheorem.Film(1.5, false, false, true);
    assertThat(
            ReferenceTheorem.note(Reference.SATURATED, film, SelfTerm.ZERO, WeightKind.CONDUCTANCE))
        .isEmpty();
  }

  private static ReferenceTheorem.Film plain(double amr) {
    return new ReferenceTheorem.Film(amr, false, false, false);
  }

  private static String note(Reference reference, double amr, SelfTerm selfTerm) {
    return ReferenceTheorem.note(reference, plain(amr), selfTerm, WeightKind.CONDUCTANCE)
        .orElseThrow();
  }
}
