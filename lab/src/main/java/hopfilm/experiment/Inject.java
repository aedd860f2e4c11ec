package hopfilm.experiment;

import hopfilm.dynamics.Envelope;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.experiment.Keys.Usual;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A current through the film, which was polarised by a fixed layer; none between the contacts. */
public record Inject(
    @Key(
            "current density along z through the film; where positive, it turns m towards"
                + " material.slonczewski.fixed_layer")
        @In("A/m^2, -1e16 A/m^2 to 1e16 A/m^2")
        @Usual("1e8 A/m^2 to 1e13 A/m^2")
        double density,
    @Key("duration, without current between contacts") @In(Ranges.DURATION) @Default("1 ns")
        double time,
    @Key("time dependence; a sine starts from 0, a pulse is one sin^2") @Default("constant")
        Step.FieldShape shape,
    @Key("frequency of a sine (default: one period in the step)")
        @In(Ranges.FREQUENCY)
        @OnlyWith(key = "shape", is = "sine", otherwise = ExperimentMessage.ONLY_SINE_HAS_FREQUENCY)
        OptionalDouble frequency,
    Optional<AppliedField> field,
    Optional<Goal> until,
    @Key(Step.PART) @In(value = Ranges.DURATION, count = 2) Optional<List<Double>> part)
    implements Step.Timed {

  public Inject {
    frequency = AppliedField.period(shape == Step.FieldShape.SINE, frequency, time);
    field = AppliedField.during(field, time);
  }

  /** The course of a step that began then [s]. */
  public Envelope course(double start) {
    return shape.course(start, time, frequency);
  }

  @Override
  public Stream<Envelope> courses() {
    return Stream.concat(Stream.of(course(0)), field.map(f -> f.course(0, time)).stream());
  }

  @Override
  public boolean hasField() {
    return true;
  }

  @Override
  public boolean isUniform() {
    return shape == Step.FieldShape.CONSTANT && AppliedField.isConstant(field);
  }

  @Override
  public Inject with(double seconds, Optional<List<Double>> other) {
    return new Inject(density, seconds, shape, frequency, field, until, other);
  }
}
