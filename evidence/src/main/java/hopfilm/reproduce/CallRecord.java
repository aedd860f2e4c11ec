package hopfilm.reproduce;

import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code reproduction.json}: whether a folder is a quick reproduction, or one of tiny films, and
 * what each call of the command did in it, so that the report can say how long all of it took.
 */
final class CallRecord {

  /**
   * A call of the command.
   *
   * @param started moment, ISO 8601
   * @param claims asked for
   * @param runs carried out
   * @param workers runs at a time
   * @param seconds wall time until the report, or until the last run that was complete [s]
   */
  record Call(String started, List<String> claims, int runs, int workers, double seconds) {}

  private static final String FILE = "reproduction.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;
  private final Boolean quick;
  private final boolean tiny;
  private final List<Call> earlier;

  private CallRecord(Path file, Boolean quick, boolean tiny, List<Call> earlier) {
    this.file = file;
    this.quick = quick;
    this.tiny = tiny;
    this.earlier = earlier;
  }

  /** Reads the record of a folder; an empty one where there is none, or none that can be read. */
  static CallRecord of(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    List<Call> calls = new ArrayList<>();
    Boolean quick = null;
    boolean tiny = false;
    if (Files.isRegularFile(file)) {
      try {
        JsonNode all = JSON.readTree(Files.readString(file));
        quick = all.has("quick") ? all.get("quick").asBoolean() : null;
        tiny = all.path("tiny").asBoolean(false);
        all.path("calls").forEach(c -> calls.add(JSON.treeToValue(c, Call.class)));
      } catch (JacksonException e) {
        // cut off by a stop: what it told is of no weight for the results
        calls.clear();
      }
    }
    return new CallRecord(file, quick, tiny, calls);
  }

  /** True if the folder is of this effort, or does not say. */
  boolean takes(Effort effort) {
    return quick == null || (quick == effort.isQuick() && tiny == effort.isTiny());
  }

  /** Calls before this one, the first one first. */
  List<Call> earlier() {
    return List.copyOf(earlier);
  }

  /** True for fewer films. */
  boolean isQuick() {
    return Boolean.TRUE.equals(quick);
  }

  /** True for films that were made tiny. */
  boolean isTiny() {
    return tiny;
  }

  /** Begins a call. */
  Started start(Effort effort, List<Claim> claims, int workers) {
    return new Started(effort, claims.stream().map(Claim::id).toList(), workers);
  }

  /** A call that goes on. */
  final class Started {
    private final Effort effort;
    private final List<String> claims;
    private final int workers;
    private final Instant moment = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final long nanos = System.nanoTime();

    private Started(Effort effort, List<String> claims, int workers) {
      this.effort = effort;
      this.claims = claims;
      this.workers = workers;
    }

    /** Writes how far it is; returns all calls with this one as the last. */
    List<Call> write(int runs) throws IOException {
      double seconds = (System.nanoTime() - nanos) * 1e-9;
      List<Call> all = new ArrayList<>(earlier);
      all.add(new Call(moment.toString(), claims, runs, workers, seconds));
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("quick", effort.isQuick());
      if (effort.isTiny()) {
        content.put("tiny", true);
      }
      content.put("calls", all);
      Files.createDirectories(file.getParent());
      WholeFile.writeSafely(file, JSON.writeValueAsString(content) + "\n");
      return all;
    }
  }
}
