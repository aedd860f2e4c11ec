package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.input.ExperimentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The run folders below one folder; nothing outside of it is opened, whatever links lead there. */
final class Folders {

  private static final int MAX_FOLDERS = 500;
  private static final long LARGEST = 64L << 20;

  private final Path root;

  Folders(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** Run folders, the newest first; those of the runs of a sweep below it. */
  List<Map<String, Object>> list() throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Path folder : children(root)) {
      for (Path run : isOne(folder) ? List.of(folder) : children(folder)) {
        if (isOne(run) && all.size() < MAX_FOLDERS) {
          all.add(entry(run));
        }
      }
    }
    return all;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
          .sorted(Comparator.comparing(Folders::modified).reversed())
          .limit(MAX_FOLDERS)
          .toList();
    }
  }

  private static long modified(Path f) {
    try {
      return Files.getLastModifiedTime(f).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  /** A single run has snapshots or a table; a sweep has not. */
  private static boolean isRun(Path folder) {
    return new RunFolder(folder).isRun(LinkOption.NOFOLLOW_LINKS);
  }

  /** A film of which the end of a server left the experiment alone. */
  static boolean isKept(Path folder) {
    return folder.getFileName().toString().matches(".*" + AutoSave.KEPT + "-\\d+")
        && Files.isRegularFile(new RunFolder(folder).experiment(), LinkOption.NOFOLLOW_LINKS)
        && !isRun(folder);
  }

  /**
   * The experiment of a run folder. It may name files of its folder, such as long series of
   * samples; that of a finished run, which is only shown, also files of other runs here.
   *
   * @throws WebException if it names another file, before that is opened
   */
  Experiment experiment(Path run) throws IOException {
    Path within = isKept(run) ? run : root;
    requireWhole(run, RunFile.NUMBERS);
    return ExperimentFile.read(
        file(run, RunFile.EXPERIMENT.text()), named -> requireWithin(within, named));
  }

  /**
   * @param used files that will be read
   * @throws WebException if one is damaged
   */
  private static void requireWhole(Path run, Set<RunFile> used) throws IOException {
    try {
      FileList.requireWhole(new RunFolder(run), used);
    } catch (ExperimentException e) {
      throw damaged(run, e);
    }
  }

  /**
   * The same for one file.
   *
   * @throws WebException if it is damaged
   */
  static void requireWhole(Path run, String name) throws IOException {
    try {
      FileList.requireWhole(new RunFolder(run), name);
    } catch (ExperimentException e) {
      throw damaged(run, e);
    }
  }

  private static WebException damaged(Path run, ExperimentException e) {
    String place = run.getFileName().toString();
    return WebException.of(422, "%s", e.getMessage().replace(run.toString(), place));
  }

  private static void requireWithin(Path folder, Path named) {
    boolean isWithin;
    try {
      isWithin =
          Files.exists(named)
              ? named.toRealPath().startsWith(folder.toRealPath())
              : named.startsWith(folder);
    } catch (IOException e) {
      isWithin = false;
    }
    if (!isWithin) {
      throw WebException.of(
          422,
          "%s names %s, a file outside of %s, and none is read there; put it beside, or use hopfilm"
              + " run",
          RunFile.EXPERIMENT.text(),
          Json.shown(named.toString()),
          folder.getFileName());
    }
  }

  private Map<String, Object> entry(Path run) throws IOException {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("folder", root.relativize(run).toString().replace('\\', '/'));
    entry.put("name", name(run));
    entry.put("status", status(run));
    entry.put("snapshots", new RunFolder(run).snapshots().size());
    return entry;
  }

  private static String name(Path run) throws IOException {
    try (Stream<String> lines = Files.lines(new RunFolder(run).experiment())) {
      return lines
          .limit(50)
          .filter(l -> l.startsWith("name:"))
          .map(l -> l.substring(5).strip().replaceAll("^\"|\"$", ""))
          .findFirst()
          .orElse(run.getFileName().toString());
    } catch (java.io.UncheckedIOException e) {
      return run.getFileName().toString();
    }
  }

  static String status(Path run) throws IOException {
    RunFolder folder = new RunFolder(run);
    if (!Files.isRegularFile(folder.status(), LinkOption.NOFOLLOW_LINKS)) {
      return "stopped";
    }
    return folder.readStatus().map(StatusRecord::status).orElse("stopped");
  }

  /**
   * A run folder by its name.
   *
   * @throws WebException if there is none of that name below the root
   */
  Path find(String name) throws IOException {
    try {
      Path folder = root.resolve(name).normalize();
      if (!name.isEmpty() && folder.startsWith(root) && isInside(folder) && isOne(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      // said below
    }
    throw WebException.of(
        404, "there is no run folder '%s' below %s", Json.shown(name), root.getFileName());
  }

  /**
   * A file of a run, to be read.
   *
   * @throws WebException if it is missing, too large, or a link out of the root
   */
  Path file(Path run, String name) throws IOException {
    Path file = run.resolve(name);
    if (!Files.isRegularFile(file) || !isInside(file)) {
      throw WebException.of(404, "the run has no %s", name);
    }
    if (Files.size(file) > LARGEST) {
      throw WebException.of(413, "%s is larger than %d MB", name, LARGEST >> 20);
    }
    return file;
  }

  private static boolean isOne(Path folder) {
    return isRun(folder) || isKept(folder);
  }

  private boolean isInside(Path path) throws IOException {
    return Files.exists(path) && path.toRealPath().startsWith(root.toRealPath());
  }
}
