package hopfilm.check;

import hopfilm.file.ExperimentFile;
import java.util.List;

/** What {@code hopfilm check} says of the default film with some settings. */
final class Checks {

  private Checks() {}

  static ExperimentCheck check(String... settings) {
    return ExperimentCheck.of(ExperimentFile.study("", "default", List.of(settings)), 2);
  }

  /** Warnings but that of the heat, which all films of 1 um have. */
  static List<String> doubts(ExperimentCheck check) {
    return check.warnings().stream().filter(w -> !w.contains("heat is not in the model")).toList();
  }
}
