package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.OutputSpec;
import hopfilm.folder.RunFolder;
import hopfilm.folder.Snapshot;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.WeightKind;
import hopfilm.io.FileTree;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Relaxed films with which several runs begin. Runs of a sweep that differ in their protocol or
 * network alone relax the same film: the first of them leaves its state, its table and its
 * snapshots at the end of that, the others go on from there. As a run that is resumed ends with the
 * bits of one that was not, so does a run that begins in this way. For several threads.
 */
public final class SharedStarts implements AutoCloseable {

  /** Nothing is shared. */
  public static final SharedStarts NONE = new SharedStarts(null, Set.of());

  /** A network has no part in a start. */
  private static final NetworkSpec ANY_NETWORK =
      new NetworkSpec(
          Reference.UNTRAINED,
          SelfTerm.ZERO,
          WeightKind.CONDUCTANCE,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          1,
          1,
          Optional.empty(),
          false);

  private static final String STATE = "state";
  private static final long LOOK_EVERY_MILLIS = 50;

  /** What is known of a start: somebody works at it, or it is there. */
  private enum Progress {
    BEGUN,
    DONE
  }

  private final Path scratch;
  private final Set<String> shared;
  private final Map<String, Progress> known = new HashMap<>();

  /**
   * @param shared keys of starts that several runs have; null if all are
   */
  private SharedStarts(Path scratch, Set<String> shared) {
    this.scratch = scratch;
    this.shared = shared;
  }

  /**
   * The starts that several of these runs have in common.
   *
   * @param scratch a folder that is made when it is needed and removed at the end
   */
  public static SharedStarts of(List<Experiment> runs, Path scratch) throws IOException {
    FileTree.remove(scratch);
    Set<String> once = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (Experiment run : runs) {
      String key = key(run);
      if (key != null && !once.add(key)) {
        shared.add(key);
      }
    }
    return shared.isEmpty() ? NONE : new SharedStarts(scratch, shared);
  }

  /**
   * The starts of whatever runs come, each of which is known to share its own.
   *
   * @param scratch a folder of this process, which somebody else removes
   */
  public static SharedStarts ofAll(Path scratch) {
    return new SharedStarts(scratch, null);
  }

  /** Whether a run begins as another one does. */
  public boolean has(Experiment run) {
    return sharedKey(run) != null;
  }

  /** The key of a start that others have too, else null. */
  private String sharedKey(Experiment run) {
    String key = shared != null && shared.isEmpty() ? null : key(run);
    return key == null || shared == null || shared.contains(key) ? key : null;
  }

  /**
   * Hash of all that decides how a run is relaxed, its rows and snapshots included; null if it is
   * not relaxed, or its start cannot be read, which the run itself tells.
   */
  private static String key(Experiment run) {
    if (run.initial().relaxTime() == 0) {
      return null;
    }
    OutputSpec o = run.output();
    Experiment start =
        new Experiment(
            "",
            run.film(),
            run.material(),
            run.disorder(),
            run.heat(),
            run.electrodes(),
            run.initial(),
            List.of(),
            ANY_NETWORK,
            run.numerics(),
            new OutputSpec(
                o.table(), o.snapshots(), 0, o.formats(), OutputSpec.Pages.ALL, o.readings()),
            run.temperature(),
            run.seed(),
            List.of());
    try {
      return InputHash.of(start);
    } catch (IOException e) {
      return null;
    }
  }

  /** A start that a run may take, or has to leave for others. */
  final class Place implements AutoCloseable {
    private final String key;
    private boolean isOwner;

    Place(String key, boolean isOwner) {
      this.key = key;
      this.isOwner = isOwner;
    }

    /** Whether this run is the one that relaxes the film. */
    boolean isOwner() {
      return isOwner;
    }

    /** Where the state is that another run left. */
    Path state() {
      return folder().resolve(STATE);
    }

    private Path folder() {
      return scratch.resolve(key);
    }

    /** Copies table and snapshots of the other run. */
    void copyTo(RunFolder run) throws IOException {
      copy(new RunFolder(folder()), run);
    }

    /**
     * Leaves the start of this run.
     *
     * @param run its folder; table and snapshots are on disk
     * @param state what to go on from
     */
    void leave(RunFolder run, byte[] state) throws IOException {
      Files.createDirectories(folder());
      copy(run, new RunFolder(folder()));
      WholeFile.write(state(), out -> out.write(state));
      isOwner = false;
      settle(key, Progress.DONE);
    }

    /** A run that left nothing lets another one do it. */
    @Override
    public void close() {
      if (isOwner) {
        isOwner = false;
        settle(key, null);
      }
    }
  }

  /**
   * The place of a run that begins; null if it shares its start with no other, or was asked to stop
   * while another one relaxes the film.
   */
  Place claim(Experiment run, RunControl control) {
    String key = sharedKey(run);
    if (key == null) {
      return null;
    }
    synchronized (known) {
      while (known.get(key) == Progress.BEGUN) {
        if (control.isStopAsked()) {
          return null;
        }
        try {
          known.wait(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return null;
        }
      }
      boolean isOwner = known.get(key) == null;
      if (isOwner) {
        known.put(key, Progress.BEGUN);
      }
      return new Place(key, isOwner);
    }
  }

  private void settle(String key, Progress progress) {
    synchronized (known) {
      known.put(key, progress);
      known.notifyAll();
    }
  }

  private static void copy(RunFolder from, RunFolder to) throws IOException {
    copy(from.table(), to.table());
    if (Files.exists(from.samples())) {
      copy(from.samples(), to.samples());
    }
    for (Snapshot snapshot : from.snapshots()) {
      copy(snapshot.file(), to.snapshot(snapshot.number()));
    }
    for (Path picture : from.pictures()) {
      copy(picture, to.path().resolve(picture.getFileName()));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes what was kept. */
  @Override
  public void close() throws IOException {
    if (scratch != null) {
      FileTree.remove(scratch);
    }
  }
}
