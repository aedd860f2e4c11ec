package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.film.FilmCurrents;
import hopfilm.film.FilmMoment;
import hopfilm.grid.VectorField;
import hopfilm.transport.GivenValues;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Session;

/**
 * A film as pages see it, and the pages that look at it. What the film's thread calls only keeps
 * what there is; {@link #tick} in another thread makes messages of it, and nothing where nobody
 * looks.
 */
abstract class Screen {

  private static final long STATE_EVERY = TimeUnit.MILLISECONDS.toNanos(250);

  /** A film that waits says so again, for a page that missed it. */
  private static final long IDLE_STATE_EVERY = 2_000_000_000L;

  /** A film that has hardly warmed is shown on a scale of this width [K]. */
  private static final double MIN_RANGE = 1;

  private final String id;
  private final String name;
  private final double volume;
  private final List<Client> clients = new CopyOnWriteArrayList<>();

  private volatile Experiment experiment;
  private volatile History history;
  private final AtomicInteger chapters = new AtomicInteger();
  private final AtomicInteger shown = new AtomicInteger();
  private volatile FilmMoment moment;
  private volatile boolean isWanted;
  private volatile boolean isChanged = true;
  private String retrieval; // guarded by recalls

  /** Lock of what is read and sent in one piece, so that nothing new falls between the two. */
  private final Object stream = new Object();

  private final Object numbering = new Object();
  private final Object recalls = new Object();
  private long number; // guarded by numbering

  // guarded by stream
  private int coded;
  private byte[] frame;
  private int frames;
  private FilmCurrents currents;
  private int currentsOf;
  private double hottest;
  private int hottestOf;
  private String network;
  private long lastState = System.nanoTime() - STATE_EVERY;

