package hopfilm.rows;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import hopfilm.rows.TreatedRow.Treated;
import java.util.List;
import java.util.stream.Stream;

/** Whether a field pulse makes the weights of a row decay, as Oja's rule needs between epochs. */
public final class RowDecay extends ClaimStudy {

  /** Mazes that no choice was made on. */
  private static final long FIRST_MAZE = 66201;

  /** Along the normal, one pulse after the other [mT]. */
  private static final List<Integer> FIELDS = List.of(25, 50, 100, 200);

  private static final double LEAST = 0.6;
  private static final double MOST = 0.8;

  /** Share of the films in which a field must do. */
  private static final double ENOUGH = 0.8;

  /** States its criteria. */
  public RowDecay() {
    super(
        "row-decay",
        "A field pulse lets the weights of a row decay by about 30 %",
        "Discussion: Oja's rule. Each epoch needs a decay of the weights, about 30 % in a toy of"
            + " places. A picture of 8 pixels is written in 2 ns. Then the film gets pulses of a field along its normal, 25, 50,"
            + " 100 and 200 mT, each a sine squared of 1 ns with 1 ns of rest after it. No epochs are run.");
    beyondPaper();
    criterion(
        "decay",
        "after one of the pulses 60 to 80 % of the contrast written are left in at least 80 % of the films");
    criterion("right", "after that pulse all pixels of these films are on the right side");
    films(effort -> films(effort).stream().map(row -> row.run(effort)).toList());
  }

  private static List<TreatedRow> films(Effort effort) {
    List<String> steps =
        FIELDS.stream()
            .flatMap(
                mT ->
                    Stream.of(
                        "field: {value: [0 mT, 0 mT, %d mT], time: 1 ns, shape: pulse}"
                            .formatted(mT),
                        "rest: 1 ns",
                        "measure: " + label(mT)))
            .toList();
    return TreatedRow.all(effort, "row-decay", FIRST_MAZE, steps);
  }

  private static String label(int milliTesla) {
    return "after-" + milliTesla;
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    List<Treated> films = films(trial.effort()).stream().map(f -> f.in(trial)).toList();
    Evidence.Rows table =
        e.table(
            "Films with a row, after pulses of a field",
            "field (mT) | maze | contrast left (%) | deviations apart | pixels right");
    long best = 0;
    boolean right = false;
    StringBuilder because = new StringBuilder();
    for (int mT : FIELDS) {
      String label = label(mT);
      for (Treated f : films) {
        table.row(
            mT,
            f.row().maze(),
            text("%.1f", 100 * f.left(label)),
            text("%.1f", f.reading(label).sigma()),
            f.right(label));
      }
      Spread left = Spread.of(films, f -> f.left(label));
      e.number("contrast left after %d mT".formatted(mT), left, "");
      List<Treated> decayed =
          films.stream().filter(f -> f.left(label) >= LEAST && f.left(label) <= MOST).toList();
      boolean all = decayed.stream().allMatch(f -> f.reading(label).wrong() == 0);
      right |= decayed.size() >= ENOUGH * films.size() && all;
      best = Math.max(best, decayed.size());
      because
          .append(because.isEmpty() ? "" : "; ")
          .append("%d mT: %s left".formatted(mT, left.text(2)));
    }
    e.decide(
        "decay",
        best >= ENOUGH * films.size(),
        "%d of %d films at best; %s",
        best,
        films.size(),
        because);
    e.decide("right", right, "%s", right ? "so it is" : "no such pulse");
  }
}
