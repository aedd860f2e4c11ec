package hopfilm.bench;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.Integrator;
import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Held;
import hopfilm.units.Constants;
import java.util.Arrays;

/** The film of an experiment as the engine sees it, without files. */
final class BenchFilm {

  final Experiment experiment;
  final Grid grid;
  final Magnet magnet;
  private final Parallel parallel;

  BenchFilm(Experiment experiment, Parallel parallel) {
    this.experiment = experiment;
    this.grid = experiment.film().grid();
    this.magnet = new Magnet(grid, experiment.material().material(), Discretisation.COVARIANT);
    this.parallel = parallel;
  }

  CurrentFlow flow() {
    return new CurrentFlow(
        grid,
        experiment.film().cells(),
        experiment.material().conductivity(),
        experiment.electrodes().on(grid),
        parallel,
        KernelChoice.AUTO);
  }

  TimeEvolution evolution(Coupling coupling) {
    return new TimeEvolution(
        magnet, flow(), new Numerics(Integrator.RK4, coupling, KernelChoice.AUTO), parallel);
  }

  /** The drift velocity of a texture at some voltages [m/s]. */
  VectorField drift(VectorField m, double[] voltages) {
    CurrentFlow flow = flow();
    Held held = flow.with(m);
    double[] potential = new double[flow.potentialLength()];
    held.solve(voltages, potential, 1e-8);
    VectorField u = held.currentDensity(potential);
    double unit =
        experiment.material().P() * Constants.MUB / (Constants.E * experiment.material().Ms());
    for (double[] component : u.components()) {
      Arrays.setAll(component, i -> unit * component[i]);
    }
    return u;
  }
}
