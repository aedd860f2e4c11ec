package hopfilm.bench;

import hopfilm.accuracy.AccuracyStudy;
import hopfilm.run.Provenance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code hopfilm bench}: every figure beside its limit, in one table and in bench.json. */
@Command(
    name = "hopfilm bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures speed and memory; each figure beside its limit. Some ten minutes on an idle machine.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, whether or not the limits are met",
      "1:with --guard: a figure fell behind",
      "2:the input is wrong"
    })
public final class Bench implements Callable<Integer> {

  /** A figure may be so much worse than before. */
  private static final double SLACK = 1.15;

  /** The part that has no limits, only tables and a figure. */
  private static final String ACCURACY = "accuracy";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Option(names = "--quick", description = "Shorter runs and fewer rounds: about two minutes.")
  private boolean quick;

  @Option(
      names = "--guard",
      description =
          "Compares with docs/bench.json and fails when a figure is more than 15 %% worse. Leaves out what is"
              + " counted in seconds, which other machines need not reach.")
  private boolean guard;

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description =
          "kernels, films, coupling, scaling, demag, solid, relaxation, memory, run, sweep, check, web; and, only when"
              + " it is named, accuracy: error against time for all discretisations, some ten minutes")
  private List<String> only = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where to write (default: bench.json)")
  private Path out = Path.of("bench.json");

  @Spec private CommandSpec spec;

  private final List<BenchFigure> figures = new ArrayList<>();

  private Bench() {}

  /** Runs the benchmarks. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(new CommandLine(new Bench()).setExpandAtFiles(false).execute(args));
  }

  private interface Part {
    List<BenchFigure> measure() throws IOException, RunnerException;
  }

  @Override
  public Integer call() throws IOException, RunnerException {
    Path scratch = Files.createTempDirectory("hopfilm-bench");
    SmallTimes times = new SmallTimes(quick);
    EngineFigures engine = new EngineFigures(quick);
    RunMeasures runs = new RunMeasures(quick, scratch);
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("kernels", () -> KernelFigures.measure(times));
    parts.put("films", () -> new FilmFigures(quick).measure());
    parts.put("coupling", engine::coupling);
    parts.put("scaling", engine::scaling);
    parts.put("demag", () -> new DemagFigures(quick).measure());
    parts.put("solid", () -> SolidFigures.measure(quick));
    parts.put("relaxation", () -> List.of(engine.relaxation()));
    parts.put("memory", () -> List.of(runs.memory()));
    parts.put("run", runs::wholeRun);
    parts.put("sweep", () -> List.of(runs.sweep()));
    parts.put("check", () -> List.of(runs.check()));
    parts.put("web", () -> new WebFigures(quick, scratch).measure());
    parts.put(ACCURACY, this::accuracy);
    Optional<String> other = only.stream().filter(name -> !parts.containsKey(name)).findFirst();
    if (other.isPresent()) {
      String known = String.join(", ", parts.keySet());
      spec.commandLine()
          .getErr()
          .println("hopfilm: --only %s: there is %s".formatted(other.get(), known));
      return 2;
    }
    PrintWriter print = spec.commandLine().getOut();
    print.printf("%-76s %9s %9s%n", "figure", "is", "limit");
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      boolean isWanted =
          only.isEmpty() ? !part.getKey().equals(ACCURACY) : only.contains(part.getKey());
      if (isWanted) {
        for (BenchFigure f : part.getValue().measure()) {
          figures.add(f);
          print(f, print);
        }
      }
    }
    runs.delete();
    JSON.writeValue(out.toFile(), json(times));
    print.println("written to " + out);
    return guard ? guard(print) : 0;
  }

  private List<BenchFigure> accuracy() throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    Path folder = out.toAbsolutePath().getParent();
    AccuracyStudy.run(
        folder,
        line -> {
          print.println(line);
          print.flush();
        });
    print.println("accuracy.csv, accuracy.svg and accuracy.png are in " + folder);
    return List.of();
  }

  private static void print(BenchFigure f, PrintWriter print) {
    print.printf(
        Locale.ROOT,
        "%-76s %9.3g %s %-7.4g %s%n",
        f.what(),
        f.value(),
        f.atMost() ? "<=" : ">=",
        f.limit(),
        f.isMet() ? "met" : "MISSED");
    if (!f.detail().isEmpty()) {
      print.println("    " + f.detail());
    }
    print.flush();
  }

  private Map<String, Object> json(SmallTimes times) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", Provenance.version());
    all.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    all.put("cores", Runtime.getRuntime().availableProcessors());
    all.put("quick", quick);
    all.put("figures", figures);
    all.put("nanoseconds", times.all());
    return all;
  }

  private int guard(PrintWriter print) throws IOException {
    Path file = Path.of(System.getProperty("hopfilm.root", "."), "docs", "bench.json");
    if (!Files.exists(file)) {
      print.println("hopfilm: --guard: no " + file + " to compare with");
      return 2;
    }
    JsonNode before = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
    int behind = 0;
    for (JsonNode old : before.path("figures")) {
      String key = old.path("key").asString();
      for (BenchFigure f : figures) {
        boolean seconds = key.equals("check") || key.equals("speed");
        if (f.key().equals(key) && !seconds && f.worseThan(old.path("value").asDouble()) > SLACK) {
          behind++;
          print.printf(
              Locale.ROOT,
              "fell behind: %s: %.3g, was %.3g%n",
              f.what(),
              f.value(),
              old.path("value").asDouble());
        }
      }
    }
    print.println(behind == 0 ? "no figure fell behind" : behind + " fell behind");
    return behind == 0 ? 0 : 1;
  }
}
