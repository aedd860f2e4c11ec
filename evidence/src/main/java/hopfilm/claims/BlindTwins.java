package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.check.ExperimentCheck;
import hopfilm.claimpage.PageExtra;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FitSpec;
import hopfilm.experiment.FitSpec.Unknown;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.film.TableColumns;
import hopfilm.fit.Estimate;
import hopfilm.fit.FilmFit;
import hopfilm.fit.FitResult;
import hopfilm.io.WholeFile;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.PlannedRun;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fits of films whose numbers the fit does not know: criteria of the page blind-twins. A kind of
 * film has the names of its unknown numbers, after the number of the twin.
 *
 * <p>A fit stands in the folder of its film, so that it goes on after a stop.
 */
final class BlindTwins {

  /** Relative noise of a reading. */
  private static final double NOISE = 1e-4;

  /** Share of the logarithm of a range, about its middle, in which hidden numbers lie. */
  private static final double SHARE = 0.8;

  private static final double LEAST_INSIDE = 0.9;
  private static final double MOST_HALF = 0.03;

  /** Error, in half intervals, from which a twin is wrong. */
  private static final double WRONG = 2;

  /** Films whose fixed anisotropy is not that of the file. */
  private static final String FIXED = "Ku ";

  /** What the file has for it. */
  private static final String KU_OF_FILE = "material.Ku=172 kJ/m^3";

  private static final Map<String, Range> RANGES =
      List.of(
              new Range("alpha", "material.alpha", 0.1, 0.9, ""),
              new Range("P", "material.P", 0.2, 1, ""),
              new Range("xi", "material.xi", 0.05, 0.5, ""),
              new Range("D", "material.D", 2.4, 3.4, " mJ/m^2"),
              new Range("Ku", "material.Ku", 140, 210, " kJ/m^3"),
              new Range("A", "material.A", 8.5, 11.5, " pJ/m"),
              new Range("rho_perp", "material.rho_perp", 100, 200, " nOhm m"),
              new Range("amr", "material.amr", 10, 30, " %"),
              new Range("contacts", "electrodes.resistance", 0.2, 2, " Ohm"))
          .stream()
          .collect(Collectors.toMap(Range::name, r -> r, (a, b) -> a, LinkedHashMap::new));

  /** Runs of a fit at most. */
  private static final int MOST_RUNS = 200;

  /** Runs of a fit on average: docs/evidence/fit.md has 73 to 199. */
  private static final int USUAL_RUNS = 130;

  /** The part of the page that is written in Java. */
  static final PageExtra EXTRA =
      new PageExtra() {
        @Override
        public void add(Effort effort, Map<String, List<FinishedRun>> films, Evidence e) {
          BlindTwins.add(effort, films, e);
        }

        @Override
        public double seconds(Effort effort, PlannedRun film) {
          int runs = Math.min(USUAL_RUNS, mostRuns(film.name(), effort));
          return runs * ExperimentCheck.coreSeconds(film.experiment());
        }
      };

  private final List<Film> films = new ArrayList<>();

  private BlindTwins() {}

  /** Where a number may lie, in its unit. */
  private record Range(String name, String key, double low, double high, String unit) {

    String text() {
      return "%s: [%s%s, %s%s, log]".formatted(key, low, unit, high, unit);
    }

    /** What the file has: no better guess than the end of the range. */
    String guess() {
      return "%s=%s%s".formatted(key, low, unit);
    }
  }

  /** A film that is fitted, and the numbers that it has [SI], in the order of the fit. */
  private record Film(String kind, FitResult fit, double[] hidden) {

    boolean isTwin() {
      return !kind.startsWith(FIXED);
    }

    /** Half of an interval relative to its value; infinite without an interval. */
    double half(int k) {
      Estimate e = fit.estimates().get(k);
      return fit.isExplained() && e.isIdentifiable() ? e.relative() : Double.POSITIVE_INFINITY;
    }

    boolean isInside(int k) {
      Estimate e = fit.estimates().get(k);
      return Double.isFinite(half(k)) && e.low() <= hidden[k] && hidden[k] <= e.high();
    }

    int inside() {
      return (int) IntStream.range(0, hidden.length).filter(this::isInside).count();
    }

    /** Error in half intervals, both of the logarithm. */
    double error(int k) {
      Estimate e = fit.estimates().get(k);
      return Math.log(e.value() / hidden[k]) / Math.log(e.high() / e.value());
    }

    /** Whether a number is wrong and nothing warns of it. */
    boolean isWrong() {
      return IntStream.range(0, hidden.length)
          .anyMatch(k -> Double.isFinite(half(k)) && Math.abs(error(k)) > WRONG);
    }
  }

  private static void add(Effort effort, Map<String, List<FinishedRun>> runs, Evidence e) {
    BlindTwins twins = new BlindTwins();
    runs.forEach((kind, films) -> films.forEach(run -> twins.films.add(film(kind, run, effort))));
    twins.table(e);
    twins.decide(e);
  }

  /** Names of the unknown numbers of a kind. */
  private static List<Range> unknown(String kind) {
    String names = kind.startsWith(FIXED) ? "alpha, P" : kind.replaceFirst("^\\d+: ", "");
    return Arrays.stream(names.split(", ")).map(RANGES::get).toList();
  }

