package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.OutputSpec;
import hopfilm.film.Measure;
import hopfilm.folder.RunFolder;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.protocol.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The magnetisation at each measure of a run, a file under its label. */
public final class MeasureFiles {

  private MeasureFiles() {}

  /** Says whether a run writes them. */
  static boolean areAsked(Experiment experiment) {
    return experiment.output().formats().contains(OutputSpec.Format.OVF);
  }

  /** Writes all of a run that has ended, or was stopped; none where no snapshots are asked for. */
  public static void write(RunResult result) throws IOException {
    RunFolder folder = new RunFolder(result.folder());
    if (result.measures().isEmpty() || !areAsked(result.experiment())) {
      return;
    }
    Files.createDirectories(folder.measures());
    for (Measure m : result.measures()) {
      Path file = folder.measure(m.label());
      Ovf.write(file, m.m(), OvfFormat.BINARY8, "m", "", m.time());
    }
  }
}