  Screen(String id, String name, Experiment experiment) {
    this.id = id;
    this.name = name;
    // other contacts leave the film as it is, and its cells take long to count
    this.volume = experiment.film().cells().volume();
    experiment(experiment);
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  /** live, watched or folder. */
  abstract String kind();

  /** running, paused, idle, done or failed. */
  abstract String status();

  /** The state for pages, without its number. */
  abstract StateMessage describe();

  /** The network now for pages, where it changed since the last call; null if not. */
  abstract Map<String, Object> network(boolean isForced);

  /** The header of a frame of the film at a time. */
  abstract FrameCoder.Header header(int number, FilmMoment film);

  /** The experiment of what is on the screen. */
  abstract String yaml();

  /** Whether its table is that of a run folder, which has the columns of its file alone. */
  boolean isRead() {
    return false;
  }

  /** Ends the film without waiting for that. */
  void end() {}

  /** Waits until the film has ended, but not for long. */
  void close() {}

  /** Film and contacts; others than before begin another table. */
  final void experiment(Experiment next) {
    experiment = next;
    history = new History(next, !isRead());
    chapters.incrementAndGet();
  }

  /**
   * Film and electrodes.
   *
   * @param drive given at the electrodes now; null without current
   */
  final StateMessage.Contacts contacts(Experiment e, GivenValues drive) {
    return Messages.contacts(e, volume, drive);
  }

  final Experiment experiment() {
    return experiment;
  }

  /** Counts the experiments that were on this screen. */
  final int chapters() {
    return chapters.get();
  }

  final History history() {
    return history;
  }

  final List<Client> clients() {
    return clients;
  }

  final FilmMoment moment() {
    return moment;
  }

  /** A picture of the film; the one before is forgotten. */
  final void show(FilmMoment film) {
    isWanted = false;
    moment = film;
    shown.incrementAndGet();
  }

  /** True if a page waits for a picture. */
  final boolean isWanted() {
    return isWanted;
  }

  final void changed() {
    isChanged = true;
  }

  final void note(String level, String text) {
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("type", "note");
    note.put("level", level);
    note.put("text", text);
    clients.forEach(c -> c.note(Json.text(note)));
  }

  final void retrieval(Map<String, Object> message) {
    synchronized (recalls) {
      retrieval = Json.text(message);
      clients.forEach(c -> c.offer("retrieval", retrieval));
    }
  }

  /**
   * The state for pages. It reaches them by the stream and by answers to commands, of which either
   * may be the slower one: of two states the one with the larger number is the newer.
   */
  final StateMessage state() {
    synchronized (numbering) {
      StateMessage state = describe();
      return state.numbered(++number);
    }
  }

  /**
   * A page comes: it is sent all that there is. What changes meanwhile {@link #tick} sends it
   * afterwards.
   */
  final Client connect(Session session) {
    Client client = new Client(session, this::history);
    synchronized (stream) {
      offerAll(client);
      synchronized (recalls) {
        clients.add(client);
        if (retrieval != null) {
          client.offer("retrieval", retrieval);
        }
      }
    }
    client.pump();
    // the others are told that they are not alone
    changed();
    return client;
  }

  private void offerAll(Client client) {
    client.offer("state", Json.text(state()));
    Map<String, Object> now = network(true);
    if (now != null) {
      client.offer("network", Json.text(now));
    }
    extra(client);
    FilmMoment film = moment;
    if (film != null) {
      client.offer(FrameCoder.frame(header(0, film), film.m(), null, warmth(film)));
    }
  }

  /** More for a page that comes. */
  void extra(Client client) {}

  final void disconnect(Client client) {
    clients.remove(client);
    changed();
  }

  /** Which film it is, as every state begins. */
  final StateMessage.Title title() {
    boolean isLive = kind().equals("live");
    return new StateMessage.Title("state", id, name, kind(), !isLive, status(), clients.size());
  }

  Map<String, Object> brief() {
    Map<String, Object> s = new LinkedHashMap<>();
    s.put("id", id);
    s.put("name", name);
    s.put("kind", kind());
    s.put("status", status());
    s.put("readOnly", !kind().equals("live"));
    return s;
  }

  /** Makes messages of what is new and hands them to the pages. */
  final void tick(long now) {
    synchronized (stream) {
      if (clients.isEmpty()) {
        isWanted = false;
        return;
      }
      offerNew(now);
      boolean isReady = false;
      for (Client client : clients) {
        client.pump();
        isReady |= client.isReady();
      }
      isWanted = isReady && shown.get() == coded;
    }
  }

  private void offerNew(long now) {
    long every = status().equals("running") ? STATE_EVERY : IDLE_STATE_EVERY;
    if (isChanged || now - lastState > every) {
      isChanged = false;
      lastState = now;
      String state = Json.text(state());
      clients.forEach(c -> c.offer("state", state));
    }
    Map<String, Object> next = network(false);
    if (next != null) {
      network = Json.text(next);
      clients.forEach(c -> c.offer("network", network));
    }
    code();
  }

  private void code() {
    int number = shown.get();
    FilmMoment film = moment;
    if (film == null || number == coded) {
      return;
    }
    boolean withCurrent = clients.stream().anyMatch(Client::wantsCurrent);
    VectorField j = withCurrent ? density(film) : null;
    frame = FrameCoder.frame(header(++frames, film), film.m(), j, warmth(film));
    coded = number;
    clients.forEach(c -> c.offer(frame));
  }

  /**
   * On a scale up to the hottest cell of the pictures so far, so that colours keep their meaning.
   */
  private FrameCoder.Warmth warmth(FilmMoment film) {
    Experiment now = experiment;
    if (film.temperature() == null || now.heat().isEmpty()) {
      return null;
    }
    int chapter = chapters.get();
    hottest = hottestOf == chapter ? hottest : 0;
    hottestOf = chapter;
    hottest = Math.max(hottest, Arrays.stream(film.temperature()).max().orElse(0));
    double ambient = now.heat().get().ambient();
    return new FrameCoder.Warmth(
        film.temperature(), ambient, Math.max(hottest, ambient + MIN_RANGE));
  }

  private VectorField density(FilmMoment film) {
    if (film.potential() == null) {
      return null;
    }
    int now = chapters.get();
    if (currentsOf != now) {
      currents = new FilmCurrents(experiment);
      currentsOf = now;
    }
    return currents.density(film);
  }
}
