package hopfilm.folder;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of a run, sweep, optimisation, fit or retention, by their names within its folder. The
 * role decides what happens to a damaged one; {@link FileList} lists data and made files. Other
 * files in a folder are the user's.
 */
public enum RunFile {
  /** The experiment, every value filled in. */
  EXPERIMENT("experiment.yaml", Role.MADE),

  /** The samples of a signal that the experiment names. */
  SIGNAL("signal-*.npy", "signal-[0-9a-f]{16}\\.npy", Role.MADE),

  /** The texture that a film began with, where it was read from a file. */
  START("start.ovf", Role.DATA),

  /** One row for each time. */
  TABLE("table.txt", Role.DATA),

  /** What was sampled, one row for each time. */
  SAMPLES("samples.csv", Role.DATA),

  /** What the film answered, from which the report can be made again. */
  JOURNAL("journal.bin", Role.DATA),

  /** The magnetisation at a time of its own. */
  SNAPSHOT("m*.ovf", "m\\d{6,9}\\.ovf", Role.DATA),

  /** The picture of a snapshot. */
  PICTURE("m*.png", "m\\d{6,9}\\.png", Role.MADE),

  /** The magnetisation at a measure. */
  MEASURE("measures/*.ovf", "measures/[\\w .-]+\\.ovf", Role.DATA),

  /** What came out, in numbers. */
  SUMMARY("summary.json", Role.MADE),

  /** The trained film in ohm and volt. */
  READOUT("readout.json", Role.MADE),

  /** Where the result comes from. */
  PROVENANCE("provenance.json", Role.MADE),

  /** The papers whose methods a run used. */
  REFERENCES("references.bib", Role.MADE),

  /** What each pulse left; of a sweep, mean and deviation over its runs. */
  PULSES("pulses.csv", Role.MADE),

  /** The report. */
  PAGE("index.html", Role.MADE),

  /** A figure of the report. */
  FIGURE("figures/*", "figures/[\\w .-]+\\.(svg|png)", Role.MADE),

  /** The snapshots as a moving picture. */
  MOVIE("film.gif", Role.MADE),

  /** The snapshots side by side. */
  STRIP("film-strip.*", "film-strip\\.(svg|png)", Role.MADE),

  /** Of a sweep: a row for each run. */
  RUNS("runs.csv", Role.MADE),

  /** Of a sweep: conductances and weights of all runs at the measure that decides. */
  WEIGHTS("weights.csv", Role.MADE),

  /** Of a sweep: a map or curves over the swept values. */
  DRAWING("map-*, curve-*", "(map|curve)-[\\w .-]+\\.(svg|png|csv)", Role.MADE),

  /** Of an optimisation: the values that it tried. */
  TRIALS("optimise.*", "optimise\\.(svg|png)", Role.MADE),

  /** The snapshots, the energies and the curves with a slider, a page. */
  SLIDER("film.html", Role.CONTROL),

  /** Whether it is running, done, stopped or failed. */
  STATUS("status.json", Role.CONTROL),

  /** The files of a run that is done, with their lengths and checksums. */
  FILES("files.json", Role.CONTROL),

  /** Keeps a second process out. */
  LOCK("lock", Role.CONTROL),

  /** What a reproduction removed after the run, a line for each file. */
  SPARED("spared.txt", Role.CONTROL),

  /** Of an optimisation: a row for each evaluation. */
  OPTIMISED("optimise.csv", Role.MADE),

  /** Of a fit: a row for each unknown number. */
  FITTED("fit.csv", Role.MADE),

  /** Of a retention: which films are baked, and how. */
  BAKES("retain.json", Role.DATA),

  /** Of a retention: a row for each reading of a bake. */
  RETAINED("retention.csv", Role.MADE),

  /** Of a fit: a row for each reading. */
  RESIDUALS("residuals.csv", Role.MADE),

  /** The experiment with the best values that an optimisation or a fit found. */
  BEST("best.yaml", Role.MADE);

  /** What a file is for. */
  private enum Role {
    /** Lost, the run has to be carried out again. */
    DATA,

    /** Made again from the data. */
    MADE,

    /** Not listed: it changes after the run, or belongs to the program. */
    CONTROL
  }

  /** What came out of a study. */
  public static final Set<RunFile> OUTCOMES =
      EnumSet.of(SUMMARY, OPTIMISED, FITTED, RESIDUALS, BEST, BAKES, RETAINED);

  /** What every reader of a run uses: the experiment, the files that it names, numbers. */
  public static final Set<RunFile> NUMBERS = EnumSet.of(EXPERIMENT, SIGNAL, START, SUMMARY, TABLE);

  private final String text;
  private final Pattern names;
  private final Role role;

  RunFile(String text, Role role) {
    this(text, Pattern.quote(text), role);
  }

  RunFile(String text, String names, Role role) {
    this.text = text;
    this.names = Pattern.compile(names);
    this.role = role;
  }

  /** What every reader of a run uses, and more. */
  public static Set<RunFile> numbersAnd(RunFile... more) {
    Set<RunFile> all = EnumSet.copyOf(NUMBERS);
    all.addAll(List.of(more));
    return all;
  }

  /** Its name, in which a star stands for the part that differs. */
  public String text() {
    return text;
  }

  /** The file of a name, with {@code /} for a folder within; empty for one of the user's. */
  public static Optional<RunFile> of(String name) {
    return Arrays.stream(values()).filter(f -> f.names.matcher(name).matches()).findFirst();
  }

  /** Whether a name is that of a file whose sum is kept. */
  static boolean isListed(String name) {
    return of(name).filter(f -> f.role != Role.CONTROL).isPresent();
  }

  /** Whether a name is that of a file without which the run has to be carried out again. */
  public static boolean isData(String name) {
    return of(name).filter(f -> f.role == Role.DATA).isPresent();
  }
}
