package hopfilm.live;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Step;
import java.io.IOException;
import java.util.List;

/**
 * Sends a live film back to a place where it was, or to its beginning. Called under the queue's
 * monitor, while it is on no such way already.
 */
final class LiveRewind {

  private final Experiment file;
  private final LiveQueue queue;
  private final LiveStatus status;
  private final LiveMemory memory;

  /**
   * @param file what the film began with
   */
  LiveRewind(Experiment file, LiveQueue queue, LiveStatus status, LiveMemory memory) {
    this.file = file;
    this.queue = queue;
    this.status = status;
    this.memory = memory;
  }

  /** To the relaxed film, from which the protocol of the file is carried out. */
  void protocol() {
    LiveScript now = status.script();
    if (now.file().isEmpty()) {
      throw LiveCommandException.unfit(
          "the protocol of the file does not fit the electrodes any more; undo, or start the file"
              + " anew");
    }
    LiveRoom.requireProtocol(now, now.file());
    branch(0, LivePlan.protocol(now.file()));
  }

  /** To the film before training. */
  void reset() {
    LiveScript now = status.script();
    if (now.experiment().initial().texture().equals(file.initial().texture())) {
      boolean isRead = !now.done().isEmpty() && now.done().get(0) instanceof Step.Measure;
      branch(isRead ? 1 : 0, isRead ? List.of() : LivePlan.untrained());
    } else {
      anew(now, file.initial());
    }
  }

  /** To another maze. */
  void reset(long seed) {
    anew(status.script(), file.initial().withSeed(seed));
  }

  /** To before the last command that changed the film; answers the script that is there. */
  LiveScript undo() {
    LiveMemory.Place place =
        memory
            .before(status.script(), queue.phase().changing())
            .orElseThrow(() -> LiveCommandException.unfit("there is nothing to undo"));
    if (place.isPast()) {
      memory.past().remove(place.script());
    }
    queue.open(place.script(), place.step(), List.of());
    return place.script();
  }

  private void anew(LiveScript now, InitialSpec initial) {
    Experiment film = now.experiment();
    Experiment next = film.with(film.electrodes(), initial, List.of());
    try {
      LiveScript begun = memory.begin(next, now.file());
      memory.past().add(now);
      queue.open(begun, -1, LivePlan.untrained());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void branch(int k, List<LivePlan> then) {
    LiveScript now = status.script();
    if (!now.canReturnTo(k)) {
      throw LiveCommandException.unfit("the film is not relaxed yet; wait until it is");
    }
    try {
      LiveScript branch = memory.branch(now, k);
      memory.past().add(now);
      queue.open(branch, k, then);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static LiveCommandException unwritable(IOException e) {
    return LiveCommandException.unfit("the scratch folder cannot be written (%s)", e.getMessage());
  }
}
