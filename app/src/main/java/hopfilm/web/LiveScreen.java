package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmMoment;
import hopfilm.film.FilmRow;
import hopfilm.film.NetworkReader;
import hopfilm.film.NetworkReading;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import hopfilm.input.Spelling;
import hopfilm.live.LiveFilm;
import hopfilm.live.LiveListener;
import hopfilm.live.LiveState;
import hopfilm.live.LiveState.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A live film on the screen. */
final class LiveScreen extends Screen {

  private static final long NETWORK_EVERY = 90_000_000L;
  private static final long LARGE_NETWORK_EVERY = 900_000_000L;

  private final LiveFilm film;
  private final String sweep;
  private final AtomicInteger rows = new AtomicInteger();
  private volatile FilmRow row;

  // guarded by this screen
  private NetworkReader reader;
  private int readerOf;
  private int sent;
  private long lastNetwork = System.nanoTime() - LARGE_NETWORK_EVERY;
  private Reference reference;
  private SelfTerm selfTerm;

  /**
   * @param sweep what to say of an experiment that stands for several runs; null for one
   */
  LiveScreen(String id, Experiment e, boolean withProtocol, String sweep, Path scratch, int threads)
      throws IOException {
    super(id, e.name(), e);
    this.sweep = sweep;
    this.reference = e.network().reference();
    this.selfTerm = e.network().selfTerm();
    this.film = new LiveFilm(e, withProtocol, scratch, threads, heard);
  }

  LiveFilm film() {
    return film;
  }

  @Override
  String kind() {
    return "live";
  }

  @Override
  String status() {
    return name(film.state().status());
  }

  private static String name(Status status) {
    return status == Status.CLOSED ? "done" : Spelling.of(status);
  }

  @Override
  String yaml() {
    return ExperimentFile.write(film.experiment());
  }

  @Override
  void close() {
    film.close();
  }

  @Override
  Map<String, Object> describe() {
    LiveState s = film.state();
    Experiment e = s.experiment();
    FilmRow last = row;
    String doing = s.status() == Status.IDLE ? "none" : s.phase().replaceFirst(" .*", "");
    boolean isTraining = doing.equals("train");
    String training = isTraining ? s.phase().replaceFirst("^train ?", "") : "";
    Map<String, Object> m = basics();
    m.put("phase", s.phase());
    m.put("doing", doing);
    m.put("time", s.clock().time());
    m.put("stepStart", Json.number(s.clock().stepStart()));
    m.put("stepEnd", Json.number(s.clock().stepEnd()));
    m.put("progress", Json.number(s.clock().progress(s.clock().time())));
    m.put("secondsLeft", Json.number(s.clock().secondsLeft(s.clock().time())));
    m.put(
        "nsPerSecond", s.status() == Status.RUNNING ? Json.number(s.clock().speed() * 1e9) : null);
    m.put("steps", s.clock().steps());
    m.put("protocol", s.place().steps() == 0 ? null : protocol(s.place()));
    m.put("chapter", s.place().chapter());
    m.put("film", Messages.film(e.film()));
    m.put("electrodes", Messages.electrodes(e, isTraining && last != null ? last.drive() : null));
    m.put("layout", Messages.layout(e.electrodes()));
    m.put("pattern", s.next().pattern() == null ? null : s.next().pattern().text());
    String drive = Messages.drive(e.electrodes());
    m.put("voltage", drive.equals("voltage") ? Json.number(s.next().amplitude()) : null);
    m.put("current", drive.equals("current") ? Json.number(s.next().amplitude()) : null);
    m.put("training", training.matches("[+-]+") ? training : null);
    m.put("trained", Messages.trained(film.experiment().steps()));
    m.put("drive", drive);
    synchronized (this) {
      m.put("reference", Spelling.of(reference));
      m.put("selfTerm", Spelling.of(selfTerm));
    }
    m.put("weights", Spelling.of(e.network().weights()));
    m.put("seed", e.initial().seed());
    m.put("undo", s.undo());
    m.put("canProtocol", s.place().canProtocol());
    m.put("snapshot", null);
    m.put("snapshots", 0);
    m.put("message", s.notes().message());
    List<String> warnings = new ArrayList<>(s.notes().warnings());
    if (sweep != null) {
      warnings.add(0, sweep);
    }
    m.put("warnings", warnings);
    return m;
  }

