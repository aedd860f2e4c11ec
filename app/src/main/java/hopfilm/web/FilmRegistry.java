package hopfilm.web;

import hopfilm.check.Vetting;
import hopfilm.experiment.Experiment;
import hopfilm.file.Study;
import hopfilm.live.LiveScratch;
import hopfilm.web.Admission.Hold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The films that are open. */
final class FilmRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(FilmRegistry.class);

  private static final int WAITING = 16;

  private final Map<Integer, Screen> all = new ConcurrentSkipListMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final Limits limits;
  private final int threads;
  private final Folders folders;
  private final Admission admission;
  private final Examples examples;
  private final LiveScratch scratch;
  private final Workers opening;
  private int begun; // guarded by this

  FilmRegistry(Path runs, Limits limits, int threads) throws IOException {
    this.limits = limits;
    this.threads = threads;
    this.folders = new Folders(runs.toAbsolutePath().normalize());
    this.admission = new Admission(limits, all.values(), Runtime.getRuntime().maxMemory());
    this.examples = new Examples();
    this.scratch = LiveScratch.in(Path.of(System.getProperty("java.io.tmpdir")));
    this.opening =
        new Workers(
            "open",
            limits.films(),
            WAITING,
            limits.workSeconds(),
            "the film takes longer than %d s to vet; use a simpler one, or hopfilm run");
  }

  Folders folders() {
    return folders;
  }

  Admission admission() {
    return admission;
  }

  Examples examples() {
    return examples;
  }

  Collection<Screen> all() {
    return all.values();
  }

  String nextId() {
    return "f" + ids.incrementAndGet();
  }

  private static Integer number(String id) {
    return id.matches("f[1-9]\\d{0,8}") ? Integer.valueOf(id.substring(1)) : null;
  }

  void add(Screen screen) {
    all.put(number(screen.id()), screen);
  }

  Screen find(String id) {
    Integer number = number(id);
    Screen screen = number == null ? null : all.get(number);
    if (screen == null) {
      throw WebException.of(404, "there is no film '%s'", Json.shown(id));
    }
    return screen;
  }

  LiveScreen live(String id) {
    if (find(id) instanceof LiveScreen live) {
      return live;
    }
    throw WebException.of(409, "this film is only to be looked at; start one from its experiment");
  }

  /** Does what looks at a whole film, in threads of its own and in its time. */
  <T> CompletableFuture<T> vetted(Callable<T> work, Consumer<T> late) {
    return opening.submit(work, late);
  }

  /** Keeps a place for a film while it is made, which takes its time. */
  private CompletableFuture<Screen> inItsPlace(Callable<Screen> making) {
    synchronized (this) {
      if (all.size() + begun >= limits.films()) {
        throw WebException.of(
            429,
            "%d films are open, as many as this server takes: close one first",
            all.size() + begun);
      }
      begun++;
    }
    return vetted(making, Screen::end).whenComplete(this::settle);
  }

  private synchronized void settle(Screen screen, Throwable e) {
    begun--;
    if (screen != null) {
      add(screen);
    }
  }

  /**
   * Begins a film.
   *
   * @param isExample what is to be said of a sweep is in the words of the example
   */
  CompletableFuture<Screen> begin(String yaml, boolean withProtocol, boolean isExample) {
    return inItsPlace(
        () -> {
          Study study = admission.parse(yaml);
          String note =
              study.isSweep() && !isExample ? "the file is a sweep; this is its first run" : null;
          try (Hold hold = admission.hold(study.experiment(), Admission.LIVE, null)) {
            admission.vet(study.experiment());
            return live(study.experiment(), withProtocol, note);
          }
        });
  }

  private Screen live(Experiment e, boolean withProtocol, String note) throws IOException {
    String id = nextId();
    return new LiveScreen(id, e, withProtocol, note, scratch.film(id), threads);
  }

  /** Opens a run folder; a film of which the experiment alone was kept is repeated. */
  CompletableFuture<Screen> open(String folder) {
    return inItsPlace(
        () -> {
          Path run = folders.find(folder);
          Experiment e = folders.experiment(run);
          admission.bound(e);
          boolean isKept = Folders.isKept(run);
          try (Hold hold = admission.hold(e, isKept ? Admission.LIVE : Admission.SHOWN, null)) {
            if (isKept) {
              Vetting.vet(e);
              return live(e, true, "a film that was kept at the end of a server is repeated");
            }
            return new FolderScreen(nextId(), folders, run, e);
          }
        });
  }

  void close(String id) {
    Screen screen = find(id);
    all.remove(number(id));
    screen.clients().forEach(c -> c.close(1000, "the film was closed"));
    screen.end();
  }

  /**
   * Ends all films.
   *
   * @param reasons what the pages of each are told
   */
  void closeAll(Function<Screen, String> reasons) {
    opening.close();
    for (Screen screen : all.values()) {
      screen.clients().forEach(c -> c.close(1001, reasons.apply(screen)));
    }
    all.values().forEach(Screen::end);
    all.values().forEach(Screen::close);
    all.clear();
    try {
      scratch.close();
    } catch (IOException e) {
      // the next server removes what stays
      LOG.debug("the scratch folder stays", e);
    }
  }
}
