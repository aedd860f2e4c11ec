package hopfilm.web;

import hopfilm.input.ExperimentException;
import hopfilm.input.Failure;
import hopfilm.live.LiveCommandException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is not carried out: status, and what is wrong for a person to read. */
final class WebException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final Integer line;
  private final String key;

  private WebException(int status, Integer line, String key, String message) {
    super(message);
    this.status = status;
    this.line = line;
    this.key = key;
  }

  static WebException of(int status, String message, Object... values) {
    return new WebException(status, null, null, message.formatted(values));
  }

  static WebException wrong(String key, String message, Object... values) {
    return new WebException(400, null, key, key + ": " + message.formatted(values));
  }

  static WebException of(ExperimentException e) {
    return new WebException(
        422, e.line() > 0 ? e.line() : null, e.key().isEmpty() ? null : e.key(), e.withoutFile());
  }

  static WebException of(LiveCommandException e) {
    return of(e.isConflict() ? 409 : 400, "%s", e.getMessage());
  }

  /** What has to do with files could not be done: no room, or what is needed is gone. */
  static WebException of(IOException e) {
    return of(507, "%s", Failure.reason(e).lines().findFirst().orElse("no reason given"));
  }

  /** No memory is left, or the program is at fault. */
  static WebException of(Error e) {
    return e instanceof OutOfMemoryError
        ? of(
            503,
            "out of memory: close a film, or start the server with more"
                + " (HOPFILM_JAVA_OPTS=-Xmx...)")
        : of(500, "%s", Failure.reason(e));
  }

  int status() {
    return status;
  }

  /** {line, key, message}. */
  Map<String, Object> error() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("line", line);
    error.put("key", key);
    error.put("message", getMessage());
    return error;
  }
}
