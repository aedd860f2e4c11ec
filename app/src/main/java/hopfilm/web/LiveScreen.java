package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.NetworkSpec;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmMoment;
import hopfilm.film.NetworkReader;
import hopfilm.film.NetworkReading;
import hopfilm.film.TableRow;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import hopfilm.input.Spelling;
import hopfilm.live.LiveFilm;
import hopfilm.live.LiveListener;
import hopfilm.live.LiveState;
import hopfilm.live.LiveState.Status;
import hopfilm.transport.GivenValues;
import hopfilm.transport.OperatingPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A live film on the screen. */
final class LiveScreen extends Screen {

  private static final long NETWORK_EVERY = 90_000_000L;
  private static final long LARGE_NETWORK_EVERY = 900_000_000L;

  private final LiveFilm film;
  private final String sweep;
  private final AtomicInteger rows = new AtomicInteger();
  private volatile TableRow row;

  /** Whether the last training passed its test, with all that was trained. */
  private volatile boolean isVerified;

  // guarded by this screen
  private NetworkReader reader;
  private int readerOf;
  private int sent;
  private boolean sentStill;
  private Tried tried;
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
    return ExperimentFile.writeWhole(film.experiment());
  }

  @Override
  void end() {
    film.end();
  }

  @Override
  void close() {
    film.close();
  }

  @Override
  StateMessage describe() {
    LiveState s = film.state();
    Experiment e = s.experiment();
    TableRow last = row;
    String phase = s.phase().replaceFirst(" .*", "");
    // a command may be on its way to a film that is idle
    String doing = s.status() == Status.IDLE || phase.equals("idle") ? "none" : phase;
    GivenValues given = isDriven(doing) && last != null ? last.drive() : null;
    return new StateMessage(
        title(),
        motion(s, doing),
        new StateMessage.Place(
            s.clock().steps(),
            s.place().steps() == 0
                ? null
                : new StateMessage.Protocol(s.place().step(), s.place().steps()),
            s.place().chapter()),
        contacts(e, given),
        drive(s, doing),
        view(e),
        new StateMessage.Offers(
            s.undo(), s.place().canProtocol(), null, 0, s.notes().message(), warnings(s)));
  }

  private static boolean isDriven(String doing) {
    return List.of("train", "drive", "write").contains(doing);
  }

  private static StateMessage.Motion motion(LiveState s, String doing) {
    LiveState.Clock clock = s.clock();
    return new StateMessage.Motion(
        s.phase(),
        doing,
        clock.time(),
        Json.number(clock.stepStart()),
        Json.number(clock.stepEnd()),
        Json.number(clock.progress(clock.time())),
        Json.number(clock.secondsLeft(clock.time())),
        s.status() == Status.RUNNING ? Json.number(clock.speed() * 1e9) : null);
  }

  private StateMessage.Drive drive(LiveState s, String doing) {
    String training = doing.equals("train") ? s.phase().replaceFirst("^train ?", "") : "";
    String drive = Messages.drive(s.experiment().electrodes());
    Double amplitude = Json.number(s.next().amplitude());
    return new StateMessage.Drive(
        s.next().pattern() == null ? null : s.next().pattern().text(),
        drive.equals("voltage") ? amplitude : null,
        drive.equals("current") ? amplitude : null,
        training.matches("[+-]+") ? training : null,
        Messages.trained(film.experiment()),
        drive);
  }

  private synchronized StateMessage.View view(Experiment e) {
    return Messages.view(e, reference, selfTerm);
  }

  private List<String> warnings(LiveState s) {
    List<String> warnings = new ArrayList<>(s.notes().warnings());
    if (sweep != null) {
      warnings.add(0, sweep);
    }
    return warnings;
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
    TableRow now = row;
    long time = System.nanoTime();
    boolean isLarge = experiment().electrodes().count() > Messages.MAX_SHOWN;
    boolean isSoon = time - lastNetwork < (isLarge ? LARGE_NETWORK_EVERY : NETWORK_EVERY);
    // how memories are held takes too long to be told while they are trained
    boolean isStill = film.state().status() != Status.RUNNING;
    boolean isKnown = number == sent && isStill == sentStill;
    if (now == null || (!isForced && (isKnown || isSoon))) {
      return null;
    }
    NetworkReading reading = reading(now, reference, selfTerm);
    if (!isForced) {
      sent = number;
      sentStill = isStill;
      lastNetwork = time;
    }
    return Messages.network(
        experiment(),
        "now",
        reading,
        isStill ? memories(number, reading) : null,
        isVerified && hasOwnView(),
        reader.note(reference, selfTerm).orElse(null));
  }

  /** Whether energies are counted as the experiment does, and so as it tested them. */
  private boolean hasOwnView() {
    return reference == experiment().network().reference()
        && selfTerm == experiment().network().selfTerm();
  }

  /**
   * How memories are held, tried once for each row and way of counting.
   *
   * @param row counts the rows
   */
  private record Tried(int row, Reference reference, SelfTerm selfTerm, MemoryReading memories) {}

  private MemoryReading memories(int number, NetworkReading reading) {
    if (tried == null
        || tried.row() != number
        || tried.reference() != reading.reference()
        || tried.selfTerm() != reading.selfTerm()) {
      MemoryReading memories = NetworkReader.memories(reading, film.experiment());
      tried = new Tried(number, reading.reference(), reading.selfTerm(), memories);
    }
    return tried.memories();
  }

  private NetworkReading reading(TableRow now, Reference from, SelfTerm diagonal) {
    int chapter = chapters();
    if (readerOf != chapter) {
      reader = new NetworkReader(experiment());
      readerOf = chapter;
    }
    double usual = film.state().next().amplitude();
    return reader.read(now, from, diagonal, usual);
  }

  /** The picture that its row holds; empty where none was written, and while one is. */
  synchronized Optional<HeldPicture> held() {
    TableRow now = row;
    NetworkSpec network = experiment().network();
    return now == null || now.reference() == null || film.state().phase().startsWith("write")
        ? Optional.empty()
        : HeldPicture.written(film.experiment())
            .map(
                picture -> {
                  NetworkReading read = reading(now, network.reference(), network.selfTerm());
                  double[] row = read.weights().gPrime()[0];
                  return network.isFitted()
                      ? HeldPicture.fitted(id(), picture, row, now.reference()[0])
                      : HeldPicture.of(id(), picture, row);
                });
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

  /**
   * Lets the network run.
   *
   * @param order of the updates, as the request says it
   */
  synchronized Map<String, Object> retrieve(
      Pattern start, Retrieval.Settings settings, String order, Reference from, SelfTerm diagonal) {
    TableRow now = row;
    NetworkReading network =
        now == null
            ? null
            : reading(now, from == null ? reference : from, diagonal == null ? selfTerm : diagonal);
    if (network == null || network.weights() == null || !(network.amplitude() > 0)) {
      throw WebException.of(
          409, "there is nothing to recall yet: train a pattern first, or take another reference");
    }
    Map<String, Object> message =
        Messages.retrieval(
            network, settings, order, NetworkReader.recall(network, start, settings));
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
          isVerified = false;
        }

        @Override
        public void table(List<double[]> rows, List<OperatingPoint> points) {
          history().restart(rows, points);
        }

        @Override
        public void trains(double time, double amplitude) {
          history().trains(time, amplitude);
          isVerified = false;
        }

        @Override
        public void trained(boolean passed) {
          isVerified = passed;
          rows.incrementAndGet();
        }

        @Override
        public void row(TableRow next) {
          history().add(next.numbers(), next.point());
          keep(next);
        }

        private void keep(TableRow latest) {
          row = latest;
          rows.incrementAndGet();
        }

        @Override
        public void read(TableRow now) {
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
