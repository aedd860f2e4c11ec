package hopfilm.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import hopfilm.io.FileSum;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code files.json} of a run or sweep that is done: what was in its folder then.
 *
 * @param version of the program
 * @param sessions how often the run was started
 * @param seconds wall time of all sessions [s]
 * @param finished date and time at which the run ended; null where that is not told
 * @param files by their names in the folder, with slashes
 */
public record FilesRecord(
    String version,
    int sessions,
    double seconds,
    @JsonInclude(Include.NON_NULL) String finished,
    Map<String, FileSum> files) {

  /** Sorts by name. */
  public FilesRecord {
    files = files == null ? Map.of() : new TreeMap<>(files);
  }

  /** Says whether it names files, each with its sum. */
  boolean isSound() {
    return !files.isEmpty()
        && files.values().stream().allMatch(f -> f != null && f.crc32c() != null);
  }
}
