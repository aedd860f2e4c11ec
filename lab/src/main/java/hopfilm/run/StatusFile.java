package hopfilm.run;

import hopfilm.experiment.Share;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.input.Failure;
import hopfilm.input.ShellWord;
import hopfilm.result.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * {@code status.json} of a run or a sweep: whether it is running, done, stopped or failed, and why.
 * The file is always whole.
 */
public final class StatusFile {

  private final RunFolder folder;
  private final String command;
  private StatusRecord content;

  private StatusFile(RunFolder folder, String command, StatusRecord content) {
    this.folder = folder;
    this.command = command;
    this.content = content;
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
    StatusRecord begun =
        StatusRecord.begun(
            new StatusRecord.Start(
                now(),
                ProcessHandle.current().pid(),
                FolderLock.host(),
                Provenance.version(),
                inputs,
                share.n() > 1 ? share.text() : null));
    StatusFile file = new StatusFile(new RunFolder(folder), command, begun);
    file.write();
    return file;
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A checkpoint was written. */
  void checkpoint(double time) throws IOException {
    content = content.with(new StatusRecord.Checkpoint(now(), time));
    write();
  }

  /** What a shell is given to go on with a run, a sweep or an optimisation. */
  public static String resume(String command, Path folder) {
    return "hopfilm %s --resume %s".formatted(command, ShellWord.of(folder));
  }

  /** The run has ended by itself, or was stopped. */
  public void ended(RunStatus status, String reason) throws IOException {
    String resume = status == RunStatus.STOPPED ? resume(command, folder.path()) : null;
    content = content.ended(status.text(), new StatusRecord.End(reason, resume, now()));
    write();
  }

  /** The run has ended by an error. */
  public void failed(Throwable e) {
    content =
        content.ended(
            RunStatus.FAILED.text(), new StatusRecord.End(Failure.reason(e), null, now()));
    try {
      write();
    } catch (IOException second) {
      // the disk may be full or gone, which is what the first error says
      e.addSuppressed(second);
    }
  }

  private void write() throws IOException {
    JsonFile.write(folder.status(), content);
  }
}
