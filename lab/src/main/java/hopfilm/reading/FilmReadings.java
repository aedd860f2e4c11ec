package hopfilm.reading;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.expression.Meaning;
import hopfilm.expression.Names;
import hopfilm.expression.Names.What;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.HebbAgreement;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.MemoryForecast;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.result.HeldMemory;
import hopfilm.result.OrEmpty;
import hopfilm.result.Retrieved;
import hopfilm.transport.Electrode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What expressions can read of a finished film: beside its run and its row, what it learned, its
 * conductances and networks.
 */
public final class FilmReadings extends RowReadings {

  /** First gain of graded updates. */
  private static final double FIRST_GAIN = 1.2;

  private final List<FinishedRun> alike;

  /**
   * Readings whose expressions name no files.
   *
   * @param alike films of its kind, itself included
   */
  public FilmReadings(FinishedRun run, List<FinishedRun> alike, Equations equations) {
    this(
        run,
        alike,
        equations,
        file -> {
          throw new IllegalArgumentException("no file can be named here");
        });
  }

  /**
   * @param alike films of its kind, itself included
   * @param files text of a file that an expression names
   */
  public FilmReadings(
      FinishedRun run, List<FinishedRun> alike, Equations equations, UnaryOperator<String> files) {
    super(run, equations, files);
    this.alike = alike;
  }

  // Training and recall.

  @Meaning("whether the trained pattern, of several the first, has the lowest E'")
  public boolean learned() {
    return run.summary().verdict().learned(0);
  }

  @Meaning("(E' of the lowest other pattern minus E' of the trained one) / largest |E'|")
  public double margin() {
    return run.summary().verdict().margin(0);
  }

  @Meaning("the pattern with the lowest E'")
  public String lowest() {
    return run.summary().verdict().lowest();
  }

  @Meaning("the trained pattern, of several the first")
  public String pattern() {
    return run.pattern();
  }

  @Meaning(value = "power that the trained pattern takes at the measure trained", unit = "W")
  public double power() {
    return powerAt("trained");
  }

  @Meaning("conductance added by training: -E' / power at the measure trained")
  public double added() {
    return -energy("trained", run.pattern()) / powerAt("trained");
  }

  @Meaning(value = "noisy copies recalled by the first retrieve step", unit = "%")
  public double recalled() {
    Retrieved r = run.summary().retrieval().get(0);
    return 100.0 * r.hits() / r.total();
  }

  @Meaning("whether all trained patterns are stored: 90 of 100 copies of each are recalled")
  public boolean stored() {
    return memories().size() == run.summary().recalls().stored();
  }

  @Meaning("whether each trained pattern is a fixed point and the lowest state of its basin")
  public boolean minima() {
    return memories().stream()
        .allMatch(m -> m.fixedPoint() && m.margin() != null && m.margin() > 0);
  }

  @Meaning("whether each trained pattern is a fixed point")
  public boolean fixed() {
    return memories().stream().allMatch(HeldMemory::fixedPoint);
  }

  @Meaning("whether the trained patterns are the lowest of all")
  public boolean ranked() {
    return memories().stream().allMatch(m -> m.rank() <= memories().size());
  }

  @Meaning("whether every input ends at a trained pattern")
  public boolean basins() {
    return memories().stream().mapToDouble(m -> OrEmpty.number(m.basin())).sum() > 1 - 1e-9;
  }

  @Meaning("measures of a verified training")
  public double looks() {
    return run.summary().verification().checks();
  }

  @Meaning("patterns other than the trained that would pass the same test")
  public double others() {
    return run.summary().verification().passed().size();
  }

  // Conductances and energies.

  @Meaning(
      value = "resistance matrix at a measure, the pseudo-inverse of the conductances",
      unit = "Ohm")
  public double[][] r(@Names(What.MEASURE) String measure) {
    return run.resistance(measure);
  }

