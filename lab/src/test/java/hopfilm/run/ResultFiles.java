package hopfilm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The files of a run or a sweep, to compare with those of another. */
public final class ResultFiles {

  private ResultFiles() {}

  /** All files of a run but what tells of time and place. */
  public static Map<String, String> content(Path run) throws IOException {
    Map<String, String> content = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(run)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = run.relativize(file).toString();
      if (name.equals("summary.json")) {
        ObjectNode summary = (ObjectNode) SmallFilm.summary(run);
        summary.remove("seconds");
        content.put(name, summary.toPrettyString());
      } else if (!List.of("status.json", "provenance.json", "index.html", "files.json")
          .contains(name)) {
        content.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return content;
  }

  /** runs.csv without its column of seconds. */
  public static List<String> csv(Path sweep) throws IOException {
    List<String> lines = Files.readAllLines(sweep.resolve("runs.csv"));
    int seconds = List.of(lines.get(0).split(",")).indexOf("seconds");
    List<String> rest = new ArrayList<>();
    for (String line : lines) {
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      cells.remove(seconds);
      rest.add(String.join(",", cells));
    }
    return rest;
  }

  /** The summary of a sweep without its seconds. */
  public static ObjectNode summary(Path sweep) throws IOException {
    return ((ObjectNode) SmallFilm.summary(sweep)).without("seconds");
  }

  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
