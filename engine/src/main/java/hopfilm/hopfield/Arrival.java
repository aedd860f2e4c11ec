package hopfilm.hopfield;

import java.util.List;

/**
 * Where updates have led from a start.
 *
 * @param end the pattern at rest, or null if none
 * @param steps number of updates, as the rule counts them
 * @param cycle the patterns passed again and again where there is no end; empty where there is an
 *     end, or where no recurrence was found
 */
record Arrival(Pattern end, int steps, List<Pattern> cycle) {

  /** At rest. */
  static Arrival at(Pattern end, int steps) {
    return new Arrival(end, steps, List.of());
  }

  /** In a cycle, or nowhere if that is empty. */
  static Arrival without(int steps, List<Pattern> cycle) {
    return new Arrival(null, steps, cycle);
  }
}
