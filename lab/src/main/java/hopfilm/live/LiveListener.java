package hopfilm.live;

import hopfilm.film.FilmMoment;
import hopfilm.film.TableRow;
import hopfilm.protocol.RunListener;

/** Hears of a live film, in the film's thread. */
public interface LiveListener extends RunListener {
  /** Something of the state changed. */
  default void changed() {}

  /** The film at rest between two steps, or paused. */
  default void shown(FilmMoment film) {}

  /** A chapter begins, or another one is gone back to. */
  default void chapter(LiveState state) {}

  /** The film as it now is: paused, or about to wait for a step; no row of the table. */
  default void read(TableRow row) {}
}
