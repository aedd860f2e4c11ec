package hopfilm.film;

import hopfilm.experiment.Experiment;
import hopfilm.grid.VectorField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.GivenValues;
import hopfilm.transport.Held;
import java.util.stream.Stream;

/** Currents through a film for those who look at it; for one thread at a time. */
public final class FilmCurrents {

  /** Enough for a picture. */
  private static final double ACCURACY = 1e-5;

  private final CurrentFlow flow;

  /** Currents between the contacts of an experiment. */
  public FilmCurrents(Experiment experiment) {
    this(FilmSetup.currents(experiment, experiment.numerics().kernels(), Parallel.SERIAL));
  }

  /** For a few potentials of a program that just started: vectors are slow until compiled. */
  public static FilmCurrents atStart(Experiment experiment, Parallel parallel) {
    return new FilmCurrents(FilmSetup.currents(experiment, KernelChoice.PLAIN, parallel));
  }

  private FilmCurrents(CurrentFlow flow) {
    this.flow = flow;
  }

  /** Currents between two of the contacts, ideal ones, of given voltage; the others left out. */
  public FilmCurrents between(int a, int b) {
    return new FilmCurrents(
        flow.between(
            Stream.of(a, b)
                .map(flow.electrodes()::get)
                .map(e -> new Electrode(e.name(), e.patches(), 0, Drive.VOLTAGE, e.face()))
                .toList()));
  }

  /** Whether each cell stays at ambient temperature; null without heat sinks. */
  public boolean[] heatSinks(Experiment experiment) {
    return FilmSetup.heatSinks(flow, experiment);
  }

  /** Conductivity of a cell by that of the material of the film. */
  public double relativeConductivity(int cell) {
    return flow.relativeConductivity(cell);
  }

  /**
   * What given values do.
   *
   * @param density of the current [A/m^2]
   * @param film Joule heat of the film [W]
   * @param contacts that of the contact resistances [W]
   */
  public record Driven(VectorField density, double film, double contacts) {}

  /** Solves for given values. */
  public Driven driven(VectorField m, GivenValues given) {
    double[] potential = new double[flow.potentialLength()];
    Held held = flow.with(m);
    held.solve(given, potential, ACCURACY);
    return new Driven(
        held.currentDensity(potential), held.power(potential), held.contactHeat(potential));
  }

  /** Current density [A/m^2]; null where the moment has no current. */
  public VectorField density(FilmMoment film) {
    if (film.potential() == null || film.potential().length != flow.potentialLength()) {
      return null;
    }
    return flow.with(film.m()).currentDensity(film.potential());
  }
}