  private static Map<String, Object> protocol(LiveState.Place place) {
    Map<String, Object> p = new LinkedHashMap<>();
    p.put("step", place.step());
    p.put("steps", place.steps());
    return p;
  }

  @Override
  FrameCoder.Header header(int number, FilmMoment moment) {
    LiveState s = film.state();
    return new FrameCoder.Header(
        number,
        s.place().chapter(),
        moment.time(),
        moment.steps(),
        s.status() == Status.RUNNING ? s.clock().speed() * 1e9 : Double.NaN,
        s.clock().progress(moment.time()),
        s.clock().secondsLeft(moment.time()));
  }

  @Override
  synchronized Map<String, Object> network(boolean isForced) {
    int number = rows.get();
    FilmRow now = row;
    long time = System.nanoTime();
    boolean isLarge = experiment().electrodes().count() > Messages.MOST_SHOWN;
    boolean isSoon = time - lastNetwork < (isLarge ? LARGE_NETWORK_EVERY : NETWORK_EVERY);
    if (now == null || (!isForced && (number == sent || isSoon))) {
      return null;
    }
    NetworkReading reading = reading(now, reference, selfTerm);
    if (!isForced) {
      sent = number;
      lastNetwork = time;
    }
    return Messages.network(
        experiment(), "now", reading, reader.note(reference, selfTerm).orElse(null));
  }

  private NetworkReading reading(FilmRow now, Reference from, SelfTerm diagonal) {
    int chapter = chapters();
    if (readerOf != chapter) {
      reader = new NetworkReader(experiment());
      readerOf = chapter;
    }
    double usual = film.state().next().amplitude();
    return reader.read(now, from, diagonal, usual);
  }

  /** Counts E' from another reference from now on; null leaves one as it is. */
  synchronized void view(Reference from, SelfTerm diagonal) {
    if (from == Reference.UNTRAINED_MEAN
        && experiment().network().reference() != Reference.UNTRAINED_MEAN) {
      throw WebException.of(
          409, "untrained-mean takes films of other seeds: set network.reference in the file");
    }
    reference = from == null ? reference : from;
    selfTerm = diagonal == null ? selfTerm : diagonal;
    sent = -1;
    lastNetwork = System.nanoTime() - LARGE_NETWORK_EVERY;
    changed();
  }

  /** Lets the network run. */
  synchronized Map<String, Object> retrieve(
      Pattern start, Retrieval.Settings settings, Reference from, SelfTerm diagonal) {
    FilmRow now = row;
    NetworkReading network =
        now == null
            ? null
            : reading(now, from == null ? reference : from, diagonal == null ? selfTerm : diagonal);
    if (network == null || network.weights() == null || !(network.amplitude() > 0)) {
      throw WebException.of(
          409, "there is nothing to recall yet: train a pattern first, or take another reference");
    }
    Map<String, Object> message =
        Messages.retrieval(network, settings, NetworkReader.recall(network, start, settings));
    retrieval(message);
    return message;
  }

  private final LiveListener heard =
      new LiveListener() {
        @Override
        public void chapter(LiveState state) {
          Experiment next = state.experiment().withProtocol(List.of());
          if (!next.equals(experiment())) {
            experiment(next);
          }
          row = null;
        }

        @Override
        public void table(List<double[]> rows) {
          history().restart(rows);
        }

        @Override
        public void row(FilmRow next) {
          history().add(next.numbers());
          keep(next);
        }

        private void keep(FilmRow latest) {
          row = latest;
          rows.incrementAndGet();
        }

        @Override
        public void read(FilmRow now) {
          keep(now);
          changed();
        }

        @Override
        public void warning(String message) {
          LiveScreen.this.note("warning", message);
        }

        @Override
        public boolean wantsFrame() {
          return isWanted();
        }

        @Override
        public void frame(FilmMoment moment) {
          show(moment);
        }

        @Override
        public void shown(FilmMoment moment) {
          show(moment);
        }

        @Override
        public void changed() {
          LiveScreen.this.changed();
        }
      };
}
