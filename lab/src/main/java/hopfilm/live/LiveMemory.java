package hopfilm.live;

import hopfilm.experiment.Step;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The places to which a live film can go back, within bounds of memory. */
final class LiveMemory {

  /** Scripts that are kept beside the present one. */
  static final int CHAPTERS = 8;

  private static final long MOST_BYTES = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);

  /**
   * A place to go back to.
   *
   * @param step number of steps that are kept
   * @param isPast whether the script is one that was left
   */
  record Place(LiveScript script, int step, boolean isPast) {}

  private final List<LiveScript> past = new ArrayList<>();

  /** Scripts that were left, the latest at the end. */
  List<LiveScript> past() {
    return past;
  }

  /** The film before the last thing that changed it; null if there is none. */
  Place before(LiveScript now, LivePlan.Play playing) {
    int last = playing != null && !now.marks().isEmpty() ? now.done().size() : lastChange(now);
    if (last >= 0 && now.canReturnTo(last)) {
      return new Place(now, last, false);
    }
    LiveScript before = past.isEmpty() ? null : past.get(past.size() - 1);
    int end = before == null ? -1 : before.marks().size() - 1;
    return last < 0 && before != null && before.canReturnTo(end)
        ? new Place(before, end, true)
        : null;
  }

  private static int lastChange(LiveScript now) {
    for (int k = now.done().size() - 1; k >= 0; k--) {
      if (!(now.done().get(k) instanceof Step.Measure)) {
        return k;
      }
    }
    return -1;
  }

  /** The step that would be undone, in words; null if there is none. */
  String undo(LiveScript now, LivePlan.Play playing) {
    Place place = before(now, playing);
    if (place == null) {
      return null;
    } else if (place.isPast()) {
      return place.script().experiment().electrodes().equals(now.experiment().electrodes())
          ? "reset"
          : "other electrodes";
    }
    return playing != null && place.step() == now.done().size()
        ? text(playing.step(), false)
        : text(now.done().get(place.step()), true);
  }

  private static String text(Step step, boolean withTime) {
    String time = withTime && step.duration() > 0 ? " " + rounded(step.duration()) : "";
    return LiveStatus.words(step) + time;
  }

  private static String rounded(double time) {
    return Quantity.format(time, Dimension.TIME, 3);
  }

  /**
   * What is on the disk for films to which there is no way back any more.
   *
   * @param scratch folder of all that is there
   */
  List<Path> obsolete(LiveScript now, Path scratch) throws IOException {
    Set<Path> needed = new HashSet<>();
    Stream.concat(Stream.of(now), past.stream())
        .forEach(
            script -> {
              needed.add(script.folder().path());
              if (LiveFolders.start(script) != null) {
                needed.add(LiveFolders.start(script));
              }
            });
    try (Stream<Path> all = Files.list(scratch)) {
      return all.filter(f -> !needed.contains(f) && !needed.contains(f.toAbsolutePath())).toList();
    }
  }

  /** Gives up the oldest marks where they take too much; what reset needs and the last stay. */
  void prune(LiveScript now) {
    while (past.size() > CHAPTERS) {
      past.remove(0);
    }
    long bytes = now.bytes() + past.stream().mapToLong(LiveScript::bytes).sum();
    while (bytes > MOST_BYTES && !past.isEmpty()) {
      bytes -= past.remove(0).bytes();
    }
    for (int k = 2; k < now.marks().size() - 2 && bytes > MOST_BYTES; k++) {
      LiveGuide.Mark mark = now.marks().get(k);
      if (mark != null) {
        bytes -= mark.state().length;
        now.marks().set(k, null);
      }
    }
  }
}
