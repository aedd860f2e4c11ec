package hopfilm.check;

import hopfilm.experiment.Driven;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepAxis;
import hopfilm.experiment.SweepRun;
import hopfilm.file.Study;
import hopfilm.film.FilmSetup;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        step.given().forEach(given -> flow.vet(given)); // no flow and none given without contacts
      }
      if (experiment.initial().texture() instanceof InitialSpec.Named) {
        setup.start(0);
      }
    } catch (IllegalArgumentException e) {
      throw ExperimentException.of("electrodes", FileMessage.ELECTRODES_DO_NOT_FIT, e.getMessage());
    }
  }

  /** The same for the runs of a sweep; films that differ in nothing that matters count once. */
  public static void vet(List<SweepRun> runs) throws IOException {
    for (SweepRun run : different(runs)) {
      vet(run.experiment());
    }
  }

  /** Of films that differ in nothing that matters the first. */
  private static List<SweepRun> different(Iterable<SweepRun> runs) {
    Map<List<Object>, SweepRun> films = new LinkedHashMap<>();
    for (SweepRun run : runs) {
      Experiment e = run.experiment();
      // whether currents can flow depends on the part of the film that they enter
      boolean hasCurrents =
          e.electrodes().drives().contains(Electrode.Drive.CURRENT)
              || e.steps().stream().anyMatch(Driven.class::isInstance);
      List<Step> steps = hasCurrents ? e.protocol() : List.of();
      films.putIfAbsent(
          List.of(e.film(), e.material(), e.electrodes(), e.initial().texture(), steps), run);
    }
    return List.copyOf(films.values());
  }

  /**
   * The runs of a study that are to be vetted where there is no time for all.
   *
   * @param runs in the order in which they are to be vetted
   * @param films that differ, of which these runs are some
   */
  public record Sample(List<SweepRun> runs, int films) {
    /** Whether some films are left out. */
    public boolean isPart() {
      return runs.size() < films;
    }
  }

  /**
   * All films of a study that differ, if they are few; otherwise those of the first and the last
   * run, and with each end of each axis of the sweep.
   *
   * @param most films that are few
   */
  public static Sample sample(Study study, int most) {
    List<SweepRun> all = study.runs();
    List<SweepRun> different = different(all);
    if (different.size() <= most) {
      return new Sample(different, different.size());
    }
    Set<SweepRun> ends = new LinkedHashSet<>();
    ends.add(all.get(0));
    // the last axis runs fastest
    int stride = all.size();
    for (SweepAxis axis : study.sweep()) {
      stride /= axis.values().size();
      ends.add(all.get(stride * (axis.values().size() - 1)));
    }
    ends.add(all.get(all.size() - 1));
    return new Sample(different(ends), different.size());
  }
}
