package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmMoment;
import hopfilm.film.NetworkReader;
import hopfilm.film.NetworkReading;
import hopfilm.film.TableRow;
import hopfilm.hopfield.Pattern;
import hopfilm.protocol.RunListener;
import hopfilm.transport.OperatingPoint;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The run of a command on the screen, to be watched only. */
final class WatchedScreen extends Screen implements RunListener {

  private static final long NETWORK_EVERY = 200_000_000L;

  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final NetworkReader reader;
  private volatile String status = "running";
  private volatile String phase = "start";
  private volatile String message;
  private volatile double time;
  private volatile double speed = Double.NaN;
  private final AtomicInteger rows = new AtomicInteger();
  private volatile TableRow row;
  private volatile boolean isVerified;
  private int sent;
  private boolean sentEnd;
  private long lastNetwork = System.nanoTime() - NETWORK_EVERY;
  private long lastWall = System.nanoTime();
  private double lastTime;

  WatchedScreen(String id, Experiment e) {
    super(id, e.name(), e);
    this.reader = new NetworkReader(e);
  }

  /** The run has ended. */
  void ended(String how, String why) {
    status = how;
    message = why;
    speed = Double.NaN;
    changed();
  }

  @Override
  String kind() {
    return "watched";
  }

  @Override
  String status() {
    return status;
  }

  @Override
  String yaml() {
    return ExperimentFile.writeWhole(experiment());
  }

  @Override
  public void table(List<double[]> rows, List<OperatingPoint> points) {
    history().restart(rows, points);
    if (!rows.isEmpty()) {
      lastTime = rows.get(rows.size() - 1)[0];
    }
  }

  @Override
  public void trains(double at, double amplitude) {
    history().trains(at, amplitude);
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
    row = next;
    rows.incrementAndGet();
    moved(next.time());
  }

  private void moved(double now) {
    time = now;
    double wall = (System.nanoTime() - lastWall) * 1e-9;
    if (wall > 0.7) {
      speed = (now - lastTime) / wall;
      lastWall = System.nanoTime();
      lastTime = now;
    }
  }

  @Override
  public void progress(Progress progress) {
    phase = progress.phase();
  }

  @Override
  public void warning(String text) {
    warnings.add(text);
    note("warning", text);
  }

  @Override
  public boolean wantsFrame() {
    return isWanted();
  }

  @Override
  public void frame(FilmMoment film) {
    moved(film.time());
    show(film);
  }

  private double progress(double at) {
    return Math.min(1, at / experiment().duration());
  }

  private double left(double at) {
    return speed > 0 ? Math.max(0, (experiment().duration() - at) / speed) : Double.NaN;
  }

  @Override
  FrameCoder.Header header(int number, FilmMoment film) {
    return new FrameCoder.Header(
        number,
        1,
        film.time(),
        film.steps(),
        speed * 1e9,
        progress(film.time()),
        left(film.time()));
  }

  @Override
  StateMessage describe() {
    Experiment e = experiment();
    TableRow last = row;
    Pattern training = last == null ? null : last.training();
    List<Pattern> trained = last == null ? List.of() : last.trained();
    return new StateMessage(
        title(),
        new StateMessage.Motion(
            phase,
            status.equals("running") ? phase.replaceFirst(" .*", "") : "none",
            time,
            0.0,
            e.duration(),
            Json.number(progress(time)),
            Json.number(left(time)),
            Json.number(speed * 1e9)),
        new StateMessage.Place(0, null, 1),
        contacts(e, last == null ? null : last.drive()),
        new StateMessage.Drive(
            null,
            null,
            null,
            training == null ? null : training.text(),
            trained.stream().map(Pattern::text).toList(),
            Messages.drive(e.electrodes())),
        Messages.view(e),
        StateMessage.Offers.none(0, message, List.copyOf(warnings)));
  }

  @Override
  synchronized Map<String, Object> network(boolean isForced) {
    int number = rows.get();
    TableRow now = row;
    long wall = System.nanoTime();
    boolean isEnd = !status.equals("running");
    boolean isKnown = number == sent && isEnd == sentEnd;
    if (now == null || (!isForced && (isKnown || wall - lastNetwork < NETWORK_EVERY))) {
      return null;
    }
    sentEnd = isForced ? sentEnd : isEnd;
    sent = isForced ? sent : number;
    lastNetwork = isForced ? lastNetwork : wall;
    var spec = experiment().network();
    NetworkReading reading = reader.read(now, spec.reference(), spec.selfTerm(), Double.NaN);
    return Messages.network(
        experiment(),
        "now",
        reading,
        isEnd ? NetworkReader.memories(reading, experiment()) : null,
        isVerified,
        reader.note(spec.reference(), spec.selfTerm()).orElse(null));
  }
}
