package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.Found;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.experiment.Keys.Words;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Spelling;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How conductances or resistances become a network: the section {@code network}, in SI units.
 *
 * @param given the reference where another run has left it; empty where this one reads it
 * @param isFitted whether a row counts from its untrained conductances multiplied as its picture
 *     asks ({@link hopfilm.hopfield.RowReference})
 */
public record NetworkSpec(
    @Key(
            "baseline of the weights; {file: RUN}: that of another run; {untrained: 1.027}: a multiple; {untrained: fitted}: fitted to a row's picture (default of rows)")
        @Words({"untrained", "untrained-scaled", "untrained-mean", "saturated", "scaled"})
        @Default("untrained")
        Reference reference,
    @Key("self-connections in recall; E' always includes them") @Default("zero") SelfTerm selfTerm,
    @Key("quantity of the weights; inputs are voltages or currents")
        @Default(value = "conductance", isWritten = false)
        WeightKind weights,
    @Key("V0 of E' and recall (default: largest |V| of the last train step)")
        @In("mV, 0.001 uV to 1 kV")
        OptionalDouble voltage,
    @Key("I0 of E' and recall with `weights: resistance` (default: that of the last train step)")
        @In("mA, 0.001 pA to 1 kA")
        OptionalDouble current,
    @Key("untrained films to average (untrained-mean)")
        @In("1 to 1000")
        @Default("5")
        @OnlyWith(
            key = "reference",
            is = "untrained-mean",
            otherwise = ExperimentMessage.ONLY_MEAN_HAS_MAZES)
        int mazes,
    @Key("trace normalisation of the baseline; 100 %: trace of the film (scaled, untrained-scaled)")
        @In("%, 0 % to 1000 %")
        @Default(value = "100 %", isWritten = false)
        @OnlyWith(
            key = "reference",
            is = {"scaled", "untrained-scaled"},
            otherwise = ExperimentMessage.ONLY_SCALED_HAS_SCALING)
        double scaling,
    @Found Optional<GivenReference> given,
    @Found boolean isFitted) {

  /** The same with a reference that another run has left. */
  public NetworkSpec with(Reference kind, double itsScaling, GivenReference reference) {
    return new NetworkSpec(
        kind,
        selfTerm,
        weights,
        voltage,
        current,
        mazes,
        itsScaling,
        Optional.of(reference),
        false);
  }

  /** The same with those of the untrained film multiplied by a factor. */
  public NetworkSpec with(double factor) {
    return new NetworkSpec(
        Reference.UNTRAINED, selfTerm, weights, voltage, current, mazes, factor, given, false);
  }

  /** The same with those of the untrained film, multiplied as the picture in a row asks. */
  public NetworkSpec fitted() {
    return new NetworkSpec(
        Reference.UNTRAINED, selfTerm, weights, voltage, current, mazes, 1, given, true);
  }

  /** V0 [V], or I0 [A] of resistances; empty for that of the last train step. */
  public OptionalDouble amplitude() {
    return weights == WeightKind.RESISTANCE ? current : voltage;
  }

  /** Whether the reference is what this film is before training. */
  public boolean isReadFromThisFilm() {
    return given.isEmpty()
        && switch (reference) {
          case UNTRAINED, UNTRAINED_SCALED -> true;
          case SATURATED, SCALED, UNTRAINED_MEAN -> false;
        };
  }

  /** The reference in words: untrained, or untrained of run first. */
  public String referenceText() {
    return Spelling.of(reference)
        + (isFitted ? ", fitted" : "")
        + given.map(g -> " of run " + Path.of(g.run()).getFileName()).orElse("");
  }
}
