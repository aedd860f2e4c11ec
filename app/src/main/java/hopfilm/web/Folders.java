package hopfilm.web;

import hopfilm.check.Vetting;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
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
   * Vets the experiment of a film that was kept, which may begin with a texture in its folder.
   *
   * @throws WebException if it would read another file
   */
  void vetKept(Path run, Experiment e) throws IOException {
    if (e.initial().texture() instanceof InitialSpec.Named f
        && !Path.of(f.path()).normalize().equals(new RunFolder(run).start())) {
      throw WebException.of(422, "the film begins with a file that is not in its folder");
    }
    if (e.initial().texture() instanceof InitialSpec.Named) {
      file(run, new RunFolder(run).start().getFileName().toString());
    }
    Vetting.vet(e);
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
