package hopfilm.figures;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the report of a run: one self-contained page and its figures as files. */
public final class RunReport {
  private RunReport() {}

  /**
   * Writes {@code index.html} and {@code figures/*.svg, *.png} into the folder of the run.
   *
   * @return the page
   */
  public static Path write(RunReportData data, Path folder) throws IOException {
    throw new UnsupportedOperationException("to come");
  }
}
