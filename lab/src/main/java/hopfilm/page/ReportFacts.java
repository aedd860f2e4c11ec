package hopfilm.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts at the beginning and the end of every report.
 *
 * @param name name of the experiment, one line
 * @param warnings one line each
 * @param provenance what and value, in the order shown: version, seed, kernels, JVM, wall time
 * @param experimentFile the resolved experiment file
 */
public record ReportFacts(
    String name, List<String> warnings, Map<String, String> provenance, String experimentFile) {

  /**
   * Copies the list and the map.
   *
   * @throws IllegalArgumentException if the name has several lines, as a file has
   */
  public ReportFacts {
    if (name.contains("\n")) {
      throw new IllegalArgumentException("the name of an experiment is one line, not: " + name);
    }
    warnings = List.copyOf(warnings);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }
}
