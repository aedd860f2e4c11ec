package hopfilm.run;

import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.RowReference;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputFiles;
import hopfilm.input.ShellWord;
import hopfilm.parallel.Parallel;
import hopfilm.result.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads the rows of runs, each run once, on all cores. */
final class BankedRows {

  private final Optional<RowReference.Choice> reference;
  private final int tiles;

  private BankedRows(Optional<RowReference.Choice> reference, int tiles) {
    this.reference = reference;
    this.tiles = tiles;
  }

  /**
   * The rows of folders, in their order.
   *
   * @param tiles runs that are one memory, one after the other; of these all must be done
   * @param reference how that of each row is chosen; empty for those of the runs
   * @param progress hears how many of all runs are read
   * @param note hears of the runs of a sweep that are left out
   * @throws ExperimentException if one has no row, or one of other pixels than the first of its
   *     place; if a file is damaged; or if the runs do not make whole memories
   */
  static List<BankedRow> of(
      List<Path> folders,
      int tiles,
      Optional<RowReference.Choice> reference,
      BiConsumer<Integer, Integer> progress,
      Consumer<String> note)
      throws IOException {
    BankedRows reader = new BankedRows(reference, tiles);
    List<Source> sources = new ArrayList<>();
    for (Path folder : folders) {
      sources.add(reader.source(folder));
    }
    List<BankedRow> rows = reader.read(sources, progress, note);
    if (rows.isEmpty()) {
      Path first = folders.get(0);
      throw new RunFolder(first).isDone()
          ? ExperimentException.of(first, RunMessage.RECALL_NO_ROW)
          : ExperimentException.of(first, RunMessage.READOUT_NOT_DONE, first);
    }
    reader.vet(rows);
    return rows;
  }

  /**
   * The runs of a folder.
   *
   * @param of how many there should be
   * @param isSweep whether runs that are not done may be left out
   */
  private record Source(Path folder, List<Path> runs, int of, boolean isSweep) {}

  /** Those of a sweep, or of a folder with a run of each film. A lost one would shift the tiles. */
  private Source source(Path folder) throws IOException {
    RunFolder f = new RunFolder(folder);
    if (!f.isSweep()) {
      Optional<Integer> films = InputFiles.read(folder, f::filmsOfBank);
      if (films.isPresent()) {
        return bank(folder, f.filmsWithin(), films.get());
      }
      List<Path> within = f.isRun() || !Files.isDirectory(folder) ? List.of() : f.runsWithin();
      List<Path> runs = within.isEmpty() ? List.of(folder) : within;
      return new Source(folder, runs, runs.size(), false);
    }
    FileList.requireWhole(f, Set.of(RunFile.RUNS, RunFile.SUMMARY));
    List<Path> runs = f.runsWithin();
    int of = Math.max(runs.size(), f.readSweepSummary().map(s -> s.head().runs()).orElse(0));
    if (of > runs.size() && tiles > 1) {
      throw ExperimentException.of(
          folder, RunMessage.RECALL_LOST, of - runs.size(), of, ShellWord.of(folder));
    }
    return new Source(folder, runs, of, true);
  }

  private static Source bank(Path folder, List<Path> films, int of) {
    if (films.size() != of) {
      throw ExperimentException.of(folder, RunMessage.RECALL_FILMS, films.size(), of);
    }
    return new Source(folder, films, of, false);
  }

  /** A run and where it comes from. */
  private record Film(Path run, Source source) {}

  private List<BankedRow> read(
      List<Source> sources, BiConsumer<Integer, Integer> progress, Consumer<String> note)
      throws IOException {
    List<Film> films =
        sources.stream().flatMap(s -> s.runs.stream().map(run -> new Film(run, s))).toList();
    BankedRow[] rows = new BankedRow[films.size()];
    AtomicInteger done = new AtomicInteger();
    // each thread has a range in order, and the first range throws first: so does the first fault
    try (Parallel threads = Parallel.of(Runtime.getRuntime().availableProcessors())) {
      threads.forRange(
          rows.length,
          (from, to) -> {
            for (int k = from; k < to; k++) {
              rows[k] = row(films.get(k)).orElse(null);
              synchronized (done) {
                progress.accept(done.incrementAndGet(), rows.length);
              }
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    int first = 0;
    for (Source s : sources) {
      tell(s, Arrays.asList(rows).subList(first, first + s.runs.size()), note);
      first += s.runs.size();
    }
    return Arrays.stream(rows).filter(Objects::nonNull).toList();
  }

  private static void tell(Source source, List<BankedRow> rows, Consumer<String> note) {
    int lost = source.of - (int) rows.stream().filter(Objects::nonNull).count();
    if (lost > 0) {
      note.accept(
          "%s: %d of %d runs are left out, as they are not done or lost; hopfilm run --resume %s makes them again"
              .formatted(source.folder, lost, source.of, ShellWord.of(source.folder)));
    }
  }

  /** Empty for a run of a sweep that is left out. */
  private Optional<BankedRow> row(Film film) {
    Path run = film.run;
    try {
      return FileList.consistent(
          run,
          () -> {
            RunFolder folder = new RunFolder(run);
            FileList.requireWhole(folder, Set.of(RunFile.SUMMARY));
            boolean mayBeLeftOut = film.source.isSweep && tiles == 1;
            Optional<Summary> summary =
                mayBeLeftOut ? folder.readSummary() : folder.readWholeSummary();
            if (mayBeLeftOut && summary.filter(s -> s.head().isDone()).isEmpty()) {
              return Optional.empty();
            }
            return Optional.of(BankedRow.of(run, written(run, summary), reference));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Summary written(Path run, Optional<Summary> found) {
    Summary s = found.orElse(null);
    if (s == null
        || s.recalls().row() == null
        || !s.readings().weightMatrix().containsKey(s.verdict().judged())) {
      throw ExperimentException.of(run, RunMessage.RECALL_NO_ROW);
    }
    if (!s.head().isDone()) {
      throw ExperimentException.of(run, RunMessage.READOUT_NOT_DONE, run);
    }
    return s;
  }

  /** Each row has the pixels of the first of its place, and the rows make whole memories. */
  private void vet(List<BankedRow> rows) {
    for (int k = 0; k < rows.size(); k++) {
      int pixels = rows.get(k).picture().size();
      int first = rows.get(k % tiles).picture().size();
      if (pixels != first) {
        throw ExperimentException.of(
            Path.of(rows.get(k).run()), RunMessage.RECALL_OTHER_PIXELS, pixels, first);
      }
    }
    if (rows.size() % tiles != 0) {
      throw ExperimentException.of("--tiles", RunMessage.RECALL_TILES, rows.size(), tiles);
    }
  }
}
