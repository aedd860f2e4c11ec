package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FitSpec;
import hopfilm.experiment.NamedFile;
import hopfilm.file.ExperimentValues;
import hopfilm.file.Study;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of all that decides what a run computes: its values and the files that it names. */
public final class InputHash {

  private InputHash() {}

  /** The hash of one run. */
  public static String of(Experiment experiment) throws IOException {
    return of(ExperimentValues.of(experiment), experiment);
  }

  /** The hash of a sweep or an optimisation. */
  public static String of(Study study) throws IOException {
    String values = ExperimentValues.of(study);
    if (study.fit() != null) {
      values +=
          study.fit().data().stream()
              .map(d -> d.measured().map(FitSpec.Measured::readings))
              .toList();
    }
    return of(values, study.experiment());
  }

  private static String of(String values, Experiment experiment) throws IOException {
    MessageDigest sha;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    sha.update(values.getBytes(StandardCharsets.UTF_8));
    for (NamedFile file : experiment.files()) {
      sha.update(Files.readAllBytes(file.path()));
    }
    if (experiment.network().given().isPresent()) {
      String numbers = experiment.network().given().get().rows().toString();
      sha.update(numbers.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha.digest());
  }
}
