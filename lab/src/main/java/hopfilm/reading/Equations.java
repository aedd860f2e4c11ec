package hopfilm.reading;

import hopfilm.experiment.Experiment;
import hopfilm.grid.VectorField;
import java.util.List;

/** What readings ask of the packages above: the film of an experiment in a given texture. */
public interface Equations {

  /** Conductance matrix of a texture [S]. */
  double[][] conductance(Experiment experiment, VectorField m);

  /** Current density of a texture at the voltages of the first train step [A/m^2]. */
  VectorField currentDensity(Experiment experiment, VectorField m);

  /** The experiment with settings, each {@code key=value}. */
  Experiment with(Experiment experiment, List<String> settings);
}
