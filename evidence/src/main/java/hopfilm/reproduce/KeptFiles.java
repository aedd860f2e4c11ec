package hopfilm.reproduce;

import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.FileTree;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files kept of a run: numbers always, pictures and snapshots where a claim wants them. What
 * was spared is said in {@code spared.txt} of the run.
 */
final class KeptFiles {

  private static final List<String> FILM =
      List.of(RunFile.MOVIE.text(), RunFolder.STRIP + ".png", RunFolder.STRIP + ".svg");

  /** Figures that claims show; the page of the run has all. */
  private static final String SHOWN = "(texture|space|current|energies|temperature).*";

  private KeptFiles() {}

  /** Removes from a finished run what is not needed of it. */
  static void trim(Path run, PlannedRun planned) throws IOException {
    List<String> names = new ArrayList<>(FILM);
    if (planned.isIllustrated()) {
      names.addAll(otherFigures(run));
    }
    if (!planned.keepsSnapshots()) {
      names.add(RunFolder.MEASURES);
      names.add(RunFile.JOURNAL.text()); // of use with these alone
    }
    List<String> spared = new ArrayList<>();
    for (String name : names) {
      if (Files.exists(run.resolve(name))) {
        FileTree.remove(run.resolve(name));
        spared.add(name);
      }
    }
    List<Path> snapshots = new RunFolder(run).snapshotFiles();
    if (!planned.keepsSnapshots() && snapshots.size() > 2) {
      for (Path file : snapshots.subList(1, snapshots.size() - 1)) {
        Files.delete(file);
        spared.add(file.getFileName().toString());
      }
    }
    FileList.update(new RunFolder(run)); // also where a process was killed while it removed them
    if (!spared.isEmpty()) {
      WholeFile.writeSafely(
          run.resolve(RunFile.SPARED.text()),
          """
          Removed after the run, as the report does not need it:
          %s
          Made again, with a page: hopfilm run %s --set output.report=on
          """
              .formatted(String.join("\n", spared), RunFile.EXPERIMENT.text()));
    }
  }

  private static List<String> otherFigures(Path run) throws IOException {
    Path figures = new RunFolder(run).figures();
    if (!Files.isDirectory(figures)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(figures)) {
      return all.map(f -> f.getFileName().toString())
          .filter(name -> !name.matches(SHOWN))
          .sorted()
          .map(name -> RunFolder.FIGURES + "/" + name)
          .toList();
    }
  }

  /** True if a folder holds the run with all that is needed of it. */
  static boolean suffice(Path run, PlannedRun planned) throws IOException {
    RunFolder there = new RunFolder(run);
    return Files.isRegularFile(there.summary())
        && Files.isRegularFile(
            there.path().resolve(RunFile.FILES.text())) // without it, an edit could not be told
        && (!planned.isIllustrated() || Files.isDirectory(there.figures()))
        && (!planned.keepsSnapshots() || there.hasAllSnapshots());
  }
}
