package hopfilm.web;

import hopfilm.input.Failure;
import hopfilm.input.ShellWord;
import hopfilm.io.FileTree;
import hopfilm.live.LiveCommandException;
import hopfilm.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the films that were trained when their server ends. First the experiment of each, which
 * repeats it and takes no time; then its run folder, as far as there is time for that.
 */
final class AutoSave {

  private static final Logger LOG = LoggerFactory.getLogger(AutoSave.class);

  /** What names of folders end with. */
  static final String KEPT = "-kept";

  /** Time for the run folders of all films [s]: whoever ends a server does not wait for long. */
  static final long PATIENCE = 20;

  /** Where they are kept if there is no room among the runs. */
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private final Path runs;
  private final Map<Screen, Path> kept = new LinkedHashMap<>();

  AutoSave(Path runs) {
    this.runs = runs;
  }

  /**
   * Keeps what would be lost.
   *
   * @param seconds for the run folders
   * @param say told of each film, one line
   * @return false if a film is lost
   */
  boolean keep(Iterable<Screen> films, long seconds, Consumer<String> say) {
    Map<LiveScreen, CompletableFuture<Object>> saving = new LinkedHashMap<>();
    boolean isLost = false;
    for (Screen screen : films) {
      if (screen instanceof LiveScreen live && live.film().isUnsaved()) {
        Path folder = keep(live, runs, say);
        if (folder == null) {
          folder = keep(live, TEMPORARY, say);
        }
        if (folder == null) {
          isLost = true;
          say.accept(live.name() + " is lost");
        } else {
          kept.put(live, folder);
          saving.put(live, save(live, folder));
        }
      }
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    saving.forEach((live, saved) -> say.accept(said(live, isWhole(saved, end))));
    return !isLost;
  }

  /** Keeps the experiment of a film in a new folder; null if that cannot be written. */
  private static Path keep(LiveScreen live, Path place, Consumer<String> say) {
    Path folder = null;
    try {
      folder = RunDirectory.nextIn(place, stem(live));
      live.film().keep(folder);
      return folder;
    } catch (IOException | RuntimeException e) {
      // one film must not cost the others
      LOG.debug("a film was not kept", e);
      say.accept("%s cannot be kept: %s".formatted(live.name(), Failure.reason(e)));
      discard(folder);
      return null;
    }
  }

  private static void discard(Path folder) {
    try {
      if (folder != null) {
        FileTree.remove(folder);
      }
    } catch (IOException e) {
      LOG.debug("{} stays", folder, e);
    }
  }

  /** Name of its folder without the number. */
  private static String stem(Screen screen) {
    String name = screen.name().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String stem = name.isEmpty() ? "film" : name.substring(0, Math.min(40, name.length()));
    return stem + KEPT;
  }

  private static CompletableFuture<Object> save(LiveScreen live, Path folder) {
    try {
      return live.film().save(folder);
    } catch (LiveCommandException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static boolean isWhole(CompletableFuture<Object> saved, long end) {
    try {
      saved.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("only the experiment of a film was kept", e);
      return false;
    }
  }

  private String said(Screen screen, boolean isWhole) {
    Path folder = kept.get(screen);
    return isWhole
        ? "%s is kept in %s; %s"
            .formatted(
                screen.name(),
                folder,
                folder.startsWith(runs)
                    ? "hopfilm serve has it among its runs"
                    : "move it from there, where files do not stay")
        : "of %s the experiment is kept in %s; hopfilm run --resume %s repeats it"
            .formatted(screen.name(), folder, ShellWord.of(folder));
  }

  /** Why the pages of a film are closed. */
  String reason(Screen screen) {
    Path folder = kept.get(screen);
    return "the server was stopped" + (folder == null ? "" : "; the film is kept as " + folder);
  }
}
