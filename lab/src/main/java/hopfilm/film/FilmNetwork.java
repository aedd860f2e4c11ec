package hopfilm.film;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.Starts;
import hopfilm.experiment.Step;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RecallCurve;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.ReferenceTheorem;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.RowReading;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.WeightKind;
import hopfilm.hopfield.Weights;
import hopfilm.input.Spelling;
import hopfilm.result.Retrieved;
import hopfilm.transport.Electrode.Drive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The network that a film's conductances make: its reference, what was trained, its energies. */
public final class FilmNetwork {

  private final Experiment experiment;
  private final NetworkSpec spec;
  private final List<Pattern> trained = new ArrayList<>();
  private Step.Train lastTraining;
  private Pattern written;
  private double largest;
  private double[][] reference;
  private double[][] rawReference;

  public FilmNetwork(Experiment experiment) {
    this.experiment = experiment;
    this.spec = experiment.network();
  }

  /** Whether there are weights yet. */
  public boolean hasReference() {
    return reference != null;
  }

  /** Sets what weights count from, in the kind of the weights ({@link #matrix}). */
  public void reference(double[][] matrix) {
    reference = matrix;
    rawReference = matrix;
  }

  /** Sets the same read with the thermal noise, from which rows of the table count. */
  public void rawReference(double[][] matrix) {
    rawReference = matrix;
  }

  /** What weights count from [S, Ohm]; null as long as there are none. */
  public double[][] reference() {
    return reference;
  }

  /** What rows of the table count from, which are read with the noise [S, Ohm]; null likewise. */
  public double[][] rawReference() {
    return rawReference;
  }

  /** A train step begins. */
  public void train(Step.Train step) {
    lastTraining = step;
    written = step.picture().map(Step.PictureDrive::picture).orElse(written);
    double known = amplitude();
    largest = known > 0 ? Math.max(largest, known) : largest;
    step.patterns().stream()
        .map(Pattern::canonical)
        .filter(p -> !trained.contains(p))
        .forEach(trained::add);
  }

  /** What was trained, in the order of training. */
  public List<Pattern> trained() {
    return trained;
  }

  /** Conductances or resistances, as the weights are made of [S, Ohm]. */
  public double[][] matrix(double[][] siemens) {
    return spec.weights().matrix(siemens);
  }

  /** Weights of a film of these conductances. */
  public Weights weights(double[][] siemens) {
    return Weights.of(
        matrix(siemens), reference, spec.reference(), spec.selfTerm(), spec.scaling());
  }

  /** What a row of these conductances has learned of a picture. */
  public RowReading row(Pattern picture, double[][] siemens) {
    RowReading row =
        RowReading.of(
            picture,
            ((ElectrodesSpec.Rows) experiment.electrodes()).places(),
            siemens,
            reference,
            Weights.factor(siemens, reference, spec.reference(), spec.scaling()));
    return spec.isFitted() ? row.fitted() : row;
  }

  /** The same of the picture that was written last; null where none was, or nothing was read. */
  public RowReading row(Measure measure) {
    return written == null || measure == null ? null : row(written, measure.g().siemens());
  }

  /** Whether a pattern was trained or a picture written. */
  public boolean hasMemory() {
    return written != null || !trained.isEmpty();
  }

  /**
   * What is left of the picture that was written last, or of the patterns that were trained.
   *
   * @param g conductances read cold [S]
   * @param before the same of the film from which weights left count
   */
  public Kept kept(double[][] g, double[][] before) {
    if (written != null) {
      RowReading row = row(written, g);
      double left = contrast(row) / contrast(row(written, before));
      return new Kept(left, finite(row.sigma()), row.wrong() == 0);
    }
    Weights weights = weights(g);
    double margin =
        landscape(weights, g).margin(trained).stream()
            .mapToDouble(Double::doubleValue)
            .min()
            .orElse(Double.NaN);
    return new Kept(weights.left(weights(before)), finite(margin), recalls(g));
  }

  private static double contrast(RowReading row) {
    return row.gainUnlike() - row.gainLike();
  }

  private static Double finite(double x) {
    return Double.isFinite(x) ? (Double) x : null;
  }

  /** Energies of all patterns; null as long as none was trained. */
  public EnergyLandscape landscape(Weights weights, double[][] siemens) {
    return trained.isEmpty()
        ? null
        : new EnergyLandscape(
            weights,
            amplitude(siemens),
            trained,
            experiment.seed(),
            experiment.electrodes().hasInverters());
  }

