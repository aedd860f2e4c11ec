package hopfilm.reproduce;

import com.fasterxml.jackson.annotation.JsonInclude;
import hopfilm.folder.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code reproduction.json}: whether a folder is a quick reproduction, or one of tiny films, and
 * what each call of the command did in it, so that the report can say how long all of it took.
 *
 * @param quick null where nothing was run yet
 * @param calls before this one, the first one first
 */
record CallRecord(
    Boolean quick,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean tiny,
    List<CallRecord.Call> calls) {

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

  static final String FILE = "reproduction.json";

  CallRecord {
    calls = calls == null ? List.of() : List.copyOf(calls);
  }

  /** Reads the record of a folder; an empty one where there is none, or none that can be read. */
  static CallRecord of(Path folder) throws IOException {
    // one that a stop cut off is of no weight for the results
    return JsonFile.read(folder.resolve(FILE), CallRecord.class)
        .orElse(new CallRecord(null, false, List.of()));
  }

  /** True if the folder is of this effort, or does not say. */
  boolean takes(Effort effort) {
    return quick == null || (quick == effort.isQuick() && tiny == effort.isTiny());
  }

  /** Begins a call in a folder. */
  Started start(Path folder, Effort effort, List<Claim> claims, int workers) {
    return new Started(folder, effort, claims.stream().map(Claim::id).toList(), workers);
  }

  /** A call that goes on. */
  final class Started {
    private final Path folder;
    private final Effort effort;
    private final List<String> claims;
    private final int workers;
    private final Instant moment = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final long nanos = System.nanoTime();

    private Started(Path folder, Effort effort, List<String> claims, int workers) {
      this.folder = folder;
      this.effort = effort;
      this.claims = claims;
      this.workers = workers;
    }

    /** Writes how far it is; returns all calls with this one as the last. */
    List<Call> write(int runs) throws IOException {
      double seconds = (System.nanoTime() - nanos) * 1e-9;
      List<Call> all = new ArrayList<>(calls);
      all.add(new Call(moment.toString(), claims, runs, workers, seconds));
      Files.createDirectories(folder);
      JsonFile.write(folder.resolve(FILE), new CallRecord(effort.isQuick(), effort.isTiny(), all));
      return all;
    }
  }
}
