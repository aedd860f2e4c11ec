package hopfilm.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Times of single calls, by JMH. Every benchmark is run in several rounds that take turns, and the
 * shortest iteration counts: on a machine that others use too, the shortest times are its own.
 */
final class SmallTimes {

  /** The machines that JMH starts each say that the vector module is incubating. */
  private static final OutputFormat QUIET =
      OutputFormatFactory.createFormatInstance(
          new PrintStream(OutputStream.nullOutputStream()), VerboseMode.SILENT);

  private final Map<String, Double> shortest = new LinkedHashMap<>();
  private final int rounds;
  private final int iterations;

  SmallTimes(boolean quick) {
    this.rounds = quick ? 1 : 2;
    this.iterations = quick ? 4 : 8;
  }

  /**
   * Runs the benchmarks whose name matches.
   *
   * @param parameters their values, such as cells=200,400 threads=1
   */
  void run(String benchmark, String parameters) throws RunnerException {
    for (int k = 0; k < rounds; k++) {
      ChainedOptionsBuilder options =
          new OptionsBuilder()
              .include(benchmark)
              .forks(1)
              .warmupIterations(3)
              .warmupTime(TimeValue.milliseconds(700))
              .measurementIterations(iterations)
              .measurementTime(TimeValue.milliseconds(400))
              .verbosity(VerboseMode.SILENT)
              .shouldFailOnError(true)
              .jvmArgsAppend("--add-modules", "jdk.incubator.vector");
      for (String parameter : parameters.split(" ", -1)) {
        String[] parts = parameter.split("=", 2);
        options.param(parts[0], parts[1].split(",", -1));
      }
      for (RunResult result : new Runner(options.build(), QUIET).run()) {
        String key =
            result.getParams().getBenchmark().replaceFirst(".*\\.", "")
                + result.getParams().getParamsKeys().stream()
                    .sorted()
                    .map(p -> " " + p + "=" + result.getParams().getParam(p))
                    .collect(Collectors.joining());
        double best =
            result.getBenchmarkResults().stream()
                .flatMap(b -> b.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(r -> r.getScore())
                .min()
                .orElseThrow();
        shortest.merge(key, best, Math::min);
      }
    }
  }

  /** Shortest time of a call [ns]; the name is that of the method, parameters in order. */
  double ns(String key) {
    Double t = shortest.get(key);
    if (t == null) {
      throw new IllegalArgumentException(key + " is not among " + shortest.keySet());
    }
    return t;
  }

  /** All times [ns]. */
  Map<String, Double> all() {
    return Map.copyOf(shortest);
  }
}
