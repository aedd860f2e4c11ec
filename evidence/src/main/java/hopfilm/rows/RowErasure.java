package hopfilm.rows;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReading;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import hopfilm.rows.TreatedRow.Treated;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the picture of a row can be deleted. */
public final class RowErasure extends ClaimStudy {

  /** Mazes that no choice was made on. */
  private static final long FIRST_MAZE = 66101;

  private static final String ERASED = "erased";
  private static final String AGAIN = "again";

  /** Contrast that may be left. */
  private static final double LEFT = 0.2;

  /** Deviations between the two kinds that may be left. */
  private static final double APART = 2;

  /** States its criteria. */
  public RowErasure() {
    super(
        "row-erasure",
        "The picture of a row can be deleted, and another one written",
        "Not in the paper. A picture of 8 pixels is written in 2 ns. One film of a maze then gets its"
            + " own block with all voltages turned, a second one the negative picture, after which every pixel was"
            + " unlike the row once. Then the second film gets another picture, unlike the first in four pixels.");
    beyondPaper();
    String gone =
        "in at least 90 %% of the films at most %.0f %% of the contrast are left, and the kinds at most %.0f deviations apart"
            .formatted(100 * LEFT, APART);
    criterion("turned", "own block with the current turned: " + gone);
    criterion("negative", "negative picture: " + gone);
    criterion(
        "again",
        "of the other picture at least 90 % of the pixels are right, gains counted from the erased film");
    films(
        effort ->
            Stream.concat(turned(effort).stream(), negative(effort).stream())
                .map(row -> row.run(effort))
                .toList());
  }

  private static List<TreatedRow> turned(Effort effort) {
    return each(effort, row -> turned(row.picture()));
  }

  /** The block of a write with all voltages of the other sign. */
  private static List<String> turned(Pattern picture) {
    List<String> volts = new ArrayList<>(List.of("-96 mV"));
    IntStream.range(0, picture.size())
        .forEach(p -> volts.add(picture.sign(p) > 0 ? "-96 mV" : "96 mV"));
    return List.of(
        "train: {voltages: [%s], time: 2 ns}".formatted(String.join(", ", volts)),
        "rest: 1 ns",
        "measure: " + ERASED);
  }

  private static List<TreatedRow> negative(Effort effort) {
    return each(
        effort,
        row ->
            List.of(
                write(row.picture().negated()),
                "measure: " + ERASED,
                write(other(row.picture())),
                "measure: " + AGAIN));
  }

  private static String write(Pattern picture) {
    return "write: {picture: \"%s\", voltage: 96 mV, time: 2 ns}".formatted(picture.text());
  }

  /** The films, each with steps that depend on its picture. */
  private static List<TreatedRow> each(Effort effort, Function<TreatedRow, List<String>> steps) {
    return TreatedRow.all(effort, "row-erasure", FIRST_MAZE, List.of()).stream()
        .map(row -> row.then(steps.apply(row)))
        .toList();
  }

  /** Unlike a picture in every other pixel of each kind. */
  private static Pattern other(Pattern picture) {
    int[] signs = picture.signs();
    int[] seen = new int[2];
    for (int p = 0; p < signs.length; p++) {
      int kind = signs[p] > 0 ? 1 : 0;
      signs[p] = seen[kind]++ % 2 == 0 ? signs[p] : -signs[p];
    }
    return Pattern.of(signs);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Evidence.Rows table =
        e.table(
            "Films with a row, written and erased",
            "erased by | maze | contrast written (S) | left (%) | deviations apart written | erased | gain of all places (S) | right of another picture");
    erased("turned", turned(trial.effort()), trial, e, table);
    List<Treated> films = erased("negative", negative(trial.effort()), trial, e, table);
    int right = 0;
    int pixels = 0;
    for (Treated f : films) {
      right += again(f);
      pixels += f.row().picture().size();
    }
    SuccessFraction share = SuccessFraction.of(right, pixels);
    e.number("pixels of the other picture right", share);
    e.decide("again", share.fraction() >= 0.9, "%s", text(share));
  }

  private static List<Treated> erased(
      String how, List<TreatedRow> rows, Trial trial, Evidence e, Evidence.Rows table) {
    List<Treated> films = rows.stream().map(f -> f.in(trial)).toList();
    for (Treated f : films) {
      table.row(
          how,
          f.row().maze(),
          text("%.3f", f.contrast(TreatedRow.WRITTEN)),
          text("%.1f", 100 * f.left(ERASED)),
          text("%.1f", f.reading(TreatedRow.WRITTEN).sigma()),
          text("%.1f", f.reading(ERASED).sigma()),
          text("%.3f", (f.gain(ERASED, -1) + f.gain(ERASED, 1)) / 2),
          how.equals("negative") ? again(f) : "");
    }
    Spread left = Spread.of(films, f -> f.left(ERASED));
    e.number("contrast left, " + how, left, "");
    long gone =
        films.stream()
            .filter(
                f ->
                    Math.abs(f.left(ERASED)) <= LEFT
                        && Math.abs(f.reading(ERASED).sigma()) <= APART)
            .count();
    e.decide(
        how,
        gone >= 0.9 * films.size(),
        "%d of %d films, %s of the contrast left",
        gone,
        films.size(),
        left.text(2));
    return films;
  }

  /** Pixels of the other picture that are right. */
  private static int again(Treated f) {
    Pattern other = other(f.row().picture());
    List<Integer> places = f.run().summary().recalls().row().places();
    RowReading reading =
        RowReading.of(other, places, f.run().conductance(AGAIN), f.run().conductance(ERASED), 1);
    return other.size() - reading.wrong();
  }
}
