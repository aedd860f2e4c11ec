package hopfilm.study;

import java.util.Locale;

/** How a run ended. */
public enum RunStatus {
  DONE,
  FAILED;

  /** As in files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
