package hopfilm.run;

import hopfilm.hopfield.GradedRows;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.PictureRecall;
import hopfilm.hopfield.RowBank;
import hopfilm.hopfield.RowReference;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.input.ExperimentException;
import hopfilm.readout.RecallCost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Runs with a row each, which are one bank. A picture larger than a film is cut into tiles, of
 * which each has a run.
 *
 * @param runs of each memory its folder as it was named, of several the first
 * @param pictures what was written into each
 * @param bank their weights
 * @param dealt a bank for control: in each row the conductances are dealt to other pixels
 * @param cost of a step of recall; empty if a run does not have its untrained conductances
 */
public record RunBank(
    List<String> runs,
    List<Pattern> pictures,
    RowBank bank,
    RowBank dealt,
    Optional<RecallCost> cost) {

  /**
   * How copies are made.
   *
   * @param flips share of wrong pixels; one at least
   * @param copies how many of each picture
   */
  public record Copies(double flips, int copies, long seed) {}

  /** Most pixels of which all inputs are tried. */
  private static final int BASIN_PIXELS = 16;

  /**
   * How rows answer.
   *
   * @param gain with which they compete; empty where the strongest row alone answers
   * @param areBasinsAsked whether all inputs are tried
   */
  public record How(OptionalDouble gain, boolean areBasinsAsked) {}

  /** Hears of what takes long, and of runs that are left out. */
  public interface Listener {

    /** Nobody. */
    Listener NONE = new Listener() {};

    /**
     * Some of the work is done.
     *
     * @param what is counted
     */
    default void progress(int done, int of, String what) {}

    /** Something that the user should know. */
    default void note(String note) {}
  }

  /**
   * Reads the runs; a sweep stands for those of its runs that are done.
   *
   * @param tiles runs that are one memory, one after the other, and whose currents add; of these
   *     all must be done
   * @param reference how that of each row is chosen; empty for those of the runs
   * @param listener hears of the runs of a sweep that are left out
   * @throws ExperimentException if one has no row, or one of other pixels than the first of its
   *     place; if a file is damaged; or if the runs do not make whole memories
   */
  public static RunBank of(
      List<Path> folders, int tiles, Optional<RowReference.Choice> reference, Listener listener)
      throws IOException {
    List<BankedRow> rows =
        BankedRows.of(
            folders,
            tiles,
            reference,
            (done, of) -> listener.progress(done, of, "runs read"),
            listener::note);
    List<String> runs = new ArrayList<>();
    List<Pattern> pictures = new ArrayList<>();
    List<BankedRow.Both> weights = new ArrayList<>();
    List<BankedRow.Both> dealt = new ArrayList<>();
    for (int k = 0; k < rows.size(); k += tiles) {
      List<BankedRow> memory = rows.subList(k, k + tiles);
      runs.add(memory.get(0).run());
      pictures.add(
          new Pattern(String.join("", memory.stream().map(t -> t.picture().text()).toList())));
      weights.add(BankedRow.Both.joined(memory.stream().map(BankedRow::weights).toList()));
      int number = k;
      dealt.add(
          BankedRow.Both.joined(
              IntStream.range(0, tiles)
                  .mapToObj(t -> memory.get(t).dealt((long) number + t))
                  .toList()));
    }
    RowBank bank = bank(weights);
    return new RunBank(runs, pictures, bank, bank(dealt), cost(rows, bank));
  }

  private static Optional<RecallCost> cost(List<BankedRow> rows, RowBank bank) {
    int memories = bank.weights().size();
    return RecallCost.of(
        rows.stream().mapToDouble(BankedRow::conductance).sum(),
        IntStream.range(0, memories).mapToDouble(bank::largest).sum(),
        rows.size());
  }

  private static RowBank bank(List<BankedRow.Both> rows) {
    return new RowBank(
        rows.stream().map(BankedRow.Both::choosing).toList(),
        rows.stream().map(BankedRow.Both::signs).toList());
  }

  /**
   * Recalls.
   *
   * @param picture from which; empty for copies of all pictures alone
   * @param probes others from which, whose answers are listed; may be empty
   * @param copies of the picture, or of all, that are tried; empty for none
   * @param listener hears of the progress
   * @throws ExperimentException if a picture has too many pixels for basins
   */
  public RecallRecord recall(
      Optional<Pattern> picture,
      List<Pattern> probes,
      Optional<Copies> copies,
      How by,
      Listener listener) {
    GradedRows graded = new GradedRows(bank, by.gain().orElse(GradedRows.GAIN));
    PictureRecall rows = by.gain().isPresent() ? graded : bank;
    List<Double> basins = by.areBasinsAsked() ? basins(rows) : null;
    Optional<RowBank.Answer> answer = picture.map(rows::recall);
    int exact = 0;
    int ideal = 0;
    int control = 0;
    int of = 0;
    RowBank nearest = RowBank.nearest(pictures);
    List<Pattern> tried = picture.map(List::of).orElse(pictures);
    for (int k = 0; copies.isPresent() && k < tried.size(); k++) {
      Copies how = copies.get();
      int wrong = (int) Math.max(1, Math.rint(how.flips() * bank.pixels()));
      List<Pattern> all = RowBank.copies(tried.get(k), wrong, how.copies(), how.seed() + k);
      exact += rows.exact(tried.get(k), all);
      ideal += nearest.exact(tried.get(k), all);
      control += dealt.exact(tried.get(k), all);
      of += all.size();
      listener.progress(k + 1, tried.size(), "pictures recalled");
    }
    Optional<SuccessFraction> share =
        of == 0 ? Optional.empty() : Optional.of(SuccessFraction.of(exact, of));
    return new RecallRecord(
        answer.map(a -> runs.get(a.row())).orElse(null),
        answer.map(a -> a.picture().text()).orElse(null),
        answer.map(RowBank.Answer::currents).orElse(null),
        share.map(SuccessFraction::successes).orElse(null),
        share.map(SuccessFraction::total).orElse(null),
        share.map(SuccessFraction::low).orElse(null),
        share.map(SuccessFraction::high).orElse(null),
        of == 0 ? null : ideal,
        of == 0 ? null : control,
        answer.map(a -> graded.energy(a.picture())).orElse(null),
        pictures.stream().map(graded::energy).toList(),
        probes.isEmpty() ? null : probes.stream().map(p -> answered(rows.recall(p))).toList(),
        basins,
        cost.orElse(null));
  }

  private RecallRecord.Answered answered(PictureRecall.Answer a) {
    return new RecallRecord.Answered(runs.get(a.row()), a.picture().text(), a.currents());
  }

  /** Of each picture. A picture that was written twice has the inputs of both. */
  private List<Double> basins(PictureRecall rows) {
    int pixels = bank.pixels();
    if (pixels > BASIN_PIXELS) {
      throw ExperimentException.of("--basins", RunMessage.RECALL_BASINS, pixels, BASIN_PIXELS);
    }
    Map<Pattern, Integer> ends = new HashMap<>();
    for (Pattern input : Pattern.all(pixels)) {
      ends.merge(rows.recall(input).picture().canonical(), 1, Integer::sum);
    }
    return pictures.stream()
        .map(p -> ends.getOrDefault(p.canonical(), 0))
        .map(inputs -> inputs / (double) (1 << pixels))
        .toList();
  }
}
