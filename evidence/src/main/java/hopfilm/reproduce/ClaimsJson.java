package hopfilm.reproduce;

import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code claims.json}: what came out, for programs. Claims without a verdict are not in. */
final class ClaimsJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static final String FILE = "claims.json";

  private ClaimsJson() {}

  static void write(Path folder, List<ClaimResult> results, Effort effort) throws IOException {
    Registration registration = Registration.of(folder);
    List<Map<String, Object>> claims =
        results.stream()
            .filter(ClaimResult::isJudged)
            .map(r -> claim(r, effort, registration))
            .toList();
    Files.createDirectories(folder);
    WholeFile.writeSafely(folder.resolve(FILE), JSON.writeValueAsString(claims) + "\n");
  }

  private static Map<String, Object> claim(
      ClaimResult r, Effort effort, Registration registration) {
    Map<String, Object> c = new LinkedHashMap<>();
    c.put("id", r.claim().id());
    c.put("claim", r.claim().title());
    c.put(
        "criterion",
        r.claim().criteria().stream().map(Criterion::text).collect(Collectors.joining("; ")));
    c.put("verdict", r.evidence().verdict().text());
    Map<String, Object> numbers = new LinkedHashMap<>();
    for (Evidence.Value v : r.evidence().values()) {
      Map<String, Object> n = new LinkedHashMap<>();
      n.put("value", finite(v.value()));
      n.put("low", finite(v.low()));
      n.put("high", finite(v.high()));
      n.put("n", v.n());
      n.put("unit", v.unit());
      n.put("quick", effort.isQuick());
      numbers.put(v.name(), n);
    }
    c.put("numbers", numbers);
    registration
        .find(r.claim())
        .ifPresent(
            page -> {
              c.put("page", page.file());
              c.put("hash", page.sha256());
              c.put("first_run", page.firstRun());
            });
    c.put("seeds", r.seeds());
    c.put("seconds", r.seconds());
    return c;
  }

  /** JSON has no NaN. */
  private static Double finite(double v) {
    return Double.isFinite(v) ? v : null;
  }
}
