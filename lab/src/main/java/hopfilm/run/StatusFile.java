package hopfilm.run;

import hopfilm.experiment.Share;
import hopfilm.folder.RunFolder;
import hopfilm.input.Failure;
import hopfilm.io.WholeFile;
import hopfilm.protocol.RunStatus;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code status.json} of a run or a sweep: whether it is running, done, stopped or failed, and why.
 * The file is always whole.
 */
public final class StatusFile {

  /** Bytes; it has some hundred. */
  private static final long LONGEST = 100_000;

  private final Path folder;
  private final String command;
  private final Map<String, Object> content = new LinkedHashMap<>();

  private StatusFile(Path folder, String command) {
    this.folder = folder;
    this.command = command;
  }

  /**
   * A run begins, or goes on.
   *
   * @param inputs hash of all that decides what it computes
   */
  public static StatusFile start(Path folder, String inputs) throws IOException {
    return start(folder, inputs, Share.WHOLE, "run");
  }

  /**
   * The same of a sweep.
   *
   * @param share of its runs that belongs into this folder
   */
  public static StatusFile start(Path folder, String inputs, Share share) throws IOException {
    return start(folder, inputs, share, "run");
  }

  /**
   * The same.
   *
   * @param command that goes on with it
   */
  public static StatusFile start(Path folder, String inputs, String command) throws IOException {
    return start(folder, inputs, Share.WHOLE, command);
  }

  private static StatusFile start(Path folder, String inputs, Share share, String command)
      throws IOException {
    StatusFile file = new StatusFile(folder, command);
    file.content.put("status", "running");
    file.content.put("since", now());
    file.content.put("process", ProcessHandle.current().pid());
    file.content.put("host", FolderLock.host());
    file.content.put("version", Provenance.version());
    file.content.put("inputs", inputs);
    if (share.n() > 1) {
      file.content.put("only", share.text());
    }
    file.write();
    return file;
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A checkpoint was written. */
  void checkpoint(double time) throws IOException {
    content.put("checkpoint", now());
    content.put("checkpoint_time", time);
    write();
  }

  /** The run has ended by itself, or was stopped. */
  public void ended(RunStatus status, String reason) throws IOException {
    content.put("status", status.text());
    if (reason != null) {
      content.put("reason", reason);
    }
    if (status == RunStatus.STOPPED) {
      content.put("resume", "hopfilm %s --resume %s".formatted(command, folder));
    }
    content.put("ended", now());
    write();
  }

  /** The run has ended by an error. */
  public void failed(Throwable e) {
    content.put("status", RunStatus.FAILED.text());
    content.put("reason", Failure.reason(e));
    content.put("ended", now());
    try {
      write();
    } catch (IOException second) {
      // the disk may be full or gone, which is what the first error says
      e.addSuppressed(second);
    }
  }

  private void write() throws IOException {
    WholeFile.writeSafely(new RunFolder(folder).status(), RunJson.text(content));
  }

  /** What a folder says of itself; null where there is no such file, or none that can be read. */
  public static JsonNode read(Path folder) throws IOException {
    Path file = new RunFolder(folder).status();
    return Files.isRegularFile(file) && Files.size(file) <= LONGEST ? json(file) : null;
  }

  /** What a file holds; null if that is no object of JSON. */
  public static JsonNode json(Path file) throws IOException {
    try {
      JsonNode node = JsonMapper.shared().readTree(Files.readString(file));
      return node.isObject() ? node : null;
    } catch (JacksonException | CharacterCodingException e) {
      return null;
    }
  }

  /** Whether the run of these inputs is done. */
  public static boolean isDone(Path folder, String inputs) throws IOException {
    JsonNode status = read(folder);
    return status != null
        && status.path("status").asString("").equals(RunStatus.DONE.text())
        && status.path("inputs").asString("").equals(inputs);
  }
}
