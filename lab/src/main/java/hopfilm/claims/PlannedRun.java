package hopfilm.claims;

import hopfilm.study.Experiment;
import hopfilm.study.Provenance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An experiment that a claim needs.
 *
 * @param name readable part of the folder's name
 * @param experiment without a sweep
 * @param isIllustrated whether the figures of the run are kept as files, for the report
 */
public record PlannedRun(String name, Experiment experiment, boolean isIllustrated) {

  private static final int DIGITS = 8;

  /** A run whose figures are not needed. */
  public static PlannedRun of(String name, Experiment experiment) {
    return new PlannedRun(name, experiment, false);
  }

  /** The same with its figures. */
  public PlannedRun illustrated() {
    return new PlannedRun(name, experiment, true);
  }

  /** The same with figures if asked for. */
  public PlannedRun illustratedIf(boolean condition) {
    return condition ? illustrated() : this;
  }

  /** Names all that decides the result: the resolved experiment and the version. */
  public String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String all = Provenance.version() + "\n" + experiment.toYaml();
      byte[] digest = sha.digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Name of the folder: the same experiment and version, the same name. */
  public String folderName() {
    return name.replaceAll("[^A-Za-z0-9.+=,_-]", "-") + "-" + hash();
  }
}
