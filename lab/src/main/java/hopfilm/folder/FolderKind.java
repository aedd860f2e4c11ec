package hopfilm.folder;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a folder of results holds, by the command that goes on with it. */
public enum FolderKind {
  /** A run or a sweep. */
  RUN("run", ""),
  OPTIMISATION("optimise", RunFolder.EVALUATIONS),
  PLAN("fit --plan", RunFolder.FILMS),
  FIT("fit", RunFolder.CANDIDATES),
  RETENTION("retain", RunFile.BAKES.text());

  private final String command;
  private final String mark;

  FolderKind(String command, String mark) {
    this.command = command;
    this.mark = mark;
  }

  /** The kind of a folder; {@link #RUN} where nothing marks another. */
  public static FolderKind of(Path folder) {
    for (FolderKind kind : values()) {
      if (kind != RUN && kind.isIn(folder)) {
        return kind;
      }
    }
    return RUN;
  }

  private boolean isIn(Path folder) {
    return Files.exists(folder.resolve(mark));
  }

  /** What follows {@code hopfilm} on the command line. */
  public String command() {
    return command;
  }
}
