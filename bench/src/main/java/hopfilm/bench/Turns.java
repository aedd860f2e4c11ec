package hopfilm.bench;

import hopfilm.dynamics.TimeEvolution;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Times of films that take turns, by the processor time of the thread: others use the machine too.
 */
final class Turns {

  private Turns() {}

  /** Processor time of this thread [ns]. */
  static long clock() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Processor time a cell and step of a film that runs until a time [ns]. */
  static double cost(TimeEvolution film, double end) {
    long before = film.steps();
    long start = clock();
    film.runUntil(end);
    double t = clock() - start;
    return t / (film.steps() - before) / film.view().grid().cells();
  }

  /** The same over some steps. */
  static double cost(TimeEvolution film, int steps) {
    return cost(film, film.time() + (steps - 0.01) * film.timeStep());
  }

  /**
   * A time of each, than which the twentieth part is shorter.
   *
   * @param warm rounds that do not count
   */
  static Map<String, Double> low(Map<String, DoubleSupplier> films, int rounds, int warm) {
    Map<String, List<Double>> all = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      boolean counts = round >= warm;
      films.forEach(
          (name, film) -> {
            double t = film.getAsDouble();
            if (counts) {
              all.computeIfAbsent(name, n -> new ArrayList<>()).add(t);
            }
          });
    }
    Map<String, Double> low = new LinkedHashMap<>();
    all.forEach(
        (name, t) ->
            low.put(name, t.stream().sorted().skip(t.size() / 20).findFirst().orElseThrow()));
    return low;
  }
}
