package hopfilm.figures;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the report of a sweep: one self-contained page that links to its runs. */
public final class SweepReport {
  private SweepReport() {}

  /**
   * Writes {@code index.html} into the folder of the sweep.
   *
   * @return the page
   */
  public static Path write(SweepReportData data, Path folder) throws IOException {
    throw new UnsupportedOperationException("to come");
  }
}
