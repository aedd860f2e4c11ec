package hopfilm.sweep;

import hopfilm.check.RunDisk;
import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.folder.FileList;
import hopfilm.folder.ProvenanceRecord;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.input.ExperimentException;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.result.SweepSummaryRecord;
import hopfilm.run.FolderLock;
import hopfilm.run.InputHash;
import hopfilm.run.Provenance;
import hopfilm.run.RunMessage;
import hopfilm.run.StatusFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Folders of a sweep's shares ({@code run --only k/n}), put together into one folder as if the
 * sweep had been run at once: every run is there, once, and of the same experiment and seeds.
 */
public final class Gathering {

  private final Study study;
  private final Map<SweepRun, Path> folders = new LinkedHashMap<>();
  private final List<SweepRecord> records = new ArrayList<>();
  private final Set<String> programs = new TreeSet<>();
  private double seconds;

  private Gathering(Study study) {
    this.study = study;
  }

  /**
   * Vets folders; nothing is written.
   *
   * @param shares folders of shares, in any order
   * @throws ExperimentException if one is no share of the same sweep, or a run is missing
   * @throws IOException if a file of a run cannot be read
   */
  public static Gathering of(List<Path> shares) throws IOException {
    Map<Path, Study> studies = new LinkedHashMap<>();
    for (Path share : shares) {
      studies.put(share, study(share));
    }
    Path first = shares.get(0);
    for (Path share : shares) {
      requireSame(first, studies.get(first), share, studies.get(share));
    }
    Gathering gathering = new Gathering(studies.get(first));
    List<SweepRun> runs = Sweep.runs(gathering.study, Share.WHOLE);
    gathering.find(runs, shares);
    gathering.requireAll(runs, shares);
    for (SweepRun run : runs) {
      gathering.read(run);
    }
    for (Path share : shares) {
      double took =
          new RunFolder(share).readSweepSummary().map(SweepSummaryRecord::seconds).orElse(0.0);
      gathering.seconds = Math.max(gathering.seconds, took);
    }
    return gathering;
  }

  private static Study study(Path share) throws IOException {
    if (!Files.isDirectory(share)) {
      throw ExperimentException.of(share, SweepMessage.GATHER_NO_FOLDER);
    }
    Path file = new RunFolder(share).experiment();
    if (!Files.isRegularFile(file)) {
      throw ExperimentException.of(share, SweepMessage.GATHER_NO_SWEEP);
    }
    Study study = ExperimentFile.study(file, List.of());
    if (!study.isSweep()) {
      throw ExperimentException.of(share, SweepMessage.GATHER_NO_SWEEP);
    }
    return study;
  }

  private static void requireSame(Path first, Study one, Path share, Study other) {
    if (one.equals(other)) {
      return;
    }
    String[] wanted = ExperimentFile.write(one).split("\n");
    String[] found = ExperimentFile.write(other).split("\n");
    int line = Math.max(0, Arrays.mismatch(wanted, found));
    throw ExperimentException.of(
        share, SweepMessage.GATHER_OTHER_EXPERIMENT, first, line(found, line), line(wanted, line));
  }

  private static String line(String[] lines, int number) {
    return number < lines.length ? lines[number].strip() : "nothing";
  }

  /** Notes in which folder each run is. */
  private void find(List<SweepRun> runs, List<Path> shares) {
    for (Path share : shares) {
      for (SweepRun run : runs) {
        if (Files.isDirectory(share.resolve(run.folderName()))) {
          Path before = folders.put(run, share);
          if (before != null) {
            throw ExperimentException.of(share, SweepMessage.GATHER_TWICE, run.number(), before);
          }
        }
      }
    }
  }

  private void requireAll(List<SweepRun> runs, List<Path> shares) throws IOException {
    List<SweepRun> missing = runs.stream().filter(r -> !folders.containsKey(r)).toList();
    if (missing.isEmpty()) {
      return;
    }
    Map<Share, Path> told = new LinkedHashMap<>();
    for (Path share : shares) {
      String only = new RunFolder(share).only().orElse("");
      if (only.matches("[1-9][0-9]{0,5}/[1-9][0-9]{0,5}")) {
        String[] parts = only.split("/");
        int k = Integer.parseInt(parts[0]);
        int n = Integer.parseInt(parts[1]);
        told.put(new Share(Math.min(k, n), n), share);
      }
    }
    // a run of a share that is here has not begun
    for (Map.Entry<Share, Path> share : told.entrySet()) {
      for (SweepRun run : missing) {
        if (share.getKey().has(run)) {
          throw notEnded(run, share.getValue(), "not begun");
        }
      }
    }
    Set<Integer> sizes = told.keySet().stream().map(Share::n).collect(Collectors.toSet());
    if (sizes.size() == 1) {
      int n = sizes.iterator().next();
      String absent =
          IntStream.rangeClosed(1, n)
              .mapToObj(k -> new Share(k, n))
              .filter(s -> !told.containsKey(s) && missing.stream().anyMatch(s::has))
              .map(Share::text)
              .collect(Collectors.joining(", "));
      throw ExperimentException.of("gather", SweepMessage.GATHER_NO_SHARES, absent);
    }
    throw ExperimentException.of(
        "gather", SweepMessage.GATHER_NO_RUNS, missing.size(), missing.get(0).number());
  }

