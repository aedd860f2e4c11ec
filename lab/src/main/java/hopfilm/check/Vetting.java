package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.film.FilmSetup;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be known of a run before it starts. */
public final class Vetting {

  private Vetting() {}

  /**
   * Builds what a run starts with and lets it go again, so that whatever is wrong with electrodes
   * or files is known before anything is written.
   *
   * @throws ExperimentException if the experiment cannot start
   */
  public static void vet(Experiment experiment) throws IOException {
    try {
      FilmSetup setup = new FilmSetup(experiment, Parallel.SERIAL);
      setup.meter();
      CurrentFlow flow = setup.flow();
      for (Step step : experiment.steps()) {
        if (step instanceof Step.Train train) {
          train.drives().forEach(drive -> flow.vet(drive.values()));
        }
      }
      if (experiment.initial().texture() instanceof InitialSpec.FromFile) {
        setup.start(0);
      }
    } catch (IllegalArgumentException e) {
      throw ExperimentException.of("electrodes", Message.ELECTRODES_DO_NOT_FIT, e.getMessage());
    }
  }

  /** The same for the runs of a sweep; films that differ in nothing that matters count once. */
  public static void vet(List<SweepRun> runs) throws IOException {
    Set<List<Object>> vetted = new HashSet<>();
    for (SweepRun run : runs) {
      Experiment e = run.experiment();
      // whether currents can flow depends on the part of the film that they enter
      boolean hasCurrents = e.electrodes().drives().contains(Electrode.Drive.CURRENT);
      List<Step> steps = hasCurrents ? e.protocol() : List.of();
      if (vetted.add(
          List.of(e.film(), e.material(), e.electrodes(), e.initial().texture(), steps))) {
        vet(e);
      }
    }
  }
}
