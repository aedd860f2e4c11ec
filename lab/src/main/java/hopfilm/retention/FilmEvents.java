package hopfilm.retention;

import static hopfilm.units.Constants.KB;

import hopfilm.dynamics.BarrierSearch;
import hopfilm.film.Kept;
import hopfilm.grid.VectorField;
import hopfilm.lifetime.EscapeRate;
import hopfilm.magnet.Magnet;
import hopfilm.retention.Retention.Event;
import hopfilm.run.Lifetime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rest states in which the bakes of one film ended, other than that of its control, and the
 * barriers to them.
 */
final class FilmEvents {

  /** A path between states that are further apart passes minima between them [degrees]. */
  private static final double NEIGHBOUR = 15;

  private final int film;
  private final VectorField control;
  private final Kept before;
  private final Magnet magnet;
  private final BarrierSearch search;
  private final List<State> states = new ArrayList<>();

  /** A rest state, with the temperature of each bake that ended in it. */
  private record State(VectorField m, double angle, Kept kept, List<Double> temperatures) {}

  /**
   * @param film its number from 0
   * @param control rest state of its control
   * @param before what that keeps
   * @param magnet of the film, without noise
   */
  FilmEvents(int film, VectorField control, Kept before, Magnet magnet, BarrierSearch search) {
    this.film = film;
    this.control = control;
    this.before = before;
    this.magnet = magnet;
    this.search = search;
  }

  /**
   * A bake ended in a rest state.
   *
   * @param angle between that and the control, root mean square [degrees]
   */
  void add(double temperature, VectorField end, double angle, Kept kept) {
    if (angle <= BarrierSearch.SAME_ANGLE) {
      return;
    }
    State state = new State(end, angle, kept, new ArrayList<>());
    for (State s : states) {
      state = search.angle(s.m, end) <= BarrierSearch.SAME_ANGLE ? s : state;
    }
    if (state.temperatures.isEmpty()) {
      states.add(state);
    }
    state.temperatures.add(temperature);
  }

  /**
   * Searches the barriers.
   *
   * @param note hears of each search
   */
  List<Event> events(Consumer<String> note) {
    List<Event> events = new ArrayList<>();
    for (State s : states) {
      note.accept(
          "film %d: barrier to the rest state %d of %d"
              .formatted(film + 1, events.size() + 1, states.size()));
      events.add(event(s));
    }
    return events;
  }

  private Event event(State s) {
    double change = s.kept.weights() - before.weights();
    if (s.angle > NEIGHBOUR) {
      String why = "no neighbours: over %.0f degrees apart".formatted(NEIGHBOUR);
      return new Event(film + 1, s.temperatures, s.angle, change, false, why, null, null, null);
    }
    BarrierSearch.Outcome found = search.find(List.of(control, s.m), BarrierSearch.IMAGES);
    double kt = KB * Retention.ROOM;
    Lifetime lifetime =
        found.isFound() && EscapeRate.obstacle(magnet).isEmpty()
            ? Lifetime.of(magnet, found, Retention.ROOM)
            : null;
    return new Event(
        film + 1,
        s.temperatures,
        s.angle,
        change,
        found.isFound(),
        found.why(),
        found.barrier() / kt,
        found.back() / kt,
        lifetime);
  }
}
