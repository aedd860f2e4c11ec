package hopfilm.sweep;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hopfilm.folder.FileList;
import hopfilm.folder.FolderMessage;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.input.ExperimentException;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.readout.Reading;
import hopfilm.readout.ReadoutRecord;
import hopfilm.run.RunReadout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The films of a sweep in ohm and volt.
 *
 * @param runs those that can be read, in their order
 * @param told films that are told trained from untrained by 5 sigma or more
 * @param of how many films
 * @param low end of the 95 % interval of the share
 * @param high end of it
 * @param note which runs are left out and why; null if none
 */
public record SweepReadout(
    List<OfRun> runs, int told, int of, double low, double high, @JsonIgnore String note) {

  /** A film of the sweep. */
  public record OfRun(String run, ReadoutRecord readout) {
    private boolean isTold() {
      // null is infinite
      return readout.sigma() == null || readout.sigma() >= Reading.SEEN;
    }

    private double weakest() {
      return readout.pairs().stream()
          .mapToDouble(p -> Objects.requireNonNullElse(p.numbers().snr(), Double.MAX_VALUE))
          .min()
          .orElse(Double.NaN);
    }
  }

  /**
   * Reads all runs that are done.
   *
   * @throws ExperimentException if none can be read, with the reason of the first; or if a file is
   *     damaged
   */
  public static SweepReadout of(Path sweep, RunReadout.Options options) throws IOException {
    RunFolder there = new RunFolder(sweep);
    FileList.requireWhole(there, Set.of(RunFile.RUNS, RunFile.SUMMARY));
    List<Path> folders = there.runsWithin();
    List<String> left = new ArrayList<>();
    List<OfRun> runs = new ArrayList<>();
    ExperimentException why = ExperimentException.of(sweep, SweepMessage.READOUT_NO_RUNS);
    for (Path folder : folders) {
      try {
        runs.add(
            new OfRun(folder.getFileName().toString(), RunReadout.of(folder, options).record()));
      } catch (ExperimentException e) {
        if (e.reason().filter(FolderMessage.class::isInstance).isPresent()) {
          throw e;
        }
        left.add(e.getMessage());
        why = runs.isEmpty() && folder.equals(folders.get(0)) ? e : why;
      }
    }
    if (runs.isEmpty()) {
      throw why;
    }
    SuccessFraction share =
        SuccessFraction.of((int) runs.stream().filter(OfRun::isTold).count(), runs.size());
    int of = there.readSweepSummary().map(s -> s.head().runs()).orElse(0);
    int lost = Math.max(of, folders.size()) - runs.size();
    String note =
        lost == 0
            ? null
            : "%s: %d of %d runs are left out; %s"
                .formatted(
                    sweep,
                    lost,
                    lost + runs.size(),
                    left.isEmpty() ? "their folders are lost" : left.get(0));
    return new SweepReadout(
        runs, share.successes(), share.total(), share.low(), share.high(), note);
  }

  /** A line for each film. */
  public Sheet<?> sheet() {
    return new Sheet<>(runs)
        .add("run", Form.TEXT, OfRun::run)
        .add("current", "A", Form.QUANTITY, r -> r.readout.current())
        .add("sigma", Form.fixed(1), r -> r.readout.sigma())
        .add("weakest pair", Form.fixed(1), OfRun::weakest)
        .add(
            "sigma by ratios",
            Form.fixed(1),
            r -> r.readout.ratios() == null ? null : r.readout.ratios().sigma());
  }

  /** The yield in words. */
  public String sentence() {
    return "%d of %d films are told trained from untrained by %.0f sigma or more (95 %% interval %.0f to %.0f %%)"
        .formatted(told, of, Reading.SEEN, 100 * low, 100 * high);
  }
}
