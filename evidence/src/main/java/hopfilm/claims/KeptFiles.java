package hopfilm.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files kept of a run: numbers always, pictures and snapshots where a claim wants them. What
 * was spared is said in {@code spared.txt} of the run.
 */
final class KeptFiles {

  static final String SPARED = "spared.txt";

  private static final List<String> FILM = List.of("film.gif", "film-strip.png", "film-strip.svg");

  private static final List<String> PAGE = List.of("index.html", "figures");

  /** Figures that claims show; the page of the run has all. */
  private static final String SHOWN = "(texture|current|energies).*";

  private static final String SNAPSHOT = "m\\d+\\.ovf";

  private KeptFiles() {}

  /** Removes from a finished run what is not needed of it. */
  static void trim(Path run, PlannedRun planned) throws IOException {
    List<String> names = new ArrayList<>(FILM);
    if (planned.isIllustrated()) {
      names.addAll(otherFigures(run));
    } else {
      names.addAll(PAGE);
    }
    List<String> spared = new ArrayList<>();
    for (String name : names) {
      if (Files.exists(run.resolve(name))) {
        delete(run.resolve(name));
        spared.add(name);
      }
    }
    List<Path> snapshots = snapshots(run);
    if (!planned.keepsSnapshots() && snapshots.size() > 2) {
      for (Path file : snapshots.subList(1, snapshots.size() - 1)) {
        Files.delete(file);
        spared.add(file.getFileName().toString());
      }
    }
    if (!spared.isEmpty()) {
      Files.writeString(
          run.resolve(SPARED),
          """
          Removed after the run, as the report does not need it:
          %s
          Made again by: hopfilm run experiment.yaml
          """
              .formatted(String.join("\n", spared)));
    }
  }

  private static List<String> otherFigures(Path run) throws IOException {
    if (!Files.isDirectory(run.resolve("figures"))) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(run.resolve("figures"))) {
      return all.map(f -> f.getFileName().toString())
          .filter(name -> !name.matches(SHOWN))
          .sorted()
          .map(name -> "figures/" + name)
          .toList();
    }
  }

  /** True if a folder holds the run with all that is needed of it. */
  static boolean suffice(Path run, PlannedRun planned) throws IOException {
    return Files.isRegularFile(run.resolve("summary.json"))
        && (!planned.isIllustrated() || Files.isDirectory(run.resolve("figures")))
        && (!planned.keepsSnapshots() || hasAllSnapshots(run));
  }

  /** True if no snapshot was left out. */
  static boolean hasAllSnapshots(Path run) throws IOException {
    Path spared = run.resolve(SPARED);
    return !Files.exists(spared)
        || Files.readAllLines(spared).stream().noneMatch(l -> l.matches(SNAPSHOT));
  }

  /** Snapshots in the order of time. */
  static List<Path> snapshots(Path run) throws IOException {
    try (Stream<Path> all = Files.list(run)) {
      return all.filter(f -> f.getFileName().toString().matches(SNAPSHOT)).sorted().toList();
    }
  }

  /** Deletes a folder of ours and all that is in it, or a file, if it is there. */
  static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }
}
