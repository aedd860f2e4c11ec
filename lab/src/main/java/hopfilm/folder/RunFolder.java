package hopfilm.folder;

import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.result.Summary;
import hopfilm.result.SweepSummaryRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder of a run, a sweep or an optimisation: what the files in it are called, and how they
 * are read back. {@code docs/reference/run-folder.md} says what each of them holds.
 *
 * @param path where it is; need not be there
 */
public record RunFolder(Path path) {

  /** Folder of the figures in the report, as SVG and PNG. */
  public static final String FIGURES = "figures";

  /** The figure of the film in little, without the ending. */
  public static final String THUMBNAIL = "thumbnail";

  /** The snapshots side by side, without the ending: there is an SVG and a PNG. */
  public static final String STRIP = "film-strip";

  /** Folder of the magnetisation at each measure. */
  public static final String MEASURES = "measures";

  /** Folder of the evaluations of an optimisation, which makes it first of all. */
  public static final String EVALUATIONS = "evaluations";

  /** Folder of the runs of a plan of a fit, which makes it first of all. */
  public static final String FILMS = "films";

  /** Folder of the bakes of a retention. */
  public static final String BAKED = "bakes";

  /** Folder of the runs of a fit, which makes it first of all. */
  public static final String CANDIDATES = "candidates";

  private static final String STARTS = ".starts";

  /** Bytes; it has some hundred. */
  private static final long LONGEST_STATUS = 100_000;

  /** A file of the folder whose name is always the same. */
  public Path file(RunFile file) {
    return path.resolve(file.text());
  }

  /** The experiment that was begun. */
  public Path experiment() {
    return file(RunFile.EXPERIMENT);
  }

  public Path table() {
    return file(RunFile.TABLE);
  }

  /** The samples of a run, where it took any. */
  public Path samples() {
    return file(RunFile.SAMPLES);
  }

  /** What came out, in numbers. */
  public Path summary() {
    return file(RunFile.SUMMARY);
  }

  /** The trained film in ohm and volt. */
  public Path readout() {
    return file(RunFile.READOUT);
  }

  /** Whether it is running, done, stopped or failed. */
  public Path status() {
    return file(RunFile.STATUS);
  }

  /** Where the result of a run comes from. */
  public Path provenance() {
    return file(RunFile.PROVENANCE);
  }

  /** The papers whose methods a run used. */
  public Path references() {
    return file(RunFile.REFERENCES);
  }

  /** The conductances and weights of all runs of a sweep. */
  public Path weights() {
    return file(RunFile.WEIGHTS);
  }

  /** What each pulse of a training left, of a run; mean and deviation over the runs of a sweep. */
  public Path pulses() {
    return file(RunFile.PULSES);
  }

  /** The report. */
  public Path page() {
    return file(RunFile.PAGE);
  }

  /** Folder of the figures in the report. */
  public Path figures() {
    return path.resolve(FIGURES);
  }

  /** A figure of the report, SVG; the PNG lies beside it. */
  public Path figure(String name) {
    return figures().resolve(name + ".svg");
  }

  /** The film of a run in little, for the page of its sweep; SVG. */
  public Path thumbnail() {
    return figure(THUMBNAIL);
  }

  /** The snapshots side by side, SVG and PNG. */
  public List<Path> strips() {
    return List.of(path.resolve(STRIP + ".svg"), path.resolve(STRIP + ".png"));
  }

  /** The snapshots as a moving picture. */
  public Path movie() {
    return file(RunFile.MOVIE);
  }

  /** The snapshots, the energies and the curves with a slider, a page. */
  public Path slider() {
    return file(RunFile.SLIDER);
  }

  /** Folder of the magnetisation at each measure. */
  public Path measures() {
    return path.resolve(MEASURES);
  }

  /** Where the magnetisation at a measure is written. */
  public Path measure(String label) {
    return measures().resolve(label + Snapshot.ENDING);
  }

  /** The files of a run or sweep that is done, with their lengths and checksums. */
  public Path files() {
    return file(RunFile.FILES);
  }

  /** What the film answered, from which the report can be made again. */
  public Path journal() {
    return file(RunFile.JOURNAL);
  }

  /** The texture that a film began with, where it was read from a file. */
  public Path start() {
    return file(RunFile.START);
  }

  /** The file that keeps a second process out. */
  public Path lock() {
    return file(RunFile.LOCK);
  }

  /** The table of a sweep, one row for each run. */
  public Path runs() {
    return file(RunFile.RUNS);
  }

  /** The table of an optimisation, one row for each evaluation. */
  public Path evaluations() {
    return file(RunFile.OPTIMISED);
  }

  /** The table of a fit, one row for each unknown number. */
  public Path fit() {
    return file(RunFile.FITTED);
  }

  /** Which films a retention bakes, and how. */
  public Path bakes() {
    return file(RunFile.BAKES);
  }

  /** The table of a retention, one row for each reading of a bake. */
  public Path retained() {
    return file(RunFile.RETAINED);
  }

  /** The readings of a fit, measured and fitted. */
  public Path residuals() {
    return file(RunFile.RESIDUALS);
  }

  /** The experiment with the best values that an optimisation found. */
  public Path best() {
    return file(RunFile.BEST);
  }

  /** Where a sweep keeps the relaxed films that several of its runs begin with, until it ends. */
  public Path starts() {
    return path.resolve(STARTS);
  }

