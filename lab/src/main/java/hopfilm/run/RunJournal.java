package hopfilm.run;

import hopfilm.film.Measure;
import hopfilm.folder.RunFolder;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.WholeFile;
import hopfilm.protocol.Replay;
import hopfilm.protocol.ReplayLog;
import hopfilm.protocol.RunResult;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the film of a run that is done answered to its protocol, {@code journal.bin}: with it the
 * run is walked through again without the film, and summary, figures and report are made again to
 * the same bits. Textures that are files in {@code measures} are named only.
 *
 * @param effort what the run took; sessions and seconds are not in the file
 * @param answers all but those that only mark the place between two steps
 */
record RunJournal(RunResult.Effort effort, List<String> warnings, List<ReplayLog.Entry> answers) {

  private static final int MOST = 1 << 28;

  static void write(RunResult result, List<ReplayLog.Entry> answers) throws IOException {
    RunFolder folder = new RunFolder(result.folder());
    WholeFile.writeSafely(folder.journal(), raw -> save(new StateWriter(raw), result, answers));
  }

  private static void save(StateWriter out, RunResult result, List<ReplayLog.Entry> answers)
      throws IOException {
    out.part("run");
    out.text(Provenance.version());
    out.text(result.effort().kernels());
    out.number(result.effort().training().joule());
    out.number(result.effort().training().time());
    out.whole(result.effort().steps());
    out.whole(result.effort().solves());
    out.whole(result.warnings().size());
    for (String warning : result.warnings()) {
      out.text(warning);
    }
    boolean hasFiles = MeasureFiles.areAsked(result.experiment());
    List<ReplayLog.Entry> kept = new ArrayList<>();
    for (ReplayLog.Entry a : answers) {
      // the first is of the start of the run, the others stand between two steps
      if (kept.isEmpty() || !a.equals(ReplayLog.Entry.NONE)) {
        kept.add(a);
      }
    }
    out.whole(kept.size());
    for (ReplayLog.Entry a : kept) {
      out.numbers(a.numbers());
      out.flag(a.m() != null);
      if (a.m() != null) {
        String label = hasFiles ? label(result, a.m()) : null;
        out.text(label == null ? "" : label);
        for (int c = 0; label == null && c < 3; c++) {
          out.numbers(a.m().component(c));
        }
      }
    }
  }

  /** The label of the measure of a texture; null if it was read for something else. */
  private static String label(RunResult result, VectorField m) {
    return result.measures().stream()
        .filter(x -> x.m().equals(m)) // that is, of the same arrays
        .map(Measure::label)
        .findFirst()
        .orElse(null);
  }

  /**
   * Reads that of a run.
   *
   * @throws IOException if it is of another version of the program, or damaged
   */
  static RunJournal read(Path run, Grid grid, int sessions, double seconds) throws IOException {
    RunFolder folder = new RunFolder(run);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(folder.journal()))) {
      StateReader in = new StateReader(raw);
      in.part("run");
      if (!in.text().equals(Provenance.version())) {
        throw new IOException(folder.journal() + " is of another version of the program");
      }
      String kernels = in.text();
      RunResult.Training training = new RunResult.Training(in.number(), in.number());
      long steps = in.whole();
      long solves = in.whole();
      List<String> warnings = new ArrayList<>();
      for (long n = in.whole(); n > 0; n--) {
        warnings.add(in.text());
      }
      List<ReplayLog.Entry> answers = new ArrayList<>();
      for (long n = in.whole(); n > 0; n--) {
        double[] numbers = in.numbers(MOST);
        answers.add(new ReplayLog.Entry(numbers, in.flag() ? texture(in, folder, grid) : null));
      }
      return new RunJournal(
          new RunResult.Effort(training, kernels, steps, solves, sessions, seconds),
          warnings,
          answers);
    }
  }

  private static VectorField texture(StateReader in, RunFolder folder, Grid grid)
      throws IOException {
    String label = in.text();
    VectorField m = new VectorField(grid);
    if (!label.isEmpty()) {
      VectorField read = Ovf.read(folder.measure(label)).field();
      m = new VectorField(grid, read.x(), read.y(), read.z());
    }
    for (int c = 0; label.isEmpty() && c < 3; c++) {
      in.numbers(m.component(c));
    }
    return m;
  }

  /** Answers in place of the film. */
  Replay replay() {
    return new KnownAnswers(new ReplayLog(answers));
  }

  private record KnownAnswers(ReplayLog journal) implements Replay {
    @Override
    public ReplayLog.Entry next() throws IOException {
      ReplayLog.Entry known = journal.next();
      if (known == null) {
        throw new IOException("the journal of the run ends too early");
      }
      return known;
    }

    @Override
    public void add(ReplayLog.Entry answer) {
      throw new IllegalStateException("the film has nothing to add");
    }

    @Override
    public boolean isDue() {
      return false;
    }

    @Override
    public void take() {
      // nothing to keep
    }

    @Override
    public boolean isStopAsked() {
      return false;
    }

    @Override
    public void boundary() {
      // the marks of these places are left out
    }

    @Override
    public int sessions() {
      return 1;
    }

    @Override
    public double seconds() {
      return 0;
    }
  }
}
