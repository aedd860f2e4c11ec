package hopfilm.experiment;

import hopfilm.file.ExperimentWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * An experiment: all that decides what a run computes. Values are in SI units. {@link #toYaml()}
 * writes it as a file that reads back as an equal experiment.
 *
 * @param name title of results
 * @param film the film
 * @param material what it is made of
 * @param disorder how it differs from place to place
 * @param electrodes where the contacts are
 * @param initial the film at the start
 * @param protocol what is done with it
 * @param network how conductances become a network
 * @param numerics how it is simulated
 * @param output what is written
 * @param temperature of the thermal field, 0 for none [K]
 * @param seed of noise and random update order
 * @param sweep swept keys; empty for a single run
 * @param optimise what {@code hopfilm optimise} is to find; null without such a section
 */
public record Experiment(
    String name,
    FilmSpec film,
    MaterialSpec material,
    DisorderSpec disorder,
    ElectrodesSpec electrodes,
    InitialSpec initial,
    List<Step> protocol,
    NetworkSpec network,
    NumericsSpec numerics,
    OutputSpec output,
    double temperature,
    long seed,
    List<SweepAxis> sweep,
    OptimiseSpec optimise) {

  /** Copies the lists. */
  public Experiment {
    protocol = List.copyOf(protocol);
    sweep = List.copyOf(sweep);
  }

  /** The same film with another protocol, without a sweep. */
  public Experiment withProtocol(List<Step> other) {
    return with(electrodes, initial, other);
  }

  /** The same film with other contacts, start and protocol, without a sweep. */
  public Experiment with(ElectrodesSpec contacts, InitialSpec start, List<Step> steps) {
    return new Experiment(
        name,
        film,
        material,
        disorder,
        contacts,
        start,
        steps,
        network,
        numerics,
        output,
        temperature,
        seed,
        List.of(),
        null);
  }

  /** The protocol with repeats written out. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    unroll(protocol, steps);
    return steps;
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

  /** Simulated time from the start to the end [s]. */
  public double duration() {
    return initial.relaxTime() + protocol.stream().mapToDouble(Step::duration).sum();
  }

  /** Whether it stands for several runs. */
  public boolean isSweep() {
    return !sweep.isEmpty();
  }

  /** As an experiment file, every value spelled out. */
  public String toYaml() {
    return ExperimentWriter.write(this);
  }
}
