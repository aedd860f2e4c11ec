package hopfilm.live;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.film.FilmMoment;
import hopfilm.film.TableRow;
import hopfilm.hopfield.Pattern;
import hopfilm.live.LivePhase.Broken;
import hopfilm.live.LivePlan.Play;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The state of a live film, kept for those who ask while it moves. Guarded by the queue. */
final class LiveStatus {

  /** Wall time over which the speed is averaged [s]. */
  private static final double WINDOW = 0.7;

  private LiveScript script;
  private LiveChapter chapter;
  private double start = Double.NaN;
  private double end = Double.NaN;
  private int number;
  private int of;
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  private volatile String phase = "start";
  private volatile double time;
  private volatile long steps;
  private volatile double speed = Double.NaN;

  // of the film's thread
  private long lastWall;
  private double lastTime;
  private long looked;
  private boolean isRough = true;

  void chapter(LiveScript next) {
    script = next;
    chapter = null;
    phase = "start";
    warnings.clear();
    start = Double.NaN;
    end = Double.NaN;
  }

  void film(LiveChapter next) {
    chapter = next;
    time = next.runner().time();
    restartSpeed();
  }

  LiveScript script() {
    return script;
  }

  /** The film moved on by a time step; called in its thread without the lock. */
  void moved() {
    time = chapter.film().time();
    steps = chapter.film().steps();
    if (++looked % 16 == 0) {
      double wall = (System.nanoTime() - lastWall) * 1e-9;
      if (wall > WINDOW) {
        speed = (time - lastTime) / wall;
        lastWall = System.nanoTime();
        lastTime = time;
        isRough = false;
      } else if (isRough && wall > 0.1) {
        speed = (time - lastTime) / wall;
      }
    }
  }

  /** The film goes on after a while. */
  void restartSpeed() {
    speed = Double.NaN;
    isRough = true;
    lastWall = System.nanoTime();
    lastTime = time;
  }

  /** How long the step at hand has lasted [s]. */
  double lasted() {
    return Double.isNaN(start) ? 0 : time - start;
  }

  FilmMoment moment() {
    return FilmMoment.of(chapter.film(), chapter.runner().isDriven());
  }

  /** The row that the table would get now. */
  TableRow look() {
    return chapter.look();
  }

  void begins(Play play, String name, double at) {
    phase = name;
    start = at;
    end = play.isEndless() ? Double.NaN : at + play.step().duration();
    number = play.number();
    of = play.of();
    time = at;
    restartSpeed();
  }

  void waits(boolean isBusy) {
    phase = isBusy ? phase : "idle";
    time = chapter.film().time();
    steps = chapter.film().steps();
    start = Double.NaN;
    end = Double.NaN;
    number = isBusy ? number : 0;
    of = isBusy ? of : 0;
    speed = Double.NaN;
  }

  void phase(String name) {
    if (!name.equals("start")) {
      phase = name;
    }
  }

  void warn(String text) {
    warnings.add(text);
  }

  void failed() {
    // its memory, which may be short
    chapter = null;
    phase = "failed";
    speed = Double.NaN;
    start = Double.NaN;
    end = Double.NaN;
  }

  void closed() {
    phase = "closed";
    speed = Double.NaN;
  }

  /** What was done, with the step at hand up to now. */
  Experiment experiment(Optional<Play> playing) {
    List<Step> steps = new ArrayList<>(script.done());
    double lasted = time - start;
    if (playing.isPresent() && !script.marks().isEmpty()) {
      Step step = playing.get().step();
      if (step.duration() == 0 || lasted > 0) {
        steps.add(
            step.duration() == 0 || lasted >= step.duration()
                ? step
                : LiveScript.shortened(step, lasted));
      }
    }
    if (steps.isEmpty()) {
      steps.add(LivePlan.FIRST);
    }
    return script.experiment().withProtocol(steps);
  }

  LiveState state(LiveState.Status status, LivePhase now, NextTraining nextTraining, String undo) {
    return new LiveState(
        status,
        phase,
        new LiveState.Clock(time, start, end, speed, steps),
        new LiveState.Place(script.number(), number, of, !script.file().isEmpty()),
        script.asExperiment(),
        new LiveState.Next(nextTraining.pattern(), nextTraining.amplitude()),
        undo,
        new LiveState.Notes(now instanceof Broken b ? b.reason() : null, warnings));
  }

  static String words(Step step) {
    if (step instanceof Step.Train t) {
      List<String> patterns = t.patterns().stream().map(Pattern::text).toList();
      return patterns.isEmpty() ? step.kind() : "train " + String.join(" and ", patterns);
    }
    return step.kind();
  }
}
