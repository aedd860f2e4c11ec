package hopfilm.reproduce;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.OutputSpec;
import hopfilm.file.ExperimentValues;
import hopfilm.magnet.DemagKind;
import hopfilm.run.Provenance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An experiment that a claim needs.
 *
 * @param name readable part of the folder's name
 * @param experiment without a sweep
 * @param isIllustrated whether figures and page of the run are kept, for the report
 * @param keepsSnapshots whether all snapshots are kept, for a claim that reads them
 */
public record PlannedRun(
    String name, Experiment experiment, boolean isIllustrated, boolean keepsSnapshots) {

  private static final int DIGITS = 8;

  /** A run of which numbers alone are needed. */
  public static PlannedRun of(String name, Experiment experiment) {
    return new PlannedRun(name, experiment, false, false);
  }

  /** This run with its figures, its page and all snapshots. */
  public PlannedRun illustrated() {
    return new PlannedRun(name, experiment, true, true);
  }

  /** This run with its figures if asked for. */
  public PlannedRun illustratedIf(boolean condition) {
    return condition ? illustrated() : this;
  }

  public PlannedRun withSnapshots() {
    return new PlannedRun(name, experiment, isIllustrated, true);
  }

  /** One run for two claims: what either needs of it is kept. */
  PlannedRun and(PlannedRun other) {
    return new PlannedRun(
        name,
        experiment,
        isIllustrated || other.isIllustrated,
        keepsSnapshots || other.keepsSnapshots);
  }

  /**
   * About how much there is to compute, to begin with the longest: cells times steps, which are as
   * many as cells are small, squared. A dipolar field takes four times as long.
   */
  double work() {
    FilmSpec film = experiment.film();
    double cells = film.sizeX() * film.sizeY() * film.layers() / (film.cell() * film.cell());
    double steps = experiment.duration() / (film.cell() * film.cell());
    return cells * steps * (film.demag() == DemagKind.ON ? 4 : 1);
  }

  /** What is carried out: a run of which numbers alone are kept needs no page. */
  Experiment carriedOut() {
    return isIllustrated
        ? experiment
        : experiment.withPages(
            new OutputSpec.Pages(OutputSpec.Report.OFF, experiment.output().pages().figures()));
  }

  /** Names all that decides the result: the values of the experiment and the version. */
  public String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String all = Provenance.version() + "\n" + ExperimentValues.of(experiment);
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
    return name.replaceAll("[^A-Za-z0-9.+=,_-]", "-");
  }
}
