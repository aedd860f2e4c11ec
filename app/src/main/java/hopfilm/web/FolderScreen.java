package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.film.Amplitudes;
import hopfilm.film.FilmCurrents;
import hopfilm.film.FilmMoment;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.Snapshot;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Reference;
import hopfilm.io.FieldException;
import hopfilm.io.Ovf;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.result.HowTried;
import hopfilm.result.OrEmpty;
import hopfilm.result.Summary;
import hopfilm.result.TrainStep;
import hopfilm.result.Verdict;
import hopfilm.transport.GivenValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run folder on the screen, to be scrubbed through. */
final class FolderScreen extends Screen {

  private final Folders folders;
  private final Path run;
  private final JsonNode file;
  private final Summary summary;
  private final List<Snapshot> snapshots;
  private final List<Double> times = new ArrayList<>();
  private FilmCurrents currents;

  FolderScreen(String id, Folders folders, Path run, Experiment e) throws IOException {
    super(id, e.name(), e);
    this.folders = folders;
    this.run = run;
    this.file = file(folders, run);
    this.summary = summary(file);
    this.snapshots = new RunFolder(run).snapshots();
    for (Snapshot s : snapshots) {
      times.add(Ovf.time(folders.file(run, s.file().getFileName().toString())));
    }
    Table table = TableReader.read(folders.file(run, RunFile.TABLE.text()));
    if (table.columns().size() == hopfilm.film.TableColumns.of(e).size()) {
      history().restart(table.rows(), List.of(), amplitudes());
    }
    if (!snapshots.isEmpty()) {
      int last = snapshots.size() - 1;
      show(new FilmMoment(time(last), 0, texture(last)));
    }
  }

  /** V0 or I0 of its train steps. */
  private Amplitudes amplitudes() {
    return Amplitudes.of(experiment(), summary.training().stream().map(TrainStep::start).toList());
  }

  private static JsonNode file(Folders folders, Path run) throws IOException {
    if (!Files.isRegularFile(new RunFolder(run).summary())) {
      return JsonMapper.shared().createObjectNode();
    }
    try {
      return JsonFile.tree(folders.file(run, RunFile.SUMMARY.text()));
    } catch (FieldException e) {
      throw damaged();
    }
  }

  private static Summary summary(JsonNode file) {
    try {
      return JsonFile.as(file, Summary.class);
    } catch (JacksonException e) {
      throw damaged();
    }
  }

  private static WebException damaged() {
    return WebException.of(422, "%s of the run is damaged", RunFile.SUMMARY.text());
  }

  @Override
  boolean isRead() {
    return true;
  }

  @Override
  String kind() {
    return "folder";
  }

  @Override
  String status() {
    try {
      return Folders.status(run).equals("failed") ? "failed" : "done";
    } catch (IOException e) {
      return "done";
    }
  }

  @Override
  String yaml() {
    return ExperimentFile.writeWhole(experiment());
  }

  JsonNode summary() {
    return file;
  }

  private double time(int k) {
    return times.get(k);
  }

  /** A snapshot is vetted when it is shown: there may be very many. */
  private VectorField texture(int k) throws IOException {
    Folders.requireWhole(run, snapshots.get(k).file().getFileName().toString());
    VectorField read =
        Ovf.read(folders.file(run, snapshots.get(k).file().getFileName().toString())).field();
    var grid = experiment().film().grid();
    if (read.grid().cells() != grid.cells() || read.grid().nx() != grid.nx()) {
      throw WebException.of(
          422, "%s has other cells than the experiment", snapshots.get(k).file().getFileName());
    }
    return new VectorField(grid, read.x(), read.y(), read.z());
  }

