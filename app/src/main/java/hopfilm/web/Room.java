package hopfilm.web;

import hopfilm.check.ExperimentCheck;
import hopfilm.experiment.Experiment;
import java.util.Collection;

/**
 * The memory for films: none is taken that would leave too little to the others, as memory that
 * runs out ends whatever thread asks for more.
 */
final class Room {

  /**
   * A live film has its past and what pages see too, so many times what a run takes: with 0.16 to 1
   * million cells 1.0 to 1.3 kB a cell were measured, after a training was saved, where a run takes
   * 0.7 kB.
   */
  static final double LIVE = 1.6;

  /** Of the same a film that is vetted and let go: two of 0.55 million cells fit into 290 MB. */
  static final double VETTED = 0.35;

  /** Of the same a snapshot that is looked at. */
  static final double SHOWN = 0.2;

  /** What the server takes without a film, and for the figures of a run that is saved [bytes]. */
  private static final double PROGRAM = 56e6;

  private final Collection<Screen> films;
  private final double all;
  private double held; // guarded by this

  /**
   * @param films that are open
   * @param memory of the program [bytes]
   */
  Room(Collection<Screen> films, double memory) {
    this.films = films;
    this.all = Math.max(0, memory - PROGRAM);
  }

  /** Room that is held until it is given back. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Holds room for a film.
   *
   * @param share of what a run of it takes
   * @param instead film whose place it takes; null for none
   * @throws WebException if there is too little
   */
  synchronized Hold hold(Experiment e, double share, Screen instead) {
    double needed = share * ExperimentCheck.filmMemory(e);
    double free = all - held;
    for (Screen screen : films) {
      free -=
          screen == instead ? 0 : share(screen) * ExperimentCheck.filmMemory(screen.experiment());
    }
    if (needed > free) {
      throw WebException.of(
          503,
          "film.cell: the film needs about %.0f MB, and %.0f of the %.0f MB for films are free; close a film, use larger cells or a smaller film, or start the server with more memory (HOPFILM_JAVA_OPTS=-Xmx...)",
          Math.ceil(needed / 1e6),
          Math.max(0, Math.floor(free / 1e6)),
          Math.floor(all / 1e6));
    }
    held += needed;
    return () -> give(needed);
  }

  private static double share(Screen screen) {
    return screen instanceof LiveScreen ? LIVE : SHOWN;
  }

  private synchronized void give(double bytes) {
    held -= bytes;
  }
}
