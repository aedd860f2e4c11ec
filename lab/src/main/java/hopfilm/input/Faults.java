package hopfilm.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The errors of one input, collected so that the user sees all of them at once. A part that is
 * wrong is null, and rules that need it are left out: no error follows from another.
 */
public final class Faults {

  /** The limit of errors with those that are said once, as they read alike. */
  private static final int ALIKE = 100 * ExperimentException.MOST;

  private final Map<String, ExperimentException> found = new LinkedHashMap<>();
  private final Set<List<Object>> places = new HashSet<>();
  private final Set<String> lost = new HashSet<>();
  private int added;

  /** Reads a part; null if it is wrong. */
  public <T> T read(Supplier<T> part) {
    try {
      return part.get();
    } catch (ExperimentException e) {
      e.all().forEach(this::add);
      return null;
    }
  }

  /** Reads a section; null if it is wrong or incomplete. */
  public <T> T read(String section, Supplier<T> part) {
    return lost.contains(section) ? null : read(part);
  }

  /** Applies a rule if all parts that it compares could be read. */
  public void vet(Runnable rule, Object... parts) {
    if (Stream.of(parts).allMatch(Objects::nonNull)) {
      read(
          () -> {
            rule.run();
            return null;
          });
    }
  }

  /** Marks a section as incomplete: what was meant for it had a wrong key. */
  public void lose(String section) {
    lost.add(section);
  }

  /** Begins with another run of the same input, whose keys may have other values. */
  public void beginRun() {
    places.clear();
  }

  /**
   * Adds an error.
   *
   * @throws ExperimentException with all errors, if these are too many to go on
   */
  public void add(ExperimentException e) {
    places.add(place(e));
    found.putIfAbsent(e.getMessage(), e);
    if (found.size() >= ExperimentException.MOST || ++added >= ALIKE) {
      end();
    }
  }

  /** Adds an error if this run has no other of the same key. */
  public void addFirst(ExperimentException e) {
    if (!places.contains(place(e))) {
      add(e);
    }
  }

  private static List<Object> place(ExperimentException e) {
    return List.of(e.origin(), e.key());
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the reading.
   *
   * @throws ExperimentException with all errors in the order of the lines, if there are any
   */
  public void end() {
    if (!found.isEmpty()) {
      List<ExperimentException> all = new ArrayList<>(found.values());
      all.sort(Comparator.comparingInt(e -> e.line() > 0 ? e.line() : Integer.MAX_VALUE));
      throw ExperimentException.of(all);
    }
  }
}