  /** When the snapshots were taken. */
  List<Map<String, Object>> snapshots() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int k = 0; k < snapshots.size(); k++) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("index", k);
      one.put("time", time(k));
      all.add(one);
    }
    return all;
  }

  /** A snapshot as a frame, with the current of the first train step. */
  synchronized byte[] frame(int k) throws IOException {
    if (k < 0 || k >= snapshots.size()) {
      throw WebException.of(404, "there is no snapshot %d; there are %d", k, snapshots.size());
    }
    VectorField m = texture(k);
    GivenValues values =
        experiment().steps().stream()
            .filter(Step.Train.class::isInstance)
            .map(s -> ((Step.Train) s).drives().get(0).values())
            .findFirst()
            .orElse(null);
    VectorField j = null;
    if (values != null) {
      currents = currents == null ? new FilmCurrents(experiment()) : currents;
      j = currents.driven(m, values).density();
    }
    return FrameCoder.frame(header(k, new FilmMoment(time(k), 0, m)), m, j, null);
  }

  @Override
  FrameCoder.Header header(int number, FilmMoment film) {
    double end = Math.max(time(snapshots.size() - 1), Double.MIN_NORMAL);
    return new FrameCoder.Header(
        number, 1, film.time(), 0, Double.NaN, film.time() / end, Double.NaN);
  }

  @Override
  StateMessage describe() {
    Experiment e = experiment();
    int count = snapshots.size();
    return new StateMessage(
        title(),
        StateMessage.Motion.done(count == 0 ? 0 : time(count - 1)),
        new StateMessage.Place(summary.effort().steps(), null, 1),
        contacts(e, null),
        new StateMessage.Drive(
            null, null, null, null, Messages.trained(e), Messages.drive(e.electrodes())),
        Messages.view(e),
        StateMessage.Offers.none(count, summary.head().message(), summary.warnings()));
  }

  @Override
  Map<String, Object> network(boolean isForced) {
    List<Map<String, Object>> all = networks();
    return isForced && !all.isEmpty() ? all.get(all.size() - 1) : null;
  }

  @Override
  void extra(Client client) {
    networks().forEach(n -> client.note(Json.text(n)));
  }

  /** One for each measure. */
  private List<Map<String, Object>> networks() {
    List<Map<String, Object>> all = new ArrayList<>();
    summary.readings().conductance().forEach((label, g) -> all.add(network(label, g)));
    return all;
  }

  private Map<String, Object> network(String label, double[][] g) {
    Experiment e = experiment();
    Map<String, Object> n =
        Messages.head(e, label, 0, e.network().reference(), e.network().selfTerm());
    n.put("G", g);
    n.put("Gprime", weights(label, g.length));
    // one V0 for all measures and for the curves: E' goes with its square
    Double readAt = summary.readings().amplitudes().get(label);
    double shownAt = amplitudes().largest();
    boolean isComparable = readAt != null && !Double.isNaN(shownAt);
    double factor = isComparable ? Math.pow(shownAt / readAt, 2) : 1;
    n.put("V0", isComparable ? (Double) shownAt : readAt);
    Map<String, Double> energies = summary.readings().energies().getOrDefault(label, Map.of());
    List<Map<String, Object>> shown = new ArrayList<>();
    energies.forEach(
        (pattern, energy) -> shown.add(Messages.energy(pattern, factor * OrEmpty.number(energy))));
    boolean isMany = g.length > Messages.MAX_SHOWN;
    if (isMany) {
      shown.sort(java.util.Comparator.comparingDouble(x -> (double) x.get("energy")));
      shown.subList(Math.min(40, shown.size()), shown.size()).clear();
    }
    Verdict verdict = summary.verdict();
    boolean isJudged = label.equals(verdict.judged());
    n.put("energies", shown.isEmpty() ? null : shown);
    n.put("sampled", isMany);
    n.put("count", energies.size());
    n.put("lowest", isJudged ? verdict.lowest() : null);
    n.put("trained", Messages.trained(e));
    n.put("learned", isJudged ? verdict.everyLearned() : List.of());
    n.put("outcome", isJudged ? verdict.outcome() : null);
    n.put("margin", isJudged ? verdict.everyMargin() : List.of());
    n.put("trivial", Messages.trivial(e));
    Summary.Recalls recalls = summary.recalls();
    HowTried how = recalls.memoryReading();
    if (how != null && label.equals(how.measure())) {
      Messages.memories(n, recalls.memories(), recalls.stored(), how);
    } else {
      Messages.memories(n, List.of(), 0, null);
    }
    n.put("note", null);
    return n;
  }

  /** What energies and retrieval were made of; null where the run does not say. */
  private double[][] weights(String label, int size) {
    double[][] weights = summary.readings().weightMatrix().get(label);
    NetworkSpec network = experiment().network();
    boolean isOwnReference =
        network.reference() == Reference.UNTRAINED
            && network.given().isEmpty()
            && !summary.readings().energies().containsKey(label);
    // before it is trained the film counts from itself
    return weights == null && isOwnReference ? new double[size][size] : weights;
  }
}
