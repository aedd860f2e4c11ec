package hopfilm.experiment;

import hopfilm.dynamics.Envelope;
import hopfilm.dynamics.Surroundings;
import hopfilm.transport.Electrode;
import hopfilm.transport.GivenValues;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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

  private static final int MOMENTS = 1000;

  /** Moments at multiples of it are evenly spread, and in step with no period of a signal. */
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  public Driven {
    sources = List.copyOf(sources);
    field = field.map(List::copyOf);
  }

  @Override
  public String kind() {
    return "drive";
  }

  @Override
  public boolean hasField() {
    return field.isPresent();
  }

  @Override
  public boolean hasCurrent() {
    return true;
  }

  @Override
  public boolean endsUnderCurrent() {
    return true;
  }

  @Override
  public List<Step.Heating> heating() {
    Strongest most = strongest();
    return List.of(new Step.Heating(most.values(), duration() * most.meanSquare()));
  }

  /** The values that the courses multiply. */
  public GivenValues values() {
    return new GivenValues(
        sources.stream().map(Source::kind).toList(),
        sources.stream().mapToDouble(s -> s.signal().value()).toArray());
  }

  @Override
  public Stream<Envelope> courses() {
    return courses(signals(), 0, Signal.Clock.PLAIN).stream();
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

  /** The values of each course alone: those of one course rise and fall together. */
  @Override
  public List<GivenValues> given() {
    List<Envelope> courses = courses(0, Signal.Clock.PLAIN);
    GivenValues all = values();
    return courses.stream()
        .distinct()
        .map(
            course -> {
              double[] some = all.numbers();
              for (int k = 0; k < some.length; k++) {
                some[k] = courses.get(k).equals(course) ? some[k] : 0;
              }
              return new GivenValues(all.kinds(), some);
            })
        .toList();
  }

  /**
   * The moment at which most current flows, among many that are looked at.
   *
   * @param values then
   * @param meanSquare mean square of the currents over the step, as a share of that
   */
  public record Strongest(Step.Given values, double meanSquare) {}

  /** The moment at which the contacts differ most. */
  public Strongest strongest() {
    Surroundings.Signals signals =
        new Surroundings.Signals(values(), courses(0, Signal.Clock.PLAIN));
    List<GivenValues> all =
        IntStream.range(0, MOMENTS)
            .mapToObj(k -> signals.at(moment(k, from(), duration())))
            .toList();
    double[] scores = new double[MOMENTS];
    for (Electrode.Drive kind : List.of(Electrode.Drive.VOLTAGE, Electrode.Drive.CURRENT)) {
      double[] spans = all.stream().mapToDouble(v -> span(v, kind)).toArray();
      double largest = Arrays.stream(spans).max().orElse(0);
      for (int k = 0; k < MOMENTS && largest > 0; k++) {
        scores[k] += Math.pow(spans[k] / largest, 2);
      }
    }
    int best = 0;
    for (int k = 0; k < MOMENTS; k++) {
      best = scores[k] > scores[best] ? k : best;
    }
    GivenValues then = all.get(best);
    double share = scores[best] == 0 ? 0 : Arrays.stream(scores).average().orElse(0) / scores[best];
    return new Strongest(
        new Step.Given(Arrays.stream(then.numbers()).boxed().toList(), then.kinds()), share);
  }

  private static double moment(int k, double from, double time) {
    return from + (k + 0.5) * GOLDEN % 1 * time;
  }

  /**
   * Mean products of the courses in a part of the step, in the order of {@link #given}.
   *
   * @param from start of the part, from that of the step [s]
   */
  public double[][] products(double from, double time) {
    List<Envelope> courses = courses(0, Signal.Clock.PLAIN).stream().distinct().toList();
    double[][] mean = new double[courses.size()][courses.size()];
    for (int k = 0; k < MOMENTS; k++) {
      double t = moment(k, from, time);
      double[] f = courses.stream().mapToDouble(c -> c.at(t)).toArray();
      for (int i = 0; i < f.length; i++) {
        for (int j = 0; j < f.length; j++) {
          mean[i][j] += f[i] * f[j] / MOMENTS;
        }
      }
    }
    return mean;
  }

  private static double span(GivenValues v, Electrode.Drive kind) {
    DoubleSummaryStatistics of =
        IntStream.range(0, v.size())
            .filter(k -> v.kind(k) == kind)
            .mapToDouble(v::at)
            .summaryStatistics();
    if (of.getCount() == 0) {
      return 0;
    }
    // a current flows without another one to differ from: a contact at a voltage takes it
    double none = kind == Electrode.Drive.CURRENT ? 0 : of.getMin();
    return Math.max(of.getMax(), none) - Math.min(of.getMin(), none);
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