  /**
   * E' of one pattern from conductances read as the film is [W]; the self-term changes retrieval
   * only.
   */
  public double energy(Pattern pattern, double[][] siemens) {
    return Weights.of(
            matrix(siemens), rawReference, spec.reference(), SelfTerm.ZERO, spec.scaling())
        .energy(pattern.voltages(amplitude(siemens)));
  }

  /**
   * V0 or I0 of the patterns: the given one, or that of the last train step. Where that trained by
   * the other kind of input, the largest one that the film answers with.
   */
  public double amplitude(double[][] siemens) {
    double known = amplitude();
    if (lastTraining == null || known > 0) {
      return known;
    }
    boolean isResistance = spec.weights() == WeightKind.RESISTANCE;
    double own =
        Amplitudes.answered(siemens, lastTraining, isResistance ? Drive.CURRENT : Drive.VOLTAGE);
    return own > 0 ? own : 1; // no current, no weights: every E' is 0
  }

  /** The same where it does not follow from the conductances, NaN where it does. */
  public double amplitude() {
    return lastTraining == null
        ? spec.amplitude().orElse(Double.NaN)
        : Amplitudes.of(spec, lastTraining);
  }

  /** The largest of all train steps so far: one at which E' of all times can be compared. */
  public double largest(double[][] siemens) {
    return Math.max(largest, amplitude(siemens));
  }

  /**
   * What the choice of the reference means for the energies, where a theorem says so; empty where
   * no network is made of the film.
   */
  public Optional<String> theorem() {
    return experiment.isNetwork() || !trained.isEmpty()
        ? theorem(experiment, spec.reference(), spec.selfTerm())
        : Optional.empty();
  }

  /** The same for the film of an experiment with another reference and self-term. */
  public static Optional<String> theorem(
      Experiment experiment, Reference reference, SelfTerm selfTerm) {
    return ReferenceTheorem.note(
        reference,
        new ReferenceTheorem.Film(
            experiment.material().amr(),
            experiment.material().hallAngle() != 0,
            experiment.electrodes().hasInverters(),
            experiment.film().layers() > 1 && experiment.electrodes().hasFaces()),
        selfTerm,
        experiment.network().weights());
  }

  /**
   * How a film holds the patterns that were trained, where these are several ({@link
   * HeldMemories}); null with fewer than two.
   */
  public MemoryReading memories(Measure measure) {
    return measure == null
        ? null
        : HeldMemories.of(
            experiment, measure.label(), measure.weights(), measure.landscape(), trained);
  }

  /** Whether at least 90 % of the noisy copies of each trained pattern come back. */
  public boolean recalls(double[][] siemens) {
    Weights weights = weights(siemens);
    EnergyLandscape landscape = landscape(weights, siemens);
    return landscape != null
        && HeldMemories.tried(experiment, "", weights, landscape, trained).memories().stream()
            .allMatch(Memory::isStored);
  }

  public Retrieval retrieval(Step.Retrieve step, Weights weights) {
    return HeldMemories.retrieval(experiment, step, weights);
  }

  /** What the starts of a retrieve step lead to. */
  public Retrieved recall(Step.Retrieve step, Retrieval retrieval, String measure) {
    long seed = experiment.seed();
    if (step.starts() instanceof Starts.Flipped f) {
      RecallCurve curve = RecallCurve.of(retrieval, trained, f.fractions(), f.copies(), seed);
      return retrieved(step, measure, curve.summary(), curve.points());
    }
    Retrieval.Summary summary;
    if (step.starts() instanceof Starts.Noisy noisy) {
      summary = retrieval.from(noisy.of(trained, seed), trained);
    } else if (step.starts() instanceof Starts.Listed listed) {
      summary = retrieval.from(listed.patterns(), trained);
    } else {
      summary = retrieval.fromAll(trained);
    }
    return retrieved(step, measure, summary, List.of());
  }

  private Retrieved retrieved(
      Step.Retrieve step,
      String measure,
      Retrieval.Summary summary,
      List<RecallCurve.Point> curve) {
    return new Retrieved(
        Spelling.of(step.update()),
        Spelling.of(spec.selfTerm()),
        step.update() == Retrieval.UpdateRule.GRADED ? (Double) step.gain() : null,
        measure,
        summary.hits(),
        summary.total(),
        curve.stream().map(Retrieved.Recall::of).toList(),
        Retrieved.ends(summary));
  }
}
