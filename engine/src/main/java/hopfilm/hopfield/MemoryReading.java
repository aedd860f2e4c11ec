package hopfilm.hopfield;

import hopfilm.hopfield.Retrieval.UpdateRule;
import java.util.List;

/**
 * How several patterns are held by a network, and how that was tried.
 *
 * @param measure label of the measure whose weights these are
 * @param gain first gain of graded updates; NaN of others
 * @param flips wrong signs in each of the copies
 * @param memories one for each pattern, in the order of training
 */
public record MemoryReading(
    String measure, UpdateRule update, double gain, int flips, List<Memory> memories) {

  public MemoryReading {
    memories = List.copyOf(memories);
  }

  /** Number of patterns with at least 90 % of their copies recalled. */
  public int stored() {
    return (int) memories.stream().filter(Memory::isStored).count();
  }
}