  /** Numbers of a seed for the unknowns of a kind, as its film has them, by their keys. */
  static Map<String, String> hidden(String kind, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, String> hidden = new LinkedHashMap<>();
    for (Range r : unknown(kind)) {
      double share = 0.5 + SHARE * (random.nextDouble() - 0.5);
      double value = r.low() * Math.pow(r.high() / r.low(), share);
      hidden.put(r.key(), text("%.4g%s", value, r.unit()));
    }
    return hidden;
  }

  private static Film film(String kind, FinishedRun run, Effort effort) {
    try {
      Path csv = run.folder().resolve("measured.csv");
      WholeFile.writeSafely(csv, measured(run));
      Path folder = Files.createDirectories(run.folder().resolve("fit"));
      int workers = Runtime.getRuntime().availableProcessors();
      List<String> guesses = new ArrayList<>(unknown(kind).stream().map(Range::guess).toList());
      if (kind.startsWith(FIXED)) {
        guesses.add(KU_OF_FILE);
      }
      Study blind = study(kind, run.experiment(), csv, effort, guesses);
      FitResult fit =
          FilmFit.run(blind, folder, new LocalWorkers(workers), SweepListener.NONE, progress -> {});
      Study own = study(kind, run.experiment(), csv, effort, List.of());
      double[] hidden = own.fit().unknowns().stream().mapToDouble(Unknown::value).toArray();
      return new Film(kind, fit, hidden);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int mostRuns(String kind, Effort effort) {
    return effort.isTiny() ? FitSpec.fewest(unknown(kind).size()) : MOST_RUNS;
  }

  /** The film with a section for the fit. */
  private static Study study(
      String kind, Experiment film, Path csv, Effort effort, List<String> settings) {
    List<Range> unknown = unknown(kind);
    String fit =
        "fit: {data: [{of: G, file: '%s', noise: %s}], evaluations: %d, seed: 1, parameters: {%s}}\n"
            .formatted(
                csv.toAbsolutePath(),
                NOISE,
                mostRuns(kind, effort),
                unknown.stream().map(Range::text).collect(Collectors.joining(", ")));
    return ExperimentFile.study(ExperimentFile.write(film) + fit, kind, settings);
  }

  /** G of each measure with noise, as a table of measured values. */
  private static String measured(FinishedRun run) {
    SplittableRandom random = new SplittableRandom(run.seed()).split();
    StringBuilder csv = new StringBuilder("label");
    List<String> contacts = TableColumns.contacts(run.experiment());
    int n = contacts.size();
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        csv.append(",G_%s_%s[S]".formatted(contacts.get(a), contacts.get(b)));
      }
    }
    for (String label : run.experiment().measures()) {
      csv.append('\n').append(label);
      double[][] g = run.conductance(label);
      for (int a = 0; a < n; a++) {
        for (int b = a + 1; b < n; b++) {
          csv.append(',').append(g[a][b] * (1 + NOISE * random.nextGaussian()));
        }
      }
    }
    return csv.append('\n').toString();
  }

  private void table(Evidence e) {
    Rows table =
        e.table(
            "Hidden and found",
            "twin | number | hidden | found | half of the 95 % interval (%) | error / half | runs | chi^2");
    for (Film f : films) {
      for (int k = 0; k < f.hidden.length; k++) {
        boolean isKnown = Double.isFinite(f.half(k));
        table.row(
            f.kind,
            f.fit.names().get(k),
            text("%.5g", f.hidden[k]),
            text("%.5g", f.fit.estimates().get(k).value()),
            isKnown
                ? text("%.3g", 100 * f.half(k))
                : f.fit.isExplained() ? "not identifiable" : "unexplained",
            isKnown ? text("%.2f", f.error(k)) : "",
            f.fit.runs(),
            text("%.2f", f.fit.chi2()));
      }
    }
  }

  private void decide(Evidence e) {
    List<Film> twins = films.stream().filter(Film::isTwin).toList();
    int values = twins.stream().mapToInt(f -> f.hidden.length).sum();
    int inside = twins.stream().mapToInt(Film::inside).sum();
    long whole = twins.stream().filter(f -> f.inside() == f.hidden.length).count();
    double[] halves =
        twins.stream()
            .flatMapToDouble(f -> IntStream.range(0, f.hidden.length).mapToDouble(f::half))
            .sorted()
            .toArray();
    double median = (halves[(values - 1) / 2] + halves[values / 2]) / 2;
    long wrong = twins.stream().filter(Film::isWrong).count();
    long explained = films.stream().filter(f -> !f.isTwin() && f.fit.isExplained()).count();
    e.number("median half interval", median, values, "of the value");
    e.decide("values", inside >= LEAST_INSIDE * values, "%d of %d", inside, values);
    e.decide("twins", whole >= LEAST_INSIDE * twins.size(), "%d of %d", whole, twins.size());
    e.decide("narrow", median < MOST_HALF, "%.2f %%", 100 * median);
    e.decide("silent", wrong == 0, "%d of %d", wrong, twins.size());
    e.decide(
        "fixed", explained == 0, "%d of %d are explained", explained, films.size() - twins.size());
  }
}
