package hopfilm.retention;

import hopfilm.dynamics.BarrierSearch;
import hopfilm.result.RunStatus;
import hopfilm.retention.Retention.Bake;
import hopfilm.retention.Retention.Crossed;
import hopfilm.retention.Retention.Film;
import hopfilm.retention.Retention.Kind;
import hopfilm.retention.Retention.Reading;
import hopfilm.retention.Retention.Rest;
import hopfilm.sweep.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * Means and intervals over films of one kind. The bakes of a film with other noise are no other
 * films: with several films the value of a film is the mean over its bakes.
 */
final class KindStatistics {

  private final List<Film> films;
  private final List<Integer> numbers;
  private final List<Reading> readings;
  private final double[] times;

  private KindStatistics(List<Film> films, List<Integer> numbers, List<Reading> readings) {
    this.films = numbers.stream().map(films::get).toList();
    this.numbers = numbers;
    this.readings = readings.stream().filter(r -> numbers.contains(r.film())).toList();
    this.times = this.readings.stream().mapToDouble(Reading::time).distinct().toArray();
  }

  /** The films of all kinds. */
  static Retention of(
      Retention.Plan plan,
      String name,
      List<Film> films,
      List<Reading> readings,
      List<Retention.Event> events) {
    Map<String, List<Integer>> apart = new LinkedHashMap<>();
    for (int f = 0; f < films.size(); f++) {
      apart.computeIfAbsent(films.get(f).kind(), k -> new ArrayList<>()).add(f);
    }
    List<Kind> kinds =
        apart.values().stream()
            .map(own -> new KindStatistics(films, own, readings).kind(plan))
            .toList();
    boolean isOne = kinds.size() == 1;
    return new Retention(
        name,
        RunStatus.DONE.text(),
        plan.run(),
        plan.time(),
        plan.seeds(),
        isOne ? kinds.get(0) : null,
        isOne ? List.of() : kinds,
        plan.events() ? events : null,
        films,
        readings);
  }

  private Kind kind(Retention.Plan plan) {
    List<Bake> bakes = new ArrayList<>(List.of(bake(0)));
    List<Crossed> crossed = new ArrayList<>();
    for (double kelvin : plan.temperatures()) {
      bakes.add(bake(kelvin));
      List<Reading> last = last(kelvin);
      long events = last.stream().filter(r -> r.angle() > BarrierSearch.SAME_ANGLE).count();
      crossed.add(Crossed.of(kelvin, (int) events, last.size(), plan.time()));
    }
    return new Kind(
        films.get(0).kind(), films.size(), films.get(0).isRow(), rest(), bakes, crossed);
  }

  private Rest rest() {
    Spread weights = Spread.of(films.stream().mapToDouble(f -> f.rest().weights()).toArray());
    return new Rest(
        weights.mean(),
        weights.low(),
        weights.high(),
        least(films.stream().map(f -> f.rest().margin())),
        (int) films.stream().filter(f -> f.rest().recalled()).count());
  }

  private Bake bake(double kelvin) {
    Spread[] left =
        Arrays.stream(times).mapToObj(t -> Spread.of(left(kelvin, t))).toArray(Spread[]::new);
    Spread slope = Spread.of(slopes(kelvin));
    boolean isOne = left[0].low() == null;
    List<Reading> last = last(kelvin);
    double thickness = films.get(0).thickness();
    boolean isEqual = films.stream().allMatch(f -> f.thickness() == thickness);
    return new Bake(
        kelvin,
        times,
        Arrays.stream(left).mapToDouble(Spread::mean).toArray(),
        isOne ? null : Arrays.stream(left).mapToDouble(Spread::low).toArray(),
        isOne ? null : Arrays.stream(left).mapToDouble(Spread::high).toArray(),
        least(last.stream().map(r -> r.kept().margin())),
        (int) last.stream().filter(r -> r.kept().recalled()).count(),
        last.size(),
        slope.mean(),
        slope.low(),
        slope.high(),
        kelvin > 0 && isEqual ? (Double) (thickness * Retention.ROOM / kelvin) : null);
  }

  private List<Reading> last(double kelvin) {
    return readings.stream().filter(r -> r.temperature() == kelvin && r.isLast()).toList();
  }

  /** Weights left at a time: of each film, or of each bake where there is one film. */
  private double[] left(double kelvin, double time) {
    return each(
        kelvin,
        (film, seed) ->
            course(film, kelvin, seed)
                .filter(r -> r.time() == time)
                .mapToDouble(r -> r.kept().weights())
                .sum());
  }

  /** Slopes by decade, those of bakes above that of the control. */
  private double[] slopes(double kelvin) {
    return each(
        kelvin, (film, seed) -> slope(film, kelvin, seed) - (kelvin > 0 ? slope(film, 0, 1) : 0));
  }

  private double slope(int film, double kelvin, int seed) {
    return slope(course(film, kelvin, seed).toList());
  }

  /** Slope of the line of least squares through weights over the logarithm of time, by decade. */
  static double slope(List<Reading> course) {
    SimpleRegression line = new SimpleRegression();
    course.forEach(r -> line.addData(Math.log10(r.time()), r.kept().weights()));
    return line.getSlope();
  }

  private Stream<Reading> course(int film, double kelvin, int seed) {
    return readings.stream()
        .filter(r -> r.film() == film && r.temperature() == kelvin && r.seed() == seed);
  }

  /** A number of a bake. */
  private interface OfBake {
    double of(int film, int seed);
  }

  private double[] each(double kelvin, OfBake number) {
    int[] seeds =
        readings.stream()
            .filter(r -> r.temperature() == kelvin)
            .mapToInt(Reading::seed)
            .distinct()
            .toArray();
    if (numbers.size() == 1) {
      return IntStream.of(seeds).mapToDouble(s -> number.of(numbers.get(0), s)).toArray();
    }
    return numbers.stream()
        .mapToDouble(
            f -> IntStream.of(seeds).mapToDouble(s -> number.of(f, s)).average().orElseThrow())
        .toArray();
  }

  private static Double least(Stream<Double> margins) {
    return margins.filter(Objects::nonNull).min(Double::compare).orElse(null);
  }
}
