package hopfilm.cli;

import hopfilm.console.ExitStatus;
import hopfilm.console.QuantityList;
import hopfilm.console.Terminal;
import hopfilm.drawing.DrawingException;
import hopfilm.drawing.SignPicture;
import hopfilm.folder.JsonFile;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReference;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.run.Probes;
import hopfilm.run.RecallRecord;
import hopfilm.run.RunBank;
import hopfilm.run.RunMessage;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recalls a picture from films with rows. */
@Command(
    name = "recall",
    mixinStandardHelpOptions = true,
    header = "Recall a picture from films with rows",
    description = "The row with the largest current, relative to its own maximum, answers.")
final class RecallCommand implements Callable<Integer> {

  private static final int COPIES = 100;
  private static final int ALL_COPIES = 10_000;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "Folders of runs with a row each, or of sweeps of them")
  private List<Path> runs;

  @Option(
      names = "--picture",
      paramLabel = "SIGNS|FILE",
      description =
          "Input: signs such as +--+, a file of such lines, or an image (dark: -) (default:"
              + " corrupted copies of all stored pictures)")
  private String picture;

  @Option(
      names = "--probes",
      paramLabel = "FILE",
      description =
          "Many inputs: a line of signs each, or a NumPy array (.npy) of -1 and 1 of shape"
              + " (probe, pixel)")
  private Path probes;

  @Option(
      names = "--tiles",
      paramLabel = "N",
      description =
          "Consecutive runs that store tiles of one picture; their currents add (default: 1)")
  private Integer tiles;

  @Option(
      names = "--reference",
      paramLabel = "X|fitted",
      description =
          "Weights count from X times the untrained film, or from multiples fitted to the written"
              + " picture (default: as each run does)")
  private String reference;

  @Option(
      names = "--flips",
      paramLabel = "SHARE",
      description = "Share of wrong pixels in a copy, at least one pixel (default: 0.1)")
  private String flips;

  @Option(
      names = "--copies",
      paramLabel = "N",
      description = "Copies of each picture (default: 100, but up to 10000 for all pictures)")
  private Integer copies;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the copies (default: 1)")
  private Long seed;

  @Option(
      names = "--gain",
      paramLabel = "X",
      description =
          "Gain of graded recall, such as 20: all rows compete (default: the strongest row alone"
              + " answers)")
  private String gain;

  @Option(
      names = "--basins",
      description =
          "Try all inputs of up to 16 pixels; print the share that ends at each picture or its"
              + " negative")
  private boolean areBasinsAsked;

  @Option(names = "--json", description = "Print JSON in SI units")
  private boolean isJson;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    double share = share();
    if (tiles != null && (tiles < 1 || tiles > 100_000)) {
      throw ExperimentException.of("--tiles", FileMessage.OUT_OF_RANGE, tiles, "1 to 100000");
    }
    if (probes != null && (picture != null || flips != null || copies != null || seed != null)) {
      throw ExperimentException.of(
          "--probes", RunMessage.RECALL_PROBES_ALONE, "--picture, --flips, --copies and --seed");
    }
    OptionalDouble graded = gain();
    Notes notes = new Notes(spec.commandLine().getErr());
    RunBank bank = RunBank.of(runs, tiles == null ? 1 : tiles, reference(), notes);
    Optional<Pattern> given =
        picture == null ? Optional.empty() : Optional.of(picture(bank.bank().pixels()));
    RecallRecord record =
        bank.recall(
            given,
            probes == null ? List.of() : Probes.read(probes, bank.bank().pixels()),
            copies(share, bank.pictures().size(), notes),
            new RunBank.How(graded, areBasinsAsked),
            notes);
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.print(JsonFile.text(record));
    } else {
      print(bank, record, out);
    }
    return ExitStatus.DONE;
  }

  private static void print(RunBank bank, RecallRecord record, PrintWriter out) {
    Sheet<Integer> rows =
        new Sheet<>(IntStream.range(0, bank.runs().size()).boxed().toList())
            .add("run", Form.TEXT, k -> bank.runs().get(k))
            .add("picture", Form.TEXT, k -> Excerpt.of(bank.pictures().get(k).text(), 64));
    if (record.currents() != null) {
      rows.add("current by volt", "S", Form.QUANTITY, k -> record.currents().get(k));
    }
    rows.add("energy", Form.fixed(3), k -> record.energies().get(k));
    if (record.basins() != null) {
      rows.add("basin", Form.fixed(3), k -> record.basins().get(k));
    }
    Terminal.table(rows, out);
    out.println();
    if (record.probes() != null) {
      record.probes().forEach(p -> out.println(p.picture() + "  " + p.answer()));
    }
    if (record.answer() != null) {
      out.println("answer: " + record.answer());
      out.println(record.picture());
    }
    if (record.cost() != null) {
      out.println(record.cost().words());
    }
    if (record.of() != null) {
      out.println(
          String.format(
              Locale.ROOT,
              "%d of %d copies come back exactly (95 %% interval %.1f to %.1f %%); the nearest of all"
                  + " pictures is the right one for %d; with conductances dealt to other pixels %d"
                  + " come back",
              record.exact(),
              record.of(),
              100 * record.low(),
              100 * record.high(),
              record.nearest(),
              record.dealt()));
    }
  }

  /** A line now and then of what takes long. */
  private static final class Notes implements RunBank.Listener {
    private static final long EVERY = 5_000_000_000L;

    private final PrintWriter err;
    private long last = System.nanoTime();

    Notes(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void progress(int done, int of, String what) {
      long now = System.nanoTime();
      if (now - last > EVERY) {
        last = now;
        note("%d of %d %s".formatted(done, of, what));
      }
    }

    @Override
    public void note(String note) {
      err.println("hopfilm: " + note);
    }
  }

  private double share() {
    if (copies != null && (copies < 1 || copies > 100_000)) {
      throw ExperimentException.of("--copies", FileMessage.OUT_OF_RANGE, copies, "1 to 100000");
    }
    return flips == null
        ? 0.1
        : QuantityList.value(
            "--flips",
            flips,
            Dimension.FRACTION,
            new QuantityList.Range(0, 0.5, "a share from 0 to 0.5"));
  }

  /**
   * Copies are tried where they are asked for, or no picture is given. By default their total is
   * bounded: each is compared with all rows.
   */
  private Optional<RunBank.Copies> copies(double share, int pictures, Notes notes) {
    if (probes != null || (picture != null && flips == null && copies == null && seed == null)) {
      return Optional.empty();
    }
    int usual = Math.max(1, Math.min(COPIES, ALL_COPIES / pictures));
    if (picture == null && copies == null && usual < COPIES) {
      notes.note(
          "%d copies of each of %d pictures are tried; --copies %d tries more"
              .formatted(usual, pictures, COPIES));
    }
    int each = copies != null ? copies : picture != null ? COPIES : usual;
    return Optional.of(new RunBank.Copies(share, each, seed == null ? 1 : seed));
  }

  private Optional<RowReference.Choice> reference() {
    if (reference == null) {
      return Optional.empty();
    }
    if (reference.equals("fitted")) {
      return Optional.of(RowReference::fitted);
    }
    double factor =
        QuantityList.value(
            "--reference",
            reference,
            Dimension.FRACTION,
            new QuantityList.Range(0.5, 2, "fitted, or a factor from 0.5 to 2"));
    return Optional.of((picture, gains, untrained) -> RowReference.of(factor));
  }

  private OptionalDouble gain() {
    return gain == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            QuantityList.value(
                "--gain",
                gain,
                Dimension.FRACTION,
                new QuantityList.Range(0.01, 1e6, "a number from 0.01 to 1e6")));
  }

  private Pattern picture(int pixels) throws IOException {
    try {
      String signs =
          SignPicture.of(picture, Path::of)
              .orElseThrow(
                  () ->
                      ExperimentException.of(
                          "--picture", FileMessage.NO_PICTURE, Excerpt.of(picture)));
      if (signs.length() != pixels) {
        throw ExperimentException.of(
            "--picture", FileMessage.HOW_MANY_PIXELS, signs.length(), pixels);
      }
      return new Pattern(signs);
    } catch (DrawingException e) {
      throw ExperimentException.of("--picture", FileMessage.BAD_PICTURE, e.getMessage());
    }
  }
}
