package hopfilm.run;

import hopfilm.folder.JsonFile;
import hopfilm.folder.ProvenanceRecord;
import hopfilm.protocol.RunResult;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Where a result comes from: program, Java, machine, seeds, time. */
public final class Provenance {

  private static final Properties BUILD = load();

  private Provenance() {}

  /** Version of Hopfilm. */
  public static String version() {
    return BUILD.getProperty("version");
  }

  /**
   * The commit that was built, and whether its files had been changed; empty where the sources were
   * no clone.
   */
  public static Optional<String> commit() {
    String changes = Boolean.parseBoolean(BUILD.getProperty("changed")) ? ", changed" : "";
    // without a clone the build leaves the name of the property
    return Optional.of(BUILD.getProperty("commit", ""))
        .filter(c -> c.matches("[0-9a-f]+"))
        .map(c -> c + changes);
  }

  private static Properties load() {
    Properties p = new Properties();
    try (InputStream in = Provenance.class.getResourceAsStream("/hopfilm/build.properties")) {
      p.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return p;
  }

  /** Date and time of the call, in seconds. */
  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * Where the result of a run comes from.
   *
   * @param finished date and time at which it ended
   */
  static ProvenanceRecord of(RunResult r, String finished) {
    return new ProvenanceRecord(
        new ProvenanceRecord.Program(
            "Hopfilm",
            version(),
            commit().orElse(null),
            System.getProperty("java.runtime.version"),
            System.getProperty("java.vm.name"),
            "%s %s, %s"
                .formatted(
                    System.getProperty("os.name"),
                    System.getProperty("os.version"),
                    System.getProperty("os.arch")),
            Runtime.getRuntime().availableProcessors(),
            r.effort().kernels()),
        new ProvenanceRecord.Run(
            r.experiment().seeds(),
            r.experiment().temperature(),
            r.effort().sessions(),
            r.effort().steps(),
            r.effort().solves(),
            finished,
            r.effort().seconds()));
  }

  /** What {@code provenance.json} holds, as text, for the report. */
  static Map<String, String> facts(ProvenanceRecord provenance) {
    Map<String, String> facts = new LinkedHashMap<>();
    JsonFile.values(provenance)
        .forEach((key, value) -> facts.put(key.replace('_', ' '), text(key, value)));
    return facts;
  }

  private static String text(String key, Object value) {
    if (value instanceof Map<?, ?> named) {
      return named.entrySet().stream()
          .map(e -> e.getKey() + " " + e.getValue())
          .collect(Collectors.joining(", "));
    }
    if (value instanceof Double d) {
      return switch (key) {
        case "temperature" -> Quantity.format(d, Dimension.TEMPERATURE);
        case "seconds" -> String.format(Locale.ROOT, "%.1f s", d);
        default -> String.format(Locale.ROOT, "%.1f", d);
      };
    }
    return value.toString();
  }
}
