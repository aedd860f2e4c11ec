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
 */
public record NetworkSpec(
    @Key(
            "baseline conductance matrix: weights are conductance changes from it; {file: RUN}"
                + " takes that of another run, {untrained: 1.027} multiplies the untrained one")
        @Words({"untrained", "untrained-scaled", "untrained-mean", "saturated", "scaled"})
        @Default("untrained")
        Reference reference,
    @Key("self-connections (diagonal of the weights) in recall; E' always includes them")
        @Default("zero")
        SelfTerm selfTerm,
    @Key(
            "quantity that the weights are made of: conductances (inputs are voltages) or"
                + " resistances (inputs are currents)")
        @Default(value = "conductance", isWritten = false)
        WeightKind weights,
    @Key("V0 of E' and of recall, by default the largest |V| of the last training step")
        @In("mV, 0.001 uV to 1 kV")
        OptionalDouble voltage,
    @Key(
            "I0 of E' and of recall (weights: resistance), by default that of the last training"
                + " step")
        @In("mA, 0.001 pA to 1 kA")
        OptionalDouble current,
    @Key("number of untrained films that are averaged (untrained-mean)")
        @In("1 to 1000")
        @Default("5")
        @OnlyWith(
            key = "reference",
            is = "untrained-mean",
            otherwise = ExperimentMessage.ONLY_MEAN_HAS_MAZES)
        int mazes,
    @Key(
            "coefficient c of the trace-normalised baseline: 0 % leaves it as it is, 100 % gives"
                + " it the trace of the film (scaled, untrained-scaled)")
        @In("%, 0 % to 1000 %")
        @Default(value = "100 %", isWritten = false)
        @OnlyWith(
            key = "reference",
            is = {"scaled", "untrained-scaled"},
            otherwise = ExperimentMessage.ONLY_SCALED_HAS_SCALING)
        double scaling,
    @Found Optional<GivenReference> given) {

  /** The same with a reference that another run has left. */
  public NetworkSpec with(Reference kind, double itsScaling, GivenReference reference) {
    return new NetworkSpec(
        kind, selfTerm, weights, voltage, current, mazes, itsScaling, Optional.of(reference));
  }

  /** The same with those of the untrained film multiplied by a factor. */
  public NetworkSpec with(double factor) {
    return new NetworkSpec(
        Reference.UNTRAINED, selfTerm, weights, voltage, current, mazes, factor, given);
  }

  /** V0 [V], or I0 [A] of resistances; empty for that of the last train step. */
  public OptionalDouble amplitude() {
    return weights == WeightKind.RESISTANCE ? current : voltage;
  }

  /** The reference in words: untrained, or untrained of run first. */
  public String referenceText() {
    return Spelling.of(reference)
        + given.map(g -> " of run " + Path.of(g.run()).getFileName()).orElse("");
  }
}
