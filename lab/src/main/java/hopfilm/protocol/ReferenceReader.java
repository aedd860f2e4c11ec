package hopfilm.protocol;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.film.FilmMeter;
import hopfilm.film.FilmNetwork;
import hopfilm.film.FilmSetup;
import hopfilm.hopfield.Weights;
import hopfilm.transport.ConductanceMatrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the conductances that weights are counted from, of films made for it where needed. */
final class ReferenceReader {

  /** Seeds of other mazes are so far apart. */
  private static final long APART = 1000;

  private final Experiment experiment;
  private final FilmSetup setup;
  private final FilmMeter meter;
  private final FilmNetwork network;
  private final Replay replay;

  ReferenceReader(
      Experiment experiment, FilmSetup setup, FilmMeter meter, FilmNetwork network, Replay replay) {
    this.experiment = experiment;
    this.setup = setup;
    this.meter = meter;
    this.network = network;
    this.replay = replay;
  }

  /** Hears of each film before it is made, from 1 on. */
  interface Listener {
    void makes(int film) throws IOException;
  }

  /**
   * The reference, in the kind of the weights [S, Ohm].
   *
   * @param film the film itself, untrained
   */
  double[][] read(DrivenFilm film, Listener listener) throws IOException {
    if (experiment.network().given().isPresent()) {
      return experiment.network().given().get().matrix();
    }
    return switch (experiment.network().reference()) {
      case UNTRAINED, UNTRAINED_SCALED -> network.matrix(film.conductances());
      case SATURATED, SCALED -> known(() -> meter.matrix(setup.saturated()));
      case UNTRAINED_MEAN -> mean(listener);
    };
  }

  private double[][] mean(Listener listener) throws IOException {
    List<double[][]> matrices = new ArrayList<>();
    for (int k = 1; k <= experiment.network().mazes(); k++) {
      listener.makes(k);
      int number = k;
      matrices.add(known(() -> untrained(number)));
    }
    return Weights.mean(matrices);
  }

  private ConductanceMatrix untrained(int k) throws IOException {
    InitialSpec initial = experiment.initial();
    TimeEvolution other = setup.evolution(experiment.seed() + APART * k);
    other.state(setup.start(initial.seed() + APART * k), 0);
    other.under(s -> s.withAlpha(initial.relaxAlpha()));
    while (!other.runUntil(initial.relaxTime(), replay::isStopAsked)) {
      // this film begins anew when the run is resumed
      replay.take();
    }
    return setup.meter().matrix(experiment.temperature() > 0 ? setup.cold(other) : other.m());
  }

  /** A matrix that is computed once, and after a checkpoint not again. */
  private double[][] known(Computation matrix) throws IOException {
    return network.matrix(replay.ask(() -> ReplayLog.Entry.of(matrix.compute())).matrix());
  }

  private interface Computation {
    ConductanceMatrix compute() throws IOException;
  }
}
