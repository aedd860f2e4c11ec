package hopfilm.live;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.live.LivePlan.Play;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The places to which a live film can go back, within bounds of memory, and what it has on the
 * disk: a folder for each script. Guarded by the queue.
 */
final class LiveMemory {

  /** Scripts that are kept beside the present one. */
  static final int CHAPTERS = 8;

  private static final long MAX_BYTES = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);

  /**
   * A place to go back to.
   *
   * @param step number of steps that are kept
   * @param isPast whether the script is one that was left
   */
  record Place(LiveScript script, int step, boolean isPast) {}

  private final Path scratch;
  private final List<LiveScript> past = new ArrayList<>();
  private int folders;
  private int chapters;

  /**
   * @param scratch folder of all that is on the disk
   */
  LiveMemory(Path scratch) {
    this.scratch = scratch;
  }

  /** Begins the next chapter, in a folder of its own. */
  LiveScript begin(Experiment film, List<Step> protocol) throws IOException {
    return LiveScript.begin(++chapters, film.withProtocol(List.of()), protocol, nextFolder());
  }

  /** A script up to its k-th step, in a folder of its own. */
  LiveScript branch(LiveScript script, int k) throws IOException {
    return script.branch(k, nextFolder());
  }

  private Path nextFolder() {
    return scratch.resolve("%03d".formatted(++folders));
  }

  /** Where the texture is kept with which the next chapter begins. */
  Path nextStart() {
    return scratch.resolve("start-%03d.ovf".formatted(chapters + 1));
  }

  /** Scripts that were left, the latest at the end. */
  List<LiveScript> past() {
    return past;
  }

  /** The film before the last thing that changed it. */
  Optional<Place> before(LiveScript now, Optional<Play> playing) {
    int last = playing.isPresent() && !now.marks().isEmpty() ? now.done().size() : lastChange(now);
    if (last >= 0 && now.canReturnTo(last)) {
      return Optional.of(new Place(now, last, false));
    }
    if (last >= 0 || past.isEmpty()) {
      return Optional.empty();
    }
    LiveScript before = past.get(past.size() - 1);
    int end = before.marks().size() - 1;
    return before.canReturnTo(end) ? Optional.of(new Place(before, end, true)) : Optional.empty();
  }

  private static int lastChange(LiveScript now) {
    for (int k = now.done().size() - 1; k >= 0; k--) {
      if (!(now.done().get(k) instanceof Step.Measure)) {
        return k;
      }
    }
    return -1;
  }

  /** The step that would be undone, in words. */
  Optional<String> undo(LiveScript now, Optional<Play> playing) {
    return before(now, playing).map(place -> undo(place, now, playing));
  }

  private static String undo(Place place, LiveScript now, Optional<Play> playing) {
    if (place.isPast()) {
      return place.script().experiment().electrodes().equals(now.experiment().electrodes())
          ? "reset"
          : "other electrodes";
    }
    return playing.isPresent() && place.step() == now.done().size()
        ? text(playing.get().step(), false)
        : text(now.done().get(place.step()), true);
  }

  private static String text(Step step, boolean withTime) {
    String time = withTime && step.duration() > 0 ? " " + rounded(step.duration()) : "";
    return LiveStatus.words(step) + time;
  }

  private static String rounded(double time) {
    return Quantity.format(time, Dimension.TIME, 3);
  }

  /** What is on the disk for films to which there is no way back any more. */
  List<Path> obsolete(LiveScript now) throws IOException {
    Set<Path> needed = new HashSet<>();
    Stream.concat(Stream.of(now), past.stream())
        .forEach(
            script -> {
              needed.add(script.folder().path());
              script.start().ifPresent(needed::add);
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
    while (bytes > MAX_BYTES && !past.isEmpty()) {
      bytes -= past.remove(0).bytes();
    }
    for (int k = 2; k < now.marks().size() - 2 && bytes > MAX_BYTES; k++) {
      LiveReplay.Mark mark = now.marks().get(k);
      if (mark != null) {
        bytes -= mark.state().length;
        now.marks().set(k, null);
      }
    }
  }
}
