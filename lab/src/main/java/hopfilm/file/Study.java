package hopfilm.file;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FitSpec;
import hopfilm.experiment.OptimiseSpec;
import hopfilm.experiment.SweepAxis;
import hopfilm.experiment.SweepRun;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.NamedFiles;
import hopfilm.input.Origin;
import hopfilm.key.Section;
import hopfilm.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an experiment file stands for, read once: one run, or one for each combination of the values
 * of its sweep. In each run defaults follow from the values of that run. Studies are equal when
 * they stand for equal runs and look for the same.
 */
public final class Study {

  private static final String OPTIMISE = "optimise";
  private static final String FIT = "fit";

  private final Document document;
  private final ExperimentReader reader;
  private final List<SweepRun> runs;
  private final SweptFiles files;
  private final OptimiseSpec optimise;
  private final FitSpec fit;

  /** Failing runs that are read on for more errors. */
  private static final int MAX_WRONG = 100;

  /**
   * @param named hears of the files that runs name
   */
  private Study(Document document, ExperimentReader reader, Set<Path> named, Faults faults) {
    this.document = document;
    this.reader = reader;
    this.optimise = faults.read(OPTIMISE, this::optimiseSpec);
    List<Experiment> all = new ArrayList<>();
    int count = document.runs();
    for (int n = 0; n < count && faults.isEmpty(); n++) {
      all.add(run(n, faults));
      if (n == 0 && faults.isEmpty()) {
        int steps = all.get(0).steps().size();
        faults.vet(() -> document.requireFewValues(steps));
      }
    }
    if (!faults.isEmpty()) {
      document.singles().stream().limit(MAX_WRONG).forEach(n -> run(n, faults));
    } else if (optimise != null) {
      Experiment first = all.get(0);
      faults.vet(() -> OptimiseSection.requireValue(optimise, first, section(OPTIMISE)));
      readEndsOfRanges(faults);
    }
    this.fit = faults.isEmpty() ? faults.read(FIT, () -> fitSpec(all.get(0))) : null;
    faults.end();
    this.files = new SweptFiles(document, reader.files().folder(), named);
    this.runs =
        IntStream.range(0, count)
            .mapToObj(n -> new SweepRun(n + 1, files.labels(n), all.get(n)))
            .toList();
  }

  /**
   * Reads every run of a document.
   *
   * @param name of the experiment if the document gives none
   * @param files that it names
   * @param faults found so far
   * @throws ExperimentException if there are any, or anything is wrong with one of the runs
   */
  static Study of(Document document, String name, NamedFiles files, Faults faults) {
    Set<Path> named = new HashSet<>();
    NamedFiles heard =
        files.equals(NamedFiles.NONE)
            ? files
            : new NamedFiles(
                files.folder(),
                path -> {
                  files.gate().accept(path);
                  named.add(path);
                });
    return new Study(document, new ExperimentReader(name, heard), named, faults);
  }

  /** The same for a film that nobody runs yet: neither its memory nor its electrodes are vetted. */
  static Study unvetted(Document document, String name, Faults faults) {
    return new Study(document, ExperimentReader.unvetted(name), Set.of(), faults);
  }

  private Experiment run(int n, Faults faults) {
    return reader.read(document.run(n, faults), faults);
  }

  private OptimiseSpec optimiseSpec() {
    return document.root().get(OPTIMISE) == null
        ? null
        : OptimiseSection.read(section(OPTIMISE), document.sweep());
  }

  private FitSpec fitSpec(Experiment film) {
    return document.root().get(FIT) == null
        ? null
        : FitSection.read(section(FIT), film, document.sweep());
  }

  private Section section(String key) {
    YamlNode.Mapping root = document.root();
    return new Section("", "", root, root.origin(), reader.files()).section(key);
  }

  /** What is wrong at an end of a range is said of its line. */
  private void readEndsOfRanges(Faults faults) {
    YamlNode.Mapping section = (YamlNode.Mapping) document.root().get(OPTIMISE);
    YamlNode.Mapping ranges = (YamlNode.Mapping) section.get("parameters");
    for (double[] shares : optimise.probes()) {
      Document probe = document;
      for (Map.Entry<String, String> e :
          VariedKeys.texts(optimise.parameters(), optimise.values(shares)).entrySet()) {
        probe = probe.with(e.getKey(), e.getValue(), ranges.originOf(e.getKey()));
      }
      reader.read(probe.run(0, faults), faults);
      if (!faults.isEmpty()) {
        return;
      }
    }
  }

  /** The experiment; of a sweep its first run. */
  public Experiment experiment() {
    return runs.get(0).experiment();
  }

  /** All runs in their order; a single one without swept values where there is no sweep. */
  public List<SweepRun> runs() {
    return runs;
  }

  /** Whether there is a sweep. */
  public boolean isSweep() {
    return !document.swept().isEmpty();
  }

  /** The swept keys, the slowest first; empty without a sweep. */
  public List<SweepAxis> sweep() {
    return files.sweep();
  }

  /** The swept keys that move together, of which the first is in {@link #sweep}; may be empty. */
  List<SweepAxis> together() {
    return files.together();
  }

  /** What {@code hopfilm optimise} is to find; null without such a section. */
  public OptimiseSpec optimise() {
    return optimise;
  }

  /** What {@code hopfilm fit} is to find; null without such a section. */
  public FitSpec fit() {
    return fit;
  }

  /**
   * The study with other values of some keys, without its sections {@code optimise} and {@code
   * fit}.
   *
   * @throws ExperimentException if it cannot be with these values
   */
  public Study with(Map<String, String> values) {
    Document changed = document.without(OPTIMISE).without(FIT);
    for (Map.Entry<String, String> e : values.entrySet()) {
      changed = changed.with(e.getKey(), e.getValue(), Origin.DEFAULT);
    }
    return new Study(changed, reader, files.named(), new Faults());
  }

  /** The file with the values of its first run, as it was written. */
  YamlNode.Mapping given() {
    return document.run(0, new Faults());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Study s
        && runs.equals(s.runs)
        && sweep().equals(s.sweep())
        && Objects.equals(optimise, s.optimise)
        && Objects.equals(fit, s.fit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(runs, sweep(), optimise, fit);
  }
}