  /** The folder of a run of this sweep. */
  public RunFolder run(String name) {
    return new RunFolder(path.resolve(name));
  }

  /** Says whether the folder holds a run: its experiment and its table are there. */
  public boolean isRun(LinkOption... links) {
    return Files.isRegularFile(experiment(), links) && Files.isRegularFile(table(), links);
  }

  /** The folders of the runs of a sweep, in their order. */
  public List<Path> runsWithin() throws IOException {
    return within(RunFolder::isRun);
  }

  private List<Path> within(Predicate<RunFolder> isOne) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(f -> f.getFileName().toString().matches("\\d{3,}(_.*)?"))
          .filter(f -> isOne.test(new RunFolder(f)))
          .sorted()
          .toList();
    }
  }

  /**
   * What {@code hopfilm.Bank} of Python writes beside its films.
   *
   * @param films in the folder
   */
  record BankFile(int films) {}

  /**
   * How many films a bank of Python has in this folder; empty for another folder.
   *
   * @throws hopfilm.io.FieldException if the file is damaged
   */
  public Optional<Integer> filmsOfBank() throws IOException {
    return JsonFile.whole(path.resolve("bank.json"), BankFile.class).map(BankFile::films);
  }

  /** The folders of its films that have results, whatever else is lost, in their order. */
  public List<Path> filmsWithin() throws IOException {
    return within(film -> Files.isRegularFile(film.summary()));
  }

  /** Says whether the folder holds a sweep. */
  public boolean isSweep() {
    return Files.exists(runs());
  }

  /**
   * The table of a run.
   *
   * @throws hopfilm.io.FieldException if it is damaged
   */
  public Table readTable() throws IOException {
    return TableReader.read(table());
  }

  /** What the folder says of itself; empty where it says nothing, or nothing that can be read. */
  public Optional<StatusRecord> readStatus() throws IOException {
    Path file = status();
    return Files.isRegularFile(file) && Files.size(file) <= LONGEST_STATUS
        ? JsonFile.read(file, StatusRecord.class).filter(StatusRecord::isSound)
        : Optional.empty();
  }

  /** Says whether the run or sweep in the folder came to its end. */
  public boolean isDone() throws IOException {
    return readStatus().filter(StatusRecord::isDone).isPresent();
  }

  /**
   * Says whether the run of some inputs came to its end.
   *
   * @param inputs hash of all that decides what it computes
   */
  public boolean isDone(String inputs) throws IOException {
    return readStatus().filter(s -> s.isDone() && s.isOf(inputs)).isPresent();
  }

  /** The share of a sweep that was begun in the folder, such as 2/4; empty if that is all of it. */
  public Optional<String> only() throws IOException {
    return readStatus().map(s -> s.start().only());
  }

  /** What came out of a run; empty where it is not there or cannot be read. */
  public Optional<Summary> readSummary() throws IOException {
    return JsonFile.read(summary(), Summary.class);
  }

  /**
   * What came out of a run; empty where that is not there.
   *
   * @throws hopfilm.io.FieldException if it is damaged
   */
  public Optional<Summary> readWholeSummary() throws IOException {
    return JsonFile.whole(summary(), Summary.class);
  }

  /** What came out of a sweep; empty where it is not there or cannot be read. */
  public Optional<SweepSummaryRecord> readSweepSummary() throws IOException {
    return JsonFile.read(summary(), SweepSummaryRecord.class);
  }

  /** The files that were there at the end; empty where that is not told. */
  public Optional<FilesRecord> readFiles() throws IOException {
    return JsonFile.read(files(), FilesRecord.class).filter(FilesRecord::isSound);
  }

  /** Where the result of a run comes from; empty where that is not there or cannot be read. */
  public Optional<ProvenanceRecord> readProvenance() throws IOException {
    return JsonFile.read(provenance(), ProvenanceRecord.class);
  }

  /** Where the magnetisation of a snapshot is written, m000000.ovf ... */
  public Path snapshot(int number) {
    return path.resolve(stem(number) + Snapshot.ENDING);
  }

  /** Where the picture of a snapshot is written, m000000.png ... */
  public Path picture(int number) {
    return path.resolve(stem(number) + ".png");
  }

  private static String stem(int number) {
    return String.format(Locale.ROOT, "m%06d", number);
  }

  /** The snapshots that are there, in the order of time. */
  public List<Snapshot> snapshots() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(Snapshot::of)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparingInt(Snapshot::number))
          .toList();
    }
  }

  /** The pictures of snapshots that are there, in the order of time. */
  public List<Path> pictures() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(f -> f.getFileName().toString().matches("m\\d{6,9}\\.png"))
          .sorted()
          .toList();
    }
  }

  /** Removes the snapshots from a number on, and their pictures. */
  public void removeSnapshots(int from) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.list(path)) {
      all = files.filter(f -> Snapshot.number(f) >= from).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }

  /** The files of {@link #snapshots()}. */
  public List<Path> snapshotFiles() throws IOException {
    return snapshots().stream().map(Snapshot::file).toList();
  }

  /** Says whether no snapshot was removed after the run. */
  public boolean hasAllSnapshots() throws IOException {
    Path spared = file(RunFile.SPARED);
    return !Files.exists(spared)
        || Files.readAllLines(spared).stream().noneMatch(l -> Snapshot.of(Path.of(l)).isPresent());
  }
}
