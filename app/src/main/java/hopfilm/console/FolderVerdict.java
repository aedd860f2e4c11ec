package hopfilm.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hopfilm.folder.FileList;
import hopfilm.folder.FolderKind;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.result.Outcome;
import hopfilm.sweep.SweepTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the training of a folder came to.
 *
 * @param outcome of its run; null of a sweep, and where nothing was trained and read
 * @param outcomes runs of a sweep by their outcome; empty likewise
 */
public record FolderVerdict(
    @JsonUnwrapped StatusRecord status,
    @JsonInclude(Include.NON_NULL) Outcome outcome,
    @JsonInclude(Include.NON_EMPTY) Map<String, Integer> outcomes) {

  /**
   * That of a folder; of a study such as a fit it is no verdict of a training.
   *
   * @param status that it tells of itself
   */
  public static FolderVerdict of(Path path, StatusRecord status) throws IOException {
    RunFolder folder = new RunFolder(path);
    boolean isStudy = FolderKind.of(path) != FolderKind.RUN;
    FileList.requireWhole(folder, isStudy ? RunFile.OUTCOMES : Set.of(RunFile.SUMMARY));
    if (isStudy) {
      return new FolderVerdict(status, null, Map.of());
    }
    return folder.isSweep()
        ? new FolderVerdict(status, null, SweepTable.read(path).outcomes())
        : new FolderVerdict(
            status,
            folder.readWholeSummary().map(s -> s.verdict().outcome()).orElse(null),
            Map.of());
  }

  /** In words; empty where nothing was trained and read. */
  public String words() {
    return outcome != null
        ? outcome.words()
        : outcomes.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
  }
}
