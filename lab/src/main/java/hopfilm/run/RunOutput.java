package hopfilm.run;

import hopfilm.check.CurieLimit;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.OutputSpec;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmMeter;
import hopfilm.film.FilmSetup;
import hopfilm.folder.JsonFile;
import hopfilm.folder.ProvenanceRecord;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.Table;
import hopfilm.io.WholeFile;
import hopfilm.protocol.Hottest;
import hopfilm.protocol.ReplayLog;
import hopfilm.protocol.RunResult;
import hopfilm.reading.Expected;
import hopfilm.reading.FilmReadings;
import hopfilm.reading.FinishedRun;
import hopfilm.readout.ReadoutRecord;
import hopfilm.report.RunReport;
import hopfilm.report.SliderPage;
import hopfilm.result.Outcome;
import hopfilm.result.RunStatus;
import hopfilm.result.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes what a finished run leaves: summary, provenance, figures and report. */
public final class RunOutput {

  private final RunResult result;
  private final Summary summary;
  private final FilmSetup setup;
  private final PageData page;
  private final Table table;
  private final Optional<ReadoutRecord> readout;
  private final ProvenanceRecord provenance;

  /** Of a run that ends now. */
  public RunOutput(RunResult result, FilmSetup setup, FilmMeter meter, Table table) {
    this(result, setup, meter, table, Provenance.now());
  }

  /**
   * Of a run that ended earlier.
   *
   * @param finished date and time
   */
  RunOutput(RunResult result, FilmSetup setup, FilmMeter meter, Table table, String finished) {
    this.result = warned(result);
    this.setup = setup;
    this.summary = compared(this.result, table);
    this.table = table;
    this.provenance = Provenance.of(this.result, finished);
    this.page = new PageData(this.result, summary, setup, meter, table, provenance);
    this.readout =
        result.status() == RunStatus.DONE
            ? RunReadout.of(result.experiment(), summary, table).map(RunReadout::record)
            : Optional.empty();
  }

  /** When the run ended, as date and time. */
  String finished() {
    return provenance.run().finished();
  }

  /** The summary, with the expectations of a run that is done; textures are read from files. */
  private static Summary compared(RunResult result, Table table) {
    Summary summary = result.summary(Provenance.version());
    Experiment experiment = result.experiment();
    if (result.status() != RunStatus.DONE || experiment.expect().isEmpty()) {
      return summary;
    }
    FinishedRun run =
        new FinishedRun(result.folder(), experiment.withoutExpectations(), summary, table);
    FilmReadings film = new FilmReadings(run, List.of(run), Evaluation.EQUATIONS);
    return summary.with(Expected.all(experiment).stream().map(e -> e.compare(film)).toList());
  }

  /**
   * Writes all, at the end of a run whose measures are files.
   *
   * @param answers of the film
   */
  public void write(List<ReplayLog.Entry> answers) throws IOException {
    RunJournal.write(result, answers);
    RunFolder folder = new RunFolder(result.folder());
    JsonFile.write(folder.summary(), summary);
    JsonFile.write(folder.provenance(), provenance);
    readout(folder);
    pulses(folder);
    page(folder);
  }

  /** Writes what follows from the data of a run again, provenance only where it was lost. */
  void writeAgain(List<String> lost) throws IOException {
    RunFolder folder = new RunFolder(result.folder());
    ExperimentFile.save(result.experiment(), folder.experiment());
    WholeFile.writeSafely(folder.references(), Literature.of(result.experiment()));
    JsonFile.write(folder.summary(), summary);
    if (lost.contains(RunFile.PROVENANCE.text())) {
      JsonFile.write(folder.provenance(), provenance);
    }
    readout(folder);
    pulses(folder);
    page(folder);
  }

  private void readout(RunFolder folder) throws IOException {
    if (readout.isPresent()) {
      JsonFile.write(folder.readout(), readout.get());
    }
  }

  private void pulses(RunFolder folder) throws IOException {
    Table pulses = page.pulses();
    if (pulses != null) {
      PulseTable.write(folder, pulses);
    }
  }

  /** Writes the page with all its figures, wanted or not. */
  void writeReport() throws IOException {
    RunReport.write(page.data(), new RunFolder(result.folder()), setup.threads());
  }

  /** Writes the most important figures as one picture; false if there are none. */
  boolean writeOverview(Path file) throws IOException {
    return RunReport.writeOverview(page.data(), file);
  }

  /**
   * Writes the page with the slider.
   *
   * @return the page; empty with fewer than two snapshots of this film
   */
  Optional<Path> writeSlider() throws IOException {
    RunFolder folder = new RunFolder(result.folder());
    RunMoments moments =
        new RunMoments(result.experiment(), summary, page, table, folder.snapshots());
    return moments.count() < 2
        ? Optional.empty()
        : Optional.of(SliderPage.write(page.data(), moments, folder));
  }

  /** Writes the page where the experiment wants one. */
  private void page(RunFolder folder) throws IOException {
    OutputSpec.Pages pages = result.experiment().output().pages();
    boolean isWanted =
        switch (pages.report()) {
          case ON -> true;
          case FAILED -> result.status() != RunStatus.DONE || !hasLearned();
          case OFF -> false;
        };
    if (!isWanted) {
      return;
    }
    if (pages.figures() == OutputSpec.Figures.ON) {
      RunReport.write(page.data(), folder, setup.threads());
    } else {
      RunReport.writePage(page.data(), folder, setup.threads());
    }
  }

  /** A run without a trained pattern has nothing in which it could fail. */
  private boolean hasLearned() {
    Outcome outcome = summary.verdict().outcome();
    return outcome == null || outcome.hasLearned();
  }

  /** A result with what can be said of it at its end. */
  static RunResult warned(RunResult result) {
    Hottest hottest = result.found().hottest();
    return hottest == null
        ? result
        : CurieLimit.after(result.experiment(), hottest.highest())
            .map(result::warned)
            .orElse(result);
  }
}