  /** Sum of s_i s_j a_ij over all i and j. */
  public static double form(double[][] a, String pattern) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum += pattern.charAt(i) == pattern.charAt(j) ? a[i][j] : -a[i][j];
      }
    }
    return sum;
  }

  @Meaning("sum of s_i s_j a_ij over a matrix, with the signs of a pattern")
  public double signed(double[][] a, String pattern) {
    return form(a, pattern);
  }

  @Meaning("conductance between the edges along x / (thickness s_perp) at a measure")
  public double gx(@Names(What.MEASURE) String measure) {
    return run.gx(measure);
  }

  @Meaning("conductance between the edges along y / (thickness s_perp) at a measure")
  public double gy(@Names(What.MEASURE) String measure) {
    return run.gy(measure);
  }

  @Meaning(value = "E' of a pattern at a measure", unit = "W")
  public double energy(@Names(What.MEASURE) String measure, String pattern) {
    return run.energy(measure, pattern);
  }

  @Meaning(value = "power that the trained pattern takes at a measure, at its voltage", unit = "W")
  public double powerAt(@Names(What.MEASURE) String measure) {
    double v0 =
        run.experiment().steps().stream()
            .filter(Step.Train.class::isInstance)
            .map(Step.Train.class::cast)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the film is not trained"))
            .amplitude(Electrode.Drive.VOLTAGE);
    return v0 * v0 * form(g(measure), run.pattern());
  }

  @Meaning(value = "conductance matrix of a texture with other keys", unit = "S")
  public double[][] evaluated(
      @Names(What.STATE) String state, @Names(What.SETTING) String... settings) {
    Experiment e = run.experiment();
    Experiment other = settings.length == 0 ? e : equations.with(e, Arrays.asList(settings));
    return equations.conductance(other, state(state));
  }

  @Meaning("largest change of a conductance by other keys on one texture / the largest conductance")
  public double changed(@Names(What.STATE) String state, @Names(What.SETTING) String... settings) {
    double[][] plain = evaluated(state);
    return distance(plain, evaluated(state, settings)) / largest(plain);
  }

  @Meaning("largest difference of two matrices, element by element")
  public double distance(double[][] a, double[][] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
      }
    }
    return largest;
  }

  @Meaning("largest |element| of a matrix")
  public double largest(double[][] a) {
    return distance(a, new double[a.length][a.length]);
  }

  // Networks.

  private List<HeldMemory> memories() {
    List<HeldMemory> all = run.summary().recalls().memories();
    if (all.isEmpty()) {
      throw new IllegalStateException(
          "stored, fixed, minima, ranked, basins, held and back are of films trained with several"
              + " patterns; use learned, margin or recalled");
    }
    return all;
  }

  private EnergyLandscape landscape(String reference) {
    return landscape(reference(reference));
  }

  /** Energies of the trained film by a reference, at 50 mV. */
  public EnergyLandscape landscape(Reference by) {
    return new EnergyLandscape(weights("trained", by), 0.05);
  }

  private static Reference reference(String name) {
    return Reference.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private Weights weights(String measure, String reference) {
    return weights(measure, reference(reference));
  }

  /** Weights at a measure by a reference. */
  public Weights weights(String measure, Reference by) {
    double[][] ref =
        switch (by) {
          case UNTRAINED, UNTRAINED_SCALED -> g("untrained");
          case SATURATED, SCALED -> evaluated("up");
          case UNTRAINED_MEAN ->
              Weights.mean(
                  alike.stream()
                      .filter(r -> r.seed() != run.seed())
                      .map(r -> r.conductance("untrained"))
                      .toList());
        };
    return run.weights(measure, ref, by, SelfTerm.ZERO);
  }

  @Meaning(
      "learned by another reference: untrained, untrained-scaled, untrained-mean, saturated, scaled")
  public boolean learnedBy(@Names(What.REFERENCE) String reference) {
    return landscape(reference).learned(new Pattern(run.pattern()));
  }

  @Meaning(value = "E' of the trained pattern by another reference, at 50 mV", unit = "W")
  public double energyBy(@Names(What.REFERENCE) String reference) {
    return landscape(reference).energy(new Pattern(run.pattern()));
  }

  @Meaning(value = "lowest E' of a pattern with current by another reference, at 50 mV", unit = "W")
  public double lowestBy(@Names(What.REFERENCE) String reference) {
    return landscape(reference).entries().stream()
        .filter(e -> !e.pattern().isUniform())
        .mapToDouble(EnergyLandscape.Entry::energy)
        .min()
        .orElseThrow();
  }

  @Meaning(
      "starts, of all, that recall the trained pattern: by a reference, a self-term, a rule of update")
  public double recalls(
      @Names(What.REFERENCE) String reference,
      @Names(What.SELF_TERM) String selfTerm,
      @Names(What.UPDATE) String update) {
    Retrieval.Settings settings =
        new Retrieval.Settings(
            Retrieval.UpdateRule.valueOf(update.toUpperCase(Locale.ROOT)),
            Retrieval.Order.ASCENDING,
            FIRST_GAIN,
            Retrieval.Settings.DEFAULT_NOISE,
            1);
    Weights weights =
        weights("trained", reference).with(SelfTerm.valueOf(selfTerm.toUpperCase(Locale.ROOT)));
    return new Retrieval(weights, settings).fromAll(List.of(new Pattern(run.pattern()))).hits();
  }

  @Meaning(
      "mean change of |G_ij| / G_11 in training over pairs of like voltages, change(true), or unlike ones, change(false)")
  public double change(boolean like) {
    Pattern p = new Pattern(run.pattern());
    double[][] before = g("untrained");
    double[][] after = g("trained");
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < before.length; i++) {
      for (int j = i + 1; j < before.length; j++) {
        if ((p.sign(i) == p.sign(j)) == like) {
          sum += (Math.abs(after[i][j]) - Math.abs(before[i][j])) / before[0][0];
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  @Meaning("whether the trained patterns are stored at a measure, by the untrained reference")
  public boolean storedAt(@Names(What.MEASURE) String measure) {
    List<Pattern> patterns =
        run.summary().network().trained().stream().distinct().map(Pattern::new).toList();
    return MemoryForecast.of(
                (p, r) -> weights(measure, "untrained"),
                List.of(patterns),
                Schedule.Together.USUAL_GAIN,
                Memory.FEW_COPIES,
                run.seed())
            .stored()
            .successes()
        == 1;
  }

  @Meaning(
      "correlation of the weights and Hebb's sum of patterns over the pairs that meet; NaN without")
  public double hebb(String... patterns) {
    List<Pattern> all = Arrays.stream(patterns).map(Pattern::new).toList();
    return HebbAgreement.of(g("trained"), weights("trained", "untrained").gPrime(), all)
        .map(HebbAgreement::correlation)
        .orElse(Double.NaN);
  }

  @Meaning("patterns of the film that are held: 90 of 100 copies are recalled")
  public double held() {
    return memories().stream().filter(HeldMemory::isStored).count();
  }

  @Meaning(value = "copies recalled, mean over the patterns of the film", unit = "%")
  public double back() {
    return memories().stream().mapToDouble(m -> 100.0 * m.recalled() / m.of()).average().orElse(0);
  }

  @Meaning("signs in which two patterns differ")
  public double differ(String one, String other) {
    return new Pattern(one).distance(new Pattern(other));
  }

  @Meaning("projection of the weights at a later measure on those at an earlier one")
  public double left(@Names(What.MEASURE) String later, @Names(What.MEASURE) String earlier) {
    return weights(later, "untrained").left(weights(earlier, "untrained"));
  }
}
