package hopfilm.experiment;

import hopfilm.dynamics.Envelope;
import hopfilm.transport.Electrode;
import hopfilm.transport.GivenValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Current flows, and nothing is trained.
 *
 * @param sources what each contact is given, in electrode order
 * @param field three components of an external field meanwhile
 */
public record Driven(
    double time,
    List<Source> sources,
    Optional<List<Signal>> field,
    Optional<Goal> until,
    Optional<List<Double>> part)
    implements Step.Timed {
  /** Copies the lists. */
  public Driven {
    sources = List.copyOf(sources);
    field = field.map(List::copyOf);
  }

  @Override
  public String kind() {
    return "drive";
  }

  /** The values that the courses multiply. */
  public GivenValues values() {
    return new GivenValues(
        sources.stream().map(Source::kind).toList(),
        sources.stream().mapToDouble(s -> s.signal().value()).toArray());
  }

  /** The courses of the sources. */
  public List<Envelope> courses(double start, Signal.Clock clock) {
    return courses(sources.stream().map(Source::signal).toList(), start, clock);
  }

  /** Signals of the same numbers get one course, which need not be compared. */
  public static List<Envelope> courses(List<Signal> signals, double start, Signal.Clock clock) {
    Map<Envelope, Envelope> once = new HashMap<>();
    return signals.stream()
        .map(s -> s.course(start, clock))
        .map(c -> once.computeIfAbsent(c, same -> same))
        .toList();
  }

  /** All signals, those of the field too. */
  public List<Signal> signals() {
    return Stream.concat(sources.stream().map(Source::signal), field.orElse(List.of()).stream())
        .toList();
  }

  @Override
  public boolean isUniform() {
    return signals().stream().allMatch(Signal::isSteady);
  }

  @Override
  public Driven with(double seconds, Optional<List<Double>> other) {
    return new Driven(seconds, sources, field, until, other);
  }

  /**
   * What a contact is given.
   *
   * @param contact its name
   * @param signal a voltage [V] or a current [A]; where it floats, 0
   */
  public record Source(String contact, Electrode.Drive kind, Signal signal) {}
}
