package hopfilm.rows;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import hopfilm.rows.RowFilm.Written;
import java.util.List;
import java.util.stream.IntStream;

/** Whether a row writes its picture. */
public final class Rows extends ClaimStudy {

  /** Deviations, where a pixel in 160 would lie beyond the middle. */
  private static final double APART = 5;

  /** States its criteria. */
  public Rows() {
    super(
        "rows",
        "A row writes a picture of 32 pixels in one block",
        "Not in the paper. A film of 8 x 8 contacts, a checkerboard: those of one colour are one"
            + " electrode, the row, those of the other are 32 pixels. It is given 32 random bits for 1.5 ns, half of the usual time, in cells of 8 nm."
            + " The weight of a pixel is minus what its conductance with the row gained over 1.3 % of"
            + " itself, a factor of other mazes. Each film has a maze and a picture of its own. It gives up that all memories share one maze: each has its film.");
    beyondPaper();
    criterion("right", "at least 99 % of all pixels have weights of the sign of the picture");
    criterion(
        "apart",
        "the two kinds of pixels, gain by place, are at least %.0f deviations within a kind apart in at least 90 %% of the films"
            .formatted(APART));
    criterion("control", "with the pictures of other films at most 60 % of the pixels are right");
    films(effort -> films(effort).stream().map(film -> film.run(effort)).toList());
  }

  /** Mazes that no choice was made on. */
  private static final long FIRST_MAZE = 61001;

  private static List<RowFilm> films(Effort effort) {
    return IntStream.range(0, effort.choose(2, 20))
        .mapToObj(k -> RandomPictures.film(FIRST_MAZE + k, RowFilm.SHORT))
        .toList();
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    List<Written> films = films(trial.effort()).stream().map(f -> f.in(trial)).toList();
    Evidence.Rows table =
        e.table(
            "Films with a row",
            "maze | pixels - | right by weight | by the film's own middle | deviations apart | gain of a place unlike (S) | like (S)");
    for (Written w : films) {
      Pattern picture = w.film().picture();
      table.row(
          w.film().maze(),
          w.gains(-1).size(),
          w.right(RowFilm.SHORT.factor(), picture),
          picture.size() - w.reading().wrong(),
          text("%.1f", w.reading().sigma()),
          Spread.of(w.gains(-1)).text(3),
          Spread.of(w.gains(1)).text(3));
    }
    e.number("gain of a place unlike the row", places(films, -1), "S");
    e.number("gain of a place like the row", places(films, 1), "S");
    Spread apart = Spread.of(films, w -> w.reading().sigma());
    e.number("deviations apart", apart, "");
    SuccessFraction right = share(films, 0);
    e.number("pixels right", right);
    SuccessFraction middle =
        SuccessFraction.of(
            films.stream().mapToInt(w -> w.film().picture().size() - w.reading().wrong()).sum(),
            right.total());
    e.number("pixels right by the middle of their film", middle);
    SuccessFraction others = share(films, 1);
    e.number("right by the picture of the next film", others);
    banks(films, e);
    long far = films.stream().filter(w -> w.reading().sigma() >= APART).count();
    e.decide("right", right.fraction() >= 0.99, "%s", text(right));
    e.decide(
        "apart",
        far >= 0.9 * films.size(),
        "%d of %d films, %s, least %.1f",
        far,
        films.size(),
        apart.text(1),
        apart.least());
    e.decide("control", others.fraction() <= 0.6, "%s", text(others));
  }

  /** The films as banks of three and six, and with other factors: no criterion is on these. */
  private static void banks(List<Written> films, Evidence e) {
    Evidence.Rows banks = BankStudy.table(e);
    for (int pictures : List.of(3, 6)) {
      List<List<List<Written>>> sets =
          IntStream.range(0, films.size() / pictures)
              .mapToObj(
                  k ->
                      films.subList(k * pictures, (k + 1) * pictures).stream()
                          .map(List::of)
                          .toList())
              .toList();
      if (!sets.isEmpty()) {
        BankStudy.tell("%d of these".formatted(pictures), new BankStudy.Sets(sets), banks);
      }
    }
    Evidence.Rows factors =
        e.table(
            "Other factors, found afterwards", "factor | pixels right | films without a wrong one");
    for (double factor : List.of(1.003, 1.005, 1.007, 1.01, 1.013, 1.016)) {
      List<Integer> right = films.stream().map(w -> w.right(factor, w.film().picture())).toList();
      factors.row(
          text("%.3f", factor),
          right.stream().mapToInt(n -> n).sum(),
          right.stream().filter(n -> n == RandomPictures.PIXELS).count());
    }
  }

  private static Spread places(List<Written> films, int sign) {
    return Spread.of(films.stream().flatMap(w -> w.gains(sign).stream()).toList());
  }

  /** Pixels right by the picture of the film so many places on. */
  private static SuccessFraction share(List<Written> films, int on) {
    int right = 0;
    int of = 0;
    for (int k = 0; k < films.size(); k++) {
      Pattern picture = films.get((k + on) % films.size()).film().picture();
      right += films.get(k).right(RowFilm.SHORT.factor(), picture);
      of += picture.size();
    }
    return SuccessFraction.of(right, of);
  }
}
