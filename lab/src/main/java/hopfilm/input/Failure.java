package hopfilm.input;

import java.nio.file.FileSystemException;

/** Says why something ended by an error, in words for the user. */
public final class Failure {

  private Failure() {}

  /** The reason of an error: what is wrong, and what helps where that is known. */
  public static String reason(Throwable e) {
    if (e instanceof FileSystemException f) {
      return "cannot read or write %s: %s".formatted(f.getFile(), InputFiles.reason(f));
    }
    if (e instanceof OutOfMemoryError) {
      return "out of memory; use larger cells, a smaller film, fewer --workers, or more memory"
          + " (HOPFILM_JAVA_OPTS=-Xmx...)";
    }
    if (e instanceof Error) {
      StackTraceElement[] trace = e.getStackTrace();
      String place =
          trace.length == 0
              ? ""
              : " in %s.%s".formatted(trace[0].getClassName(), trace[0].getMethodName());
      return "an internal fault, please report it: %s%s"
          .formatted(e.getClass().getSimpleName(), place);
    }
    return e.getMessage() == null ? "ended by an error of the program" : e.getMessage();
  }
}
