package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.protocol.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Where a result comes from: program, Java, machine, seeds, time. */
public final class Provenance {

  private static final Properties BUILD = load();

  private Provenance() {}

  /** Version of Hopfilm. */
  public static String version() {
    return BUILD.getProperty("version");
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

  static Map<String, Object> of(RunResult r) {
    Map<String, Object> p = new LinkedHashMap<>();
    p.put("program", "Hopfilm");
    p.put("version", version());
    p.put("java", System.getProperty("java.runtime.version"));
    p.put("jvm", System.getProperty("java.vm.name"));
    p.put(
        "system",
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    p.put("processors", Runtime.getRuntime().availableProcessors());
    p.put("kernels", r.kernels());
    p.put("seeds", seeds(r.experiment()));
    p.put("temperature", r.experiment().temperature());
    p.put("sessions", r.sessions());
    p.put("steps", r.steps());
    p.put("potentials", r.solves());
    p.put("finished", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    p.put("seconds", r.seconds());
    return p;
  }

  /** All seeds of an experiment by their key. */
  public static Map<String, Object> seeds(Experiment e) {
    Map<String, Object> seeds = new LinkedHashMap<>();
    seeds.put("seed", e.seed());
    seeds.put("initial.seed", e.initial().seed());
    e.disorder().pinning().ifPresent(p -> seeds.put("pinning.seed", p.seed()));
    e.disorder().grains().ifPresent(g -> seeds.put("grains.seed", g.seed()));
    return seeds;
  }

  /** What {@code provenance.json} holds, as text, for the report. */
  static Map<String, String> facts(RunResult r) {
    Map<String, String> facts = new LinkedHashMap<>();
    of(r)
        .forEach(
            (key, value) ->
                facts.put(
                    key,
                    value instanceof Double d
                        ? String.format(Locale.ROOT, "%.1f", d)
                        : value.toString()));
    return facts;
  }
}
