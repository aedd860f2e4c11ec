package hopfilm.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.hopfield.Pattern;
import hopfilm.transport.ResistanceMatrix;
import hopfilm.units.Constants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadoutTest {

  private static final Instrument USUAL = new Instrument(10e-6, 4e-9, 1, 0.003, 0.05);

  /** A resistor between each two contacts, in the order 12, 13, 14, 23 ... [Ohm]. */
  private static double[][] film(int n, double... ohm) {
    double[][] g = new double[n][n];
    int p = 0;
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        double s = 1 / ohm[p++];
        g[a][b] -= s;
        g[b][a] -= s;
        g[a][a] += s;
        g[b][b] += s;
      }
    }
    return g;
  }

  private static TrainedFilm trained(double[][] before, double[][] after, String... patterns) {
    int n = before.length;
    List<String> names = new ArrayList<>();
    for (int k = 1; k <= n; k++) {
      names.add("n" + k);
    }
    return new TrainedFilm(
        names,
        before,
        after,
        List.of(patterns).stream().map(Pattern::parse).toList(),
        new TrainedFilm.Contacts(new double[n], new double[n]),
        300,
        null);
  }

  /** 100 Ohm that become 99: every number in closed form. */
  @Test
  void aResistorByHand() {
    Readout r = Readout.of(trained(film(2, 100), film(2, 99), "+-"), USUAL);
    Reading pair = r.pairs().get(0).reading();
    assertThat(pair.before()).isCloseTo(100, within(1e-10));
    assertThat(pair.change()).isCloseTo(-1, within(1e-10));
    assertThat(pair.voltage()).isCloseTo(-10e-6, within(1e-15));
    // B = 1/(2 s): sqrt(4 k 300 K 100 Ohm/2)
    double johnson = Math.sqrt(2 * Constants.KB * 300 * 100);
    double amplifier = 4e-9 / Math.sqrt(2);
    double drift = 10e-6 * 100 * 0.003 * 0.05;
    assertThat(pair.noise().johnson()).isCloseTo(johnson, within(1e-20));
    assertThat(pair.noise().amplifier()).isCloseTo(amplifier, within(1e-20));
    assertThat(pair.noise().drift()).isCloseTo(drift, within(1e-20));
    double total = Math.sqrt(johnson * johnson + amplifier * amplifier + drift * drift);
    assertThat(pair.signalToNoise()).isCloseTo(10e-6 / total, within(1e-6));
    assertThat(r.sigma()).isCloseTo(10e-6 / total, within(1e-6));
    // a pattern of two contacts is the pair
    assertThat(r.patterns().get(0).reading().before()).isCloseTo(100, within(1e-10));
    assertThat(r.patterns().get(0).reading().change()).isCloseTo(-1, within(1e-10));
    assertThat(r.ratios()).isEmpty();
    assertThat(ReadoutWords.sentence(r))
        .isEqualTo(
            "at 10 uA one reading of the pair in 1 s tells trained from untrained by 67 sigma, if"
                + " the temperature drifts by 0.05 K alike everywhere; 5 sigma needs 0.67 K");
    // 5 = 10 uV/sqrt(averaged^2 + (10 uA 100 Ohm 0.003/K dT)^2)
    double averaged = johnson * johnson + amplifier * amplifier;
    assertThat(r.steady()).isCloseTo(Math.sqrt(4e-12 - averaged) / 3e-6, within(1e-6));
  }

  /**
   * The kelvins for 5 sigma are those of the film, whatever it was read with. Noise alone leaves
   * 6.9 sigma here, and 2.9 of them are left of any even drift.
   */
  @Test
  void fiveSigmaNeedADriftThatDoesNotDependOnTheOption() {
    TrainedFilm film = trained(film(3, 20, 31, 22), film(3, 19.9, 30.9, 22), "+-+");
    double noise = 2e-7;
    Readout quiet = Readout.of(film, new Instrument(10e-6, noise, 1, 0.003, 0.001));
    Readout restless = Readout.of(film, new Instrument(10e-6, noise, 1, 0.003, 2));
    assertThat(quiet.steady()).isPositive().isFinite();
    assertThat(restless.steady()).isCloseTo(quiet.steady(), within(1e-12));
    Instrument at = new Instrument(10e-6, noise, 1, 0.003, quiet.steady());
    assertThat(Readout.of(film, at).sigma()).isCloseTo(Reading.SEEN, within(1e-9));
    String words = ReadoutWords.sentence(quiet);
    String needs = words.substring(words.indexOf("; 5 sigma needs "));
    assertThat(ReadoutWords.sentence(restless)).endsWith(needs);
    // less noise: what training does to ratios is enough
    Readout clear = Readout.of(film, new Instrument(10e-6, 4e-9, 1, 0.003, 2));
    assertThat(clear.steady()).isInfinite();
    assertThat(ReadoutWords.sentence(clear)).endsWith(" between parts of the film");
    // noise alone is too much
    Readout loud = Readout.of(film, new Instrument(10e-6, 4e-3, 1, 0.003, 0.05));
    assertThat(loud.steady()).isZero();
    assertThat(ReadoutWords.sentence(loud)).endsWith("; no steadier film reaches 5 sigma");
  }

  /** 10 and 40 Ohm in a row: 50 Ohm between the ends, and both joined against the middle 8. */
  @Test
  void resistorsInARow() {
    double none = 1e15;
    double[][] g = film(3, 10, none, 40);
    Readout r = Readout.of(trained(g, film(3, 10, none, 20), "+-+"), USUAL);
    assertThat(r.pairs().stream().map(p -> p.reading().before()).toList())
        .satisfiesExactly(
            x -> assertThat(x).isCloseTo(10, within(1e-9)),
            x -> assertThat(x).isCloseTo(50, within(1e-9)),
            x -> assertThat(x).isCloseTo(40, within(1e-9)));
    Reading pattern = r.patterns().get(0).reading();
    assertThat(pattern.before()).isCloseTo(8, within(1e-9));
    assertThat(pattern.after()).isCloseTo(20.0 / 3, within(1e-9));
    assertThat(r.time()).isEqualTo(3);
  }

  @Test
  void averagingGoesAsOneOverTheRoot() {
    TrainedFilm film = trained(film(2, 100), film(2, 99.999));
    Instrument still = new Instrument(1e-6, 4e-9, 1, 0.003, 0);
    double one = Readout.of(film, still).sigma();
    double four = Readout.of(film, new Instrument(1e-6, 4e-9, 4, 0.003, 0)).sigma();
    assertThat(four).isCloseTo(2 * one, within(1e-9));
    // after the time that it says the change is five times the noise
    double time = Readout.of(film, still).pairs().get(0).reading().seenAfter();
    assertThat(Readout.of(film, new Instrument(1e-6, 4e-9, time, 0.003, 0)).sigma())
        .isCloseTo(Reading.SEEN, within(1e-9));
    // which scatter that averaging does not lessen makes impossible
    Instrument drifting = new Instrument(1e-6, 4e-9, 1, 0.003, 0.01);
    assertThat(Readout.of(film, drifting).pairs().get(0).reading().seenAfter()).isInfinite();
  }

  /** A contact of 5 Ohm that scatters by 0.1 Ohm at each end of 90 Ohm: sqrt 2 0.1 Ohm. */
  @Test
  void contactsScatterAndDoNotDrift() {
    TrainedFilm film =
        new TrainedFilm(
            List.of("a", "b"),
            film(2, 100),
            film(2, 99),
            List.of(),
            new TrainedFilm.Contacts(new double[] {5, 5}, new double[] {0.1, 0.1}),
            300,
            null);
    Reading pair = Readout.of(film, USUAL).pairs().get(0).reading();
    assertThat(pair.film()).isCloseTo(90, within(1e-10));
    assertThat(pair.noise().contact()).isCloseTo(10e-6 * Math.sqrt(0.02), within(1e-16));
    assertThat(pair.noise().drift()).isCloseTo(10e-6 * 90 * 1.5e-4, within(1e-16));
  }

  /** White noise of 1 Ohm in each row of 1 ns has tau = 0.5 ns: a mean of n rows has 1/sqrt n. */
  @Test
  void magneticNoise() {
    Random random = new Random(3);
    List<double[][]> rows = new ArrayList<>();
    for (int k = 0; k < 4000; k++) {
      rows.add(film(2, 100 + random.nextGaussian()));
    }
    MagneticNoise noise = MagneticNoise.of(rows, 1e-9).orElseThrow();
    // 4000 values: the deviation is known to 1.1 %, and the sum of few correlations to 0.02 or so
    assertThat(noise.deviation()[0][1]).isCloseTo(1, within(0.04));
    assertThat(noise.correlation()).isCloseTo(0.5e-9, within(0.1e-9));
    assertThat(noise.kept(1e-6)).isCloseTo(Math.sqrt(1e-3), within(0.004));
    assertThat(MagneticNoise.of(rows.subList(0, 7), 1e-9)).isEmpty();
  }

  /**
   * The sentence is true: noise, drift and scatter of contacts are drawn for a film of four
   * contacts, whose G is scaled by the drift, and as many decisions are right as promised.
   */
  @ParameterizedTest
  @CsvSource({"60e-9, 0.05, 0.001", "40e-9, 1, 0.001", "1e-9, 0.01, 0.05", "40e-9, 1.5, 0.03"})
  void asManyDecisionsAreRightAsPromised(double noise, double drift, double scatter) {
    double[][] before = film(4, 20, 31, 22, 19, 28, 24);
    double[][] after = film(4, 19.9, 31.05, 21.95, 18.93, 28.02, 23.9);
    double[] contacts = {1, 2, 1, 0.5};
    double[] deviation = {scatter, scatter, scatter, scatter};
    TrainedFilm film =
        new TrainedFilm(
            List.of("n1", "n2", "n3", "n4"),
            inSeries(before, contacts),
            inSeries(after, contacts),
            List.of(Pattern.parse("+-+-")),
            new TrainedFilm.Contacts(contacts, deviation),
            300,
            null);
    Instrument with = new Instrument(1e-6, noise, 1, 0.003, drift);
    Readout r = Readout.of(film, with);
    Random random = new Random(20);
    int draws = 1000;
    int[] right = new int[2];
    for (int k = 0; k < draws; k++) {
      boolean isTrained = k % 2 == 0;
      double warmer = 1 + with.tcr() * drift * random.nextGaussian();
      double[] touched = new double[4];
      for (int c = 0; c < 4; c++) {
        touched[c] = contacts[c] + scatter * random.nextGaussian();
      }
      double[][] g = inSeries(scaled(isTrained ? after : before, 1 / warmer), touched);
      double[] ohm = read(g, r, random);
      right[0] += isTrained(r.all(), ohm) == isTrained ? 1 : 0;
      right[1] += isTrained(r.ratios().orElseThrow().decision(), ohm) == isTrained ? 1 : 0;
    }
    double[] promised = {
      Decision.right(r.sigma()), Decision.right(r.ratios().orElseThrow().decision().sigma(drift))
    };
    for (int k = 0; k < 2; k++) {
      double p = promised[k];
      // four standard deviations of a share of 1000 draws
      assertThat((double) right[k] / draws)
          .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / draws) + 0.5 / draws));
    }
  }

  /**
   * Sigma is the distance of the two means over the deviation of the decision, and no other weights
   * have more: not those of single pairs, nor any that are drawn around the best.
   */
  @ParameterizedTest
  @CsvSource({"20e-9, 0.05, 0.001", "1e-9, 0.5, 0", "1e-9, 0.01, 0.05", "4e-9, 0, 0.01"})
  void noOtherWeightsTellMore(double noise, double drift, double scatter) {
    double[][] before = film(4, 20, 31, 22, 19, 28, 24);
    double[][] after = film(4, 19.9, 31.05, 21.95, 18.93, 28.02, 23.9);
    double[] none = new double[4];
    double[] deviation = {scatter, 2 * scatter, 0.5 * scatter, scatter};
    List<String> names = List.of("n1", "n2", "n3", "n4");
    TrainedFilm film =
        new TrainedFilm(
            names, before, after, List.of(), new TrainedFilm.Contacts(none, deviation), 300, null);
    Readout r = Readout.of(film, new Instrument(1e-6, noise, 1, 0.003, drift));
    Random random = new Random(8);
    double[][] draws = new double[1000][];
    for (int k = 0; k < draws.length; k++) {
      double[] touched = new double[4];
      for (int c = 0; c < 4; c++) {
        touched[c] = deviation[c] * random.nextGaussian();
      }
      double[][] warm = scaled(before, 1 / (1 + 0.003 * drift * random.nextGaussian()));
      draws[k] = read(inSeries(warm, touched), r, random);
    }
    double[] best = r.all().weights();
    // a deviation from 1000 draws is known to 1/sqrt 2000 of itself: four of these
    double error = 4 / Math.sqrt(2.0 * draws.length);
    double sigma = sigma(best, r, draws);
    assertThat(sigma / r.sigma()).isCloseTo(1, within(error));
    for (int k = 0; k < 40; k++) {
      double[] other = best.clone();
      for (int p = 0; p < other.length; p++) {
        other[p] = k < other.length ? (p == k ? 1 : 0) : other[p] * (1 + random.nextGaussian());
      }
      assertThat(sigma(other, r, draws)).isLessThan(sigma * (1 + error));
    }
  }

  /** Distance of the means over the deviation of draws. */
  private static double sigma(double[] w, Readout r, double[][] draws) {
    double signal = 0;
    for (int p = 0; p < w.length; p++) {
      signal += w[p] * r.pairs().get(p).reading().change();
    }
    double sum = 0;
    double squares = 0;
    for (double[] ohm : draws) {
      double decision = 0;
      for (int p = 0; p < w.length; p++) {
        decision += w[p] * (ohm[p] - r.all().before()[p]);
      }
      sum += decision;
      squares += decision * decision;
    }
    int n = draws.length;
    return Math.abs(signal) / Math.sqrt(squares / n - sum * sum / n / n);
  }

  /** So are the kelvins by which parts of the film may differ: each pair has its own. */
  @Test
  void asManyAreRightByRatiosOfAnUnevenFilm() {
    double[][] before = film(4, 20, 31, 22, 19, 28, 24);
    double[][] after = film(4, 19.9, 31.05, 21.95, 18.93, 28.02, 23.9);
    Instrument with = new Instrument(1e-6, 4e-9, 1, 0.003, 0);
    Readout r = Readout.of(trained(before, after, "+-+-"), with);
    Readout.Ratios ratios = r.ratios().orElseThrow();
    double sigma = 2;
    double kelvin = ratios.differencesAt(sigma);
    assertThat(kelvin).isPositive();
    Random random = new Random(5);
    int draws = 1000;
    int right = 0;
    for (int k = 0; k < draws; k++) {
      boolean isTrained = k % 2 == 0;
      double[] ohm = read(isTrained ? after : before, r, random);
      for (int p = 0; p < ohm.length; p++) {
        ohm[p] *= 1 + with.tcr() * kelvin * random.nextGaussian();
      }
      right += isTrained(ratios.decision(), ohm) == isTrained ? 1 : 0;
    }
    double p = Decision.right(sigma);
    // four standard deviations of a share of 1000 draws
    assertThat((double) right / draws).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / draws)));
  }

  private static double[] read(double[][] g, Readout r, Random random) {
    ResistanceMatrix now = ResistanceMatrix.of(g);
    return r.pairs().stream()
        .mapToDouble(
            p -> {
              Reading.Noise n = p.reading().noise();
              double volts = Math.hypot(n.johnson(), n.amplifier()) * random.nextGaussian();
              return now.between(p.a(), p.b()) + volts / r.instrument().current();
            })
        .toArray();
  }

  private static double[][] scaled(double[][] g, double factor) {
    double[][] all = new double[g.length][g.length];
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        all[i][j] = factor * g[i][j];
      }
    }
    return all;
  }

  /** G of a film behind contact resistances: (R + diag r)^-1 for currents that add up to zero. */
  private static double[][] inSeries(double[][] g, double[] contacts) {
    double[][] r = ResistanceMatrix.of(g).ohm();
    int n = g.length;
    double[][] sum = new double[n][n];
    // centred, so that rows add up to zero as those of R do
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double centred = 0;
        for (int k = 0; k < n; k++) {
          centred += ((i == k ? 1 : 0) - 1.0 / n) * contacts[k] * ((j == k ? 1 : 0) - 1.0 / n);
        }
        sum[i][j] = r[i][j] + centred;
      }
    }
    return new ResistanceMatrix(sum).siemens();
  }

  @Test
  void anEvenDriftLeavesRatiosAlone() {
    double[][] before = film(3, 20, 31, 22);
    Readout r = Readout.of(trained(before, film(3, 19.9, 31.1, 22), "+-+"), USUAL);
    Decision ratios = r.ratios().orElseThrow().decision();
    double[] warm = ratios.before().clone();
    for (int p = 0; p < warm.length; p++) {
      warm[p] *= 1.03;
    }
    // 10 K: more than training does, which all pairs take for it or its opposite
    assertThat(isTrained(ratios, warm)).isFalse();
    double sum = 0;
    double scale = 0;
    for (int p = 0; p < warm.length; p++) {
      sum += ratios.weights()[p] * warm[p];
      scale += Math.abs(ratios.weights()[p] * warm[p]);
    }
    assertThat(sum).isCloseTo(0, within(1e-12 * scale));
    assertThat(ratios.driftAt(ratios.sigma(2))).isCloseTo(2, within(1e-6));
  }

  @Test
  void likeAndUnlikePairs() {
    double[][] before = film(4, 20, 20, 20, 20, 20, 20);
    double[][] after = film(4, 19, 20, 19, 19, 20, 19);
    Readout r = Readout.of(trained(before, after, "+-+-"), USUAL);
    var contrast = r.patterns().get(0).contrast().orElseThrow();
    // all pairs of a kind are alike by symmetry
    assertThat(contrast.scatter()).isCloseTo(0, within(1e-12));
    assertThat(contrast.unlike()).isGreaterThan(contrast.like());
    assertThat(
            ReadoutRecord.of(
                    trained(before, after, "+-+-"),
                    r,
                    Optional.empty(),
                    "learned",
                    new ReadoutRecord.Load("", null, null, "", null),
                    "a",
                    "b",
                    null)
                .patterns())
        .singleElement()
        .satisfies(p -> assertThat(p.apart()).isNull());
    // Student by hand
    double[][] uneven = film(4, 19, 20.2, 18.9, 19, 19.8, 18.9);
    var pattern = Readout.of(trained(before, uneven, "+-+-"), USUAL).patterns().get(0);
    double[] change = new double[6];
    ResistanceMatrix a = ResistanceMatrix.of(before);
    ResistanceMatrix b = ResistanceMatrix.of(uneven);
    int[][] at = {{0, 1}, {0, 3}, {1, 2}, {2, 3}, {0, 2}, {1, 3}};
    for (int p = 0; p < 6; p++) {
      change[p] = b.between(at[p][0], at[p][1]) / a.between(at[p][0], at[p][1]) - 1;
    }
    double unlike = (change[0] + change[1] + change[2] + change[3]) / 4;
    double like = (change[4] + change[5]) / 2;
    double squares = 0;
    for (int p = 0; p < 6; p++) {
      squares += Math.pow(change[p] - (p < 4 ? unlike : like), 2);
    }
    double error = Math.sqrt(squares / 4 * (1.0 / 4 + 1.0 / 2));
    assertThat(pattern.apart().orElseThrow())
        .isCloseTo((like - unlike) / error, within(1e-6))
        .isPositive();
    // four of 20 Ohm side by side, then of 19
    assertThat(r.patterns().get(0).reading().before()).isCloseTo(5, within(1e-12));
    assertThat(r.patterns().get(0).reading().after()).isCloseTo(4.75, within(1e-12));
  }

  /** Two halves, each between contacts of one sign: nothing flows but errors of the solution. */
  @Test
  void aPatternWithoutCurrentIsLeftOut() {
    double[][] halves = film(4, 1e15, 1e15, 20, 22, 1e15, 1e15);
    Readout r = Readout.of(trained(halves, film(4, 1e15, 1e15, 19, 22, 1e15, 1e15), "+--+"), USUAL);
    assertThat(r.pairs()).hasSize(2);
    assertThat(r.patterns()).isEmpty();
  }

  @Test
  void nothingChangedAndNoNoise() {
    double[][] g = film(3, 20, 31, 22);
    Readout same = Readout.of(trained(g, g, "+-+"), USUAL);
    assertThat(same.sigma()).isZero();
    assertThat(ReadoutWords.sentence(same))
        .isEqualTo(
            "at 10 uA one reading of all 3 pairs in 3 s does not tell trained from untrained:"
                + " training changed no resistance");
    TrainedFilm cold = trained(g, film(3, 20, 31, 21), "+-+");
    TrainedFilm still =
        new TrainedFilm(cold.names(), g, cold.after(), cold.patterns(), cold.contacts(), 0, null);
    Readout quiet = Readout.of(still, new Instrument(1e-6, 0, 1, 0.003, 0));
    assertThat(quiet.sigma()).isInfinite();
    assertThat(ReadoutWords.sentence(quiet)).endsWith("by more than 1000 sigma");
  }

  @Test
  void whatIsNotPossible() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Instrument(0, 0, 1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Instrument(1, 0, -1, 0, 0));
    double[][] apart = new double[2][2];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Readout.of(trained(apart, apart), USUAL))
        .withMessageContaining("connects no two contacts");
  }

  /** Decides by resistances [Ohm] in the order of the pairs. */
  private static boolean isTrained(Decision by, double... ohm) {
    double sum = 0;
    for (int p = 0; p < ohm.length; p++) {
      sum += by.weights()[p] * (ohm[p] - by.before()[p]);
    }
    return sum / by.signal() > 0.5;
  }
}
