package hopfilm.bench;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.Integrator;
import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.KernelChoice;
import hopfilm.kernel.Kernels;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Held;
import hopfilm.units.Constants;

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
        Kernels.stencil(KernelChoice.AUTO));
  }

  TimeEvolution evolution(Coupling coupling) {
    return new TimeEvolution(
        magnet, flow(), new Numerics(Integrator.RK4, coupling, KernelChoice.AUTO), parallel);
  }

  /** The drift velocity of a texture at some voltages, held from then on. */
  Drift frozen(TimeEvolution evolution, VectorField m, double[] voltages) {
    CurrentFlow flow = flow();
    Held held = flow.with(m);
    double[] potential = new double[flow.potentialLength()];
    held.solve(voltages, potential, 1e-8);
    VectorField e = new VectorField(grid);
    held.electricField(potential, e);
    double unit =
        Constants.MUB / (Constants.E * experiment.material().Ms()) * flow.conductivity().sPerp();
    Drift drift =
        new Drift(
            evolution.layout(),
            Drift.Conduction.ofRatio(flow.conductivity().ratio()),
            experiment.material().P());
    for (int row = 0; row < grid.ny(); row++) {
      int start = evolution.layout().start(row);
      for (int i = 0; i < grid.nx(); i++) {
        drift.start().x()[start + i] = unit * e.x()[row * grid.nx() + i];
        drift.start().y()[start + i] = unit * e.y()[row * grid.nx() + i];
      }
    }
    return drift;
  }
}
