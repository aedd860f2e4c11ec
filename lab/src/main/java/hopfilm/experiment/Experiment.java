package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Inline;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.Usual;
import hopfilm.hopfield.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An experiment: all that decides what one run computes. Values are in SI units. Experiments are
 * equal when all their values are.
 *
 * @param name title of results
 * @param disorder how it differs from place to place
 * @param heat how the current heats the film; empty where it does not
 * @param electrodes where the contacts are
 * @param initial the film at the start
 * @param protocol what is done with it
 * @param network how conductances become a network
 * @param numerics how it is simulated
 * @param output what is written
 * @param expect what its results should be; they decide nothing of what is computed
 */
public record Experiment(
    @Key("title of the results (default: file name)") @In("any text") String name,
    FilmSpec film,
    MaterialSpec material,
    @Inline DisorderSpec disorder,
    Optional<HeatSpec> heat,
    ElectrodesSpec electrodes,
    InitialSpec initial,
    List<Step> protocol,
    NetworkSpec network,
    NumericsSpec numerics,
    OutputSpec output,
    @Key("temperature of the thermal noise")
        @In("K, 0 K to 100 kK")
        @Default("0 K")
        @Usual("0.01 K to 1000 K")
        double temperature,
    @Key("seed of thermal noise and random update orders") @Default("1") long seed,
    @Key("known values of the finished film, compared after the run")
        @In(value = "a list of {read, is, within, source}", isList = true)
        List<Expectation> expect) {

  public Experiment {
    protocol = List.copyOf(protocol);
    expect = List.copyOf(expect);
  }

  /** The same film with another protocol. */
  public Experiment withProtocol(List<Step> other) {
    return with(electrodes, initial, other);
  }

  /** The same film with other contacts, start and protocol, of which nothing is expected. */
  public Experiment with(ElectrodesSpec contacts, InitialSpec start, List<Step> steps) {
    return new Experiment(
        name,
        film,
        material,
        disorder,
        heat,
        contacts,
        start,
        steps,
        network,
        numerics,
        output,
        temperature,
        seed,
        List.of());
  }

  /** The same film on another ground. */
  public Experiment withHeat(HeatSpec other) {
    return new Experiment(
        name,
        film,
        material,
        disorder,
        Optional.of(other),
        electrodes,
        initial,
        protocol,
        network,
        numerics,
        output,
        temperature,
        seed,
        expect);
  }

  /** The same run with other pages: its numbers are the same. */
  public Experiment withPages(OutputSpec.Pages pages) {
    return withOutput(output.with(pages));
  }

  /** The same run that writes something else. */
  public Experiment withOutput(OutputSpec other) {
    return new Experiment(
        name,
        film,
        material,
        disorder,
        heat,
        electrodes,
        initial,
        protocol,
        network,
        numerics,
        other,
        temperature,
        seed,
        expect);
  }

  /** The same run, of which nothing is expected. */
  public Experiment withoutExpectations() {
    return with(electrodes, initial, protocol);
  }

  /** The protocol with repeats written out. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    unroll(protocol, steps);
    return steps;
  }

  /** The files that its keys name, each once. */
  public List<NamedFile> files() {
    return NamedFile.in(this).distinct().toList();
  }

  /** All seeds by their key. */
  public Map<String, Long> seeds() {
    Map<String, Long> seeds = new LinkedHashMap<>();
    seeds.put("seed", seed);
    seeds.put("initial.seed", initial.seed());
    disorder.pinning().ifPresent(p -> seeds.put("pinning.seed", p.seed()));
    disorder.grains().ifPresent(g -> seeds.put("grains.seed", g.seed()));
    return seeds;
  }

  /** Labels of its measures in their order; one that comes again has its number. */
  public List<String> measures() {
    Set<String> labels = new LinkedHashSet<>();
    Map<String, Integer> times = new HashMap<>();
    for (Step step : steps()) {
      if (step instanceof Step.Measure m) {
        int n = times.merge(m.label(), 1, Integer::sum);
        labels.add(n == 1 ? m.label() : m.label() + "-" + n);
      } else if (step instanceof Step.Train) {
        labels.add("untrained"); // taken by itself when the first training starts
      }
    }
    return List.copyOf(labels);
  }

  /** The patterns that it trains, each or its negative once, with + first. */
  public List<Pattern> trained() {
    return steps().stream()
        .flatMap(s -> s.patterns().stream())
        .map(Pattern::canonical)
        .distinct()
        .toList();
  }

  /** Whether a network is made of it: a step trains a pattern, or runs the network. */
  public boolean isNetwork() {
    return steps().stream().anyMatch(s -> s instanceof Step.Retrieve || !s.patterns().isEmpty());
  }

  private static void unroll(List<Step> from, List<Step> to) {
    for (Step step : from) {
      if (step instanceof Step.Repeat r) {
        for (int k = 0; k < r.times(); k++) {
          unroll(r.steps(), to);
        }
      } else {
        to.add(step);
      }
    }
  }

  /** Temperature of a step [K]: its own, or that of the run. */
  public double temperature(Step step) {
    return step instanceof Step.Timed t ? t.temperature().orElse(temperature) : temperature;
  }

  /** The highest temperature of its steps in any cell [K]; 0 for a film without thermal noise. */
  public double highestTemperature() {
    double middle = steps().stream().mapToDouble(this::temperature).reduce(temperature, Math::max);
    return middle > 0 ? middle + film.warmestCorner() : 0;
  }

  /** Simulated time from the start to the end, at most [s]. */
  public double duration() {
    return initial.relaxTime() + protocol.stream().mapToDouble(Step::duration).sum();
  }

  /** Whether a step ends as soon as it has what it is for. */
  public boolean mayEndSooner() {
    return steps().stream().anyMatch(Step::mayEndSooner);
  }
}
