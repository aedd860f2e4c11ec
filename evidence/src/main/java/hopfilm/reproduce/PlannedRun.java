package hopfilm.reproduce;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.OutputSpec;
import hopfilm.file.ExperimentFile;
import hopfilm.file.ExperimentValues;
import hopfilm.input.ExperimentException;
import hopfilm.magnet.DemagKind;
import hopfilm.run.Provenance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * An experiment that a claim needs, without a sweep. It is read when first used: the runs of all
 * claims are a thousand, and a list of claims needs one of each kind.
 *
 * @param name in tables of its claim
 * @param identity equal for runs of one experiment, whichever claim plans them
 * @param kind equal for runs that differ by seeds and signs alone, so that they cost the same
 * @param reading of the experiment
 * @param isIllustrated whether figures and page of the run are kept, for the report
 * @param keepsSnapshots whether all snapshots are kept, for a claim that reads them
 */
public record PlannedRun(
    String name,
    Supplier<Object> identity,
    Object kind,
    Supplier<Experiment> reading,
    boolean isIllustrated,
    boolean keepsSnapshots) {

  private static final int DIGITS = 8;

  /** A run of which numbers alone are needed. */
  public static PlannedRun of(String name, Experiment experiment) {
    return of(name, () -> experiment, experiment, () -> experiment);
  }

  /** A run whose identity and experiment are found once, when first used. */
  public static PlannedRun of(
      String name, Supplier<Object> identity, Object kind, Supplier<Experiment> reading) {
    return new PlannedRun(name, new Once<>(identity), kind, new Once<>(reading), false, false);
  }

  /** The first result of a supplier. */
  private static final class Once<T> implements Supplier<T> {
    private Supplier<T> reading;
    private T read;

    Once(Supplier<T> reading) {
      this.reading = reading;
    }

    @Override
    public synchronized T get() {
      if (read == null) {
        read = reading.get();
        reading = null;
      }
      return read;
    }
  }

  public Experiment experiment() {
    return reading.get();
  }

  /** Equal for runs of one experiment, whichever claim plans them. */
  public Object same() {
    return identity.get();
  }

  /**
   * Vets the film against the memory of this Java, and its electrodes.
   *
   * @throws ExperimentException if it cannot be run here
   */
  void vet() {
    ExperimentFile.with(experiment(), List.of());
  }

  private PlannedRun keeping(boolean figures, boolean snapshots) {
    return new PlannedRun(name, identity, kind, reading, figures, snapshots);
  }

  /** This run with its figures, its page and all snapshots. */
  public PlannedRun illustrated() {
    return keeping(true, true);
  }

  /** This run with its figures if asked for. */
  public PlannedRun illustratedIf(boolean condition) {
    return condition ? illustrated() : this;
  }

  public PlannedRun withSnapshots() {
    return keeping(isIllustrated, true);
  }

  /** One run for two claims: what either needs of it is kept. */
  PlannedRun and(PlannedRun other) {
    return keeping(isIllustrated || other.isIllustrated, keepsSnapshots || other.keepsSnapshots);
  }

  /**
   * About how much there is to compute, to begin with the longest: cells times steps, which are as
   * many as cells are small, squared. A dipolar field takes four times as long.
   */
  double work() {
    FilmSpec film = experiment().film();
    double cells = film.sizeX() * film.sizeY() * film.layers() / (film.cell() * film.cell());
    double steps = experiment().duration() / (film.cell() * film.cell());
    return cells * steps * (film.demag() == DemagKind.ON ? 4 : 1);
  }

  /** What is carried out: a run of which numbers alone are kept needs no page. */
  Experiment carriedOut() {
    return isIllustrated
        ? experiment()
        : experiment()
            .withPages(
                new OutputSpec.Pages(
                    OutputSpec.Report.OFF, experiment().output().pages().figures()));
  }

  /** Names all that decides the result: the values of the experiment and the version. */
  public String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String all = Provenance.version() + "\n" + ExperimentValues.of(experiment());
      byte[] digest = sha.digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Name of the folder: the same experiment and version, the same name. */
  public String folderName() {
    return readable() + "-" + hash();
  }

  private String readable() {
    String film = "%s-seed=%d".formatted(experiment().name(), experiment().initial().seed());
    return film.replaceAll("[^A-Za-z0-9.+=,_-]", "-");
  }
}