  private static ExperimentException notEnded(SweepRun run, Path share, String status) {
    return ExperimentException.of(
        share, SweepMessage.GATHER_NOT_ENDED, run.number(), status, share);
  }

  private void read(SweepRun run) throws IOException {
    Path share = folders.get(run);
    RunFolder own = new RunFolder(share).run(run.folderName());
    Optional<StatusRecord> status = own.readStatus();
    String inputs = InputHash.of(run.experiment());
    if (status.isPresent() && !status.get().isOf(inputs)) {
      throw ExperimentException.of(own.path(), RunMessage.RESUME_OTHER_EXPERIMENT);
    }
    SweepRecord record =
        FinishedRecord.ended(run, share)
            .orElseThrow(
                () ->
                    notEnded(
                        run,
                        share,
                        status.map(s -> s.isDone() ? "damaged" : s.status()).orElse("not done")));
    records.add(record);
    own.readProvenance()
        .map(ProvenanceRecord::program)
        .ifPresent(
            p ->
                programs.add(
                    "Hopfilm %s, kernels %s, Java %s"
                        .formatted(p.version(), p.kernels(), p.java())));
  }

  /** What the user should know of the runs: that their last digits may differ. */
  public List<String> notes() {
    return programs.size() < 2
        ? List.of()
        : List.of(
            "runs are of different programs, so that their last digits may differ: "
                + String.join("; ", programs));
  }

  /**
   * Copies all runs into a folder and writes runs.csv, summary.json and index.html.
   *
   * @param out an existing, empty folder
   */
  public SweepResult into(Path out) throws IOException {
    requireRoom(out);
    try (FolderLock lock = FolderLock.of(out)) {
      StatusFile status = StatusFile.start(out, InputHash.of(study));
      try {
        ExperimentFile.save(study, new RunFolder(out).experiment());
        for (Map.Entry<SweepRun, Path> e : folders.entrySet()) {
          String name = e.getKey().folderName();
          copy(e.getValue().resolve(name), out.resolve(name));
        }
        SweepResult result = new SweepResult(out, study, records, seconds);
        SweepOutput.write(result);
        FileList.write(new RunFolder(out), Provenance.version(), 1, seconds);
        int failed = result.failures().size();
        status.ended(
            failed > 0 ? RunStatus.FAILED : RunStatus.DONE,
            failed > 0 ? "%d of %d runs".formatted(failed, records.size()) : null);
        return result;
      } catch (IOException | RuntimeException e) {
        status.failed(e);
        throw e;
      }
    }
  }

  private void requireRoom(Path out) throws IOException {
    double needed = 0;
    for (Map.Entry<SweepRun, Path> e : folders.entrySet()) {
      for (Path file : files(e.getValue().resolve(e.getKey().folderName())).values()) {
        needed += Files.size(file);
      }
    }
    RunDisk.require(out, needed);
  }

  /** What is to be copied of a run, by name; status.json last, as it says that all is there. */
  private static Map<Path, Path> files(Path run) throws IOException {
    Map<Path, Path> files = new TreeMap<>();
    Path last = new RunFolder(run).status();
    try (Stream<Path> all = Files.walk(run)) {
      all.filter(f -> Files.isRegularFile(f) && !f.equals(last))
          .filter(f -> !f.getFileName().toString().equals(RunFile.LOCK.text()))
          .forEach(f -> files.put(run.relativize(f), f));
    }
    Map<Path, Path> ordered = new LinkedHashMap<>(files);
    ordered.put(run.relativize(last), last);
    return ordered;
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Map.Entry<Path, Path> e : files(from).entrySet()) {
      Path target = to.resolve(e.getKey());
      Files.createDirectories(target.getParent());
      Files.copy(e.getValue(), target);
    }
  }
}
