package hopfilm.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a folder of results holds, by the command that goes on with it. */
public enum FolderKind {
  /** A run or a sweep. */
  RUN("run"),
  OPTIMISATION("optimise", RunFolder.EVALUATIONS),
  PLAN("fit --plan", RunFolder.FILMS),
  FIT("fit", RunFolder.CANDIDATES),
  RETENTION("retain", RunFile.BAKES.text(), RunFolder.BAKED);

  private final String command;
  private final List<String> marks;

  FolderKind(String command, String... marks) {
    this.command = command;
    this.marks = List.of(marks);
  }

  /** The kind of a folder; {@link #RUN} where nothing marks another. */
  public static FolderKind of(Path folder) {
    for (FolderKind kind : values()) {
      if (kind.marks.stream().anyMatch(m -> Files.exists(folder.resolve(m)))) {
        return kind;
      }
    }
    return RUN;
  }

  /** What follows {@code hopfilm} on the command line. */
  public String command() {
    return command;
  }
}
