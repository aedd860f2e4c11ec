package hopfilm.protocol;

import hopfilm.dynamics.Envelope;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.film.FilmNetwork;
import hopfilm.hopfield.Pattern;
import hopfilm.result.TrainStep;
import hopfilm.result.Verification;
import hopfilm.transport.GivenValues;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Carries out train steps: drives in turn by their schedule, or a set of patterns, until the time
 * is over, the film has settled, or what it learned is verified.
 */
final class Trainer {

  /** Times of a step that differ by this share of it are the same. */
  private static final double SAME = 1e-9;

  private final Experiment experiment;
  private final FilmNetwork network;
  private final DrivenFilm film;
  private final BiConsumer<Pattern, String> shows;
  private final Consumer<String> warns;

  private String phase = "train";

  /**
   * Training of a film.
   *
   * @param shows hears what is shown from now on, null for values that are no pattern, and the name
   *     of the phase
   * @param warns hears why a step did not reach its end
   */
  Trainer(
      Experiment experiment,
      FilmNetwork network,
      DrivenFilm film,
      BiConsumer<Pattern, String> shows,
      Consumer<String> warns) {
    this.experiment = experiment;
    this.network = network;
    this.film = film;
    this.shows = shows;
    this.warns = warns;
  }

  /** From the first stretch to the last. */
  TrainStep carryOut(Step.Train step) throws IOException {
    return step.schedule().together().isEmpty() ? inTurn(step) : set(step);
  }

  private TrainStep inTurn(Step.Train step) throws IOException {
    Schedule plan = step.schedule();
    List<GivenValues> drives = drives(step);
    Settling settling = null;
    Look verifier = plan.verified().isPresent() ? look(step) : null;
    if (plan.until() instanceof Schedule.Settled) {
      double before = film.trainingPower(drives);
      settling = new Settling(plan.cycle(drives.size(), step.time()), before);
    }
    double begun = film.time();
    double start = begun - step.from();
    double cut = begun + step.duration();
    for (Schedule.Stretch whole : plan.stretches(step.drives().size(), step.time())) {
      if (whole.end() <= step.from() * (1 + SAME)) {
        continue;
      }
      double end = step.isCut() ? Math.min(whole.end(), cut - start) : whole.end();
      if (whole.drive() < 0) {
        film.off();
      } else {
        on(step, whole, start);
        if (verifier != null) {
          verifier.pulse();
        }
      }
      if (film.advance(start, end, drives, settling) || isOver(step, cut)) {
        break;
      }
      if (verifier != null && plan.isWholePause(whole) && verifier.passes(film.conductances())) {
        double hold = plan.verified().orElseThrow().hold();
        if (hold == 0) {
          break;
        }
        boolean isCutShort = film.rest(step.isCut() ? Math.min(hold, cut - film.time()) : hold);
        start += hold;
        if (isCutShort || isOver(step, cut) || verifier.passes(film.conductances())) {
          break;
        }
      }
    }
    boolean settled = settling != null && settling.isSettled();
    if (settling != null && !settled) {
      warns.accept(settling.warning(film.time() - begun));
    }
    Verification verification = verifier == null ? null : verifier.result(film.time() - begun);
    warnUnless(verification);
    return new TrainStep(
        step.drives().size() > 1 ? "train in turn" : phase,
        begun,
        film.time(),
        settling == null ? null : settled,
        verification,
        Map.of());
  }

  private Look look(Step.Train step) {
    return step.picture().isPresent()
        ? new RowLook(network, step.picture().get().picture())
        : Verifier.of(network, step, experiment.seed());
  }

  private TrainStep set(Step.Train step) throws IOException {
    double begun = film.time();
    SetReading look = new SetReading(network, step.patterns(), step.schedule(), experiment.seed());
    ShownSet shown = new ShownSet(step, begun - step.from());
    boolean hasInverters = experiment.electrodes().hasInverters();
    SetTraining training = new SetTraining(step, look, shown, hasInverters, film.conductances());
    training.carryOut();
    double time = film.time() - begun;
    Verification verification =
        step.schedule().verified().isPresent() ? look.verification(training.pulses(), time) : null;
    warnUnless(verification);
    return new TrainStep("train a set", begun, film.time(), null, verification, training.counts());
  }

  /** True if a step that somebody cut short has come to where that was. */
  private boolean isOver(Step.Train step, double cut) {
    return step.isCut() && film.time() >= cut - SAME * step.time();
  }

  private void warnUnless(Verification verification) {
    if (verification != null && !verification.verified()) {
      warns.accept(verification.warning());
    }
  }

  private static List<GivenValues> drives(Step.Train step) {
    return step.drives().stream().map(Step.Drive::values).toList();
  }

  private void on(Step.Train step, Schedule.Stretch stretch, double start) {
    Step.Drive drive = step.drives().get(stretch.drive());
    Pattern pattern = drive instanceof Step.PatternDrive p ? p.pattern() : null;
    on(
        step,
        drive.values(),
        pattern,
        pattern == null ? step.kind() : "train " + pattern,
        start + stretch.start(),
        start + stretch.end());
  }

  private void on(
      Step.Train step, GivenValues values, Pattern shown, String name, double from, double to) {
    phase = name;
    shows.accept(shown, name);
    double ramp = step.schedule().ramp();
    film.on(values, ramp == 0 ? Envelope.constant() : Envelope.ramp(from, to, ramp));
  }

  /** The film under the blocks and pulses of a set. */
  private final class ShownSet implements SetTraining.Film {
    private final Step.Train step;
    private final List<GivenValues> drives;
    private double start;
    private boolean isCutShort;

    ShownSet(Step.Train step, double start) {
      this.step = step;
      this.start = start;
      this.drives = drives(step);
    }

    @Override
    public void on(GivenValues values, Pattern shown, String name, double from, double to)
        throws IOException {
      Trainer.this.on(step, values, shown, "train " + name, start + from, start + to);
      isCutShort = film.advance(start, to, drives, null);
    }

    @Override
    public void off(double from, double to) throws IOException {
      film.off();
      isCutShort = film.advance(start, to, drives, null);
    }

    @Override
    public void hold(double time) throws IOException {
      isCutShort = film.rest(time);
      start += time;
    }

    @Override
    public double[][] conductances() throws IOException {
      return film.conductances();
    }

    @Override
    public boolean isCutShort() {
      return isCutShort;
    }
  }
}
