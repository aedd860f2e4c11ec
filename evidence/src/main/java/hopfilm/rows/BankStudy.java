package hopfilm.rows;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Trial;
import hopfilm.rows.RowFilm.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A claim on banks of rows: sets of pictures, each picture in films of its own. */
abstract class BankStudy extends ClaimStudy {

  static final String HELD =
      "at least 90 of 100 copies with a tenth of wrong pixels come back exactly to each picture";

  /** Between the seeds of copies of two sets. */
  private static final int SEEDS = 1000;

  BankStudy(String id, String title, String source) {
    super(id, title, source);
    beyondPaper();
    films(
        effort ->
            sets(effort).stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .map(film -> film.run(effort))
                .toList());
  }

  /** The films of each tile of each picture of each set. */
  abstract List<List<List<RowFilm>>> sets(Effort effort);

  /** The same when they have run. */
  final Sets sets(Trial trial) {
    return new Sets(
        sets(trial.effort()).stream()
            .map(
                set ->
                    set.stream()
                        .map(tiles -> tiles.stream().map(f -> f.in(trial)).toList())
                        .toList())
            .toList());
  }

  /** Sets of one kind, each the films of its pictures. */
  record Sets(List<List<List<Written>>> films) {

    List<PictureBank> banks(Function<Written, List<Double>> weights) {
      return films.stream().map(set -> PictureBank.of(set, weights)).toList();
    }

    List<PictureBank> trained() {
      return banks(Written::weights);
    }

    List<PictureBank> untrained() {
      return banks(Written::untrained);
    }

    List<PictureBank> shuffled() {
      List<PictureBank> all = new ArrayList<>();
      trained().forEach(bank -> all.add(bank.shuffled(all.size())));
      return all;
    }

    /** Each asked for the pictures of the next. */
    List<PictureBank> asked() {
      List<PictureBank> own = trained();
      List<PictureBank> all = new ArrayList<>();
      for (int k = 0; k < own.size(); k++) {
        all.add(own.get(k).asked(own.get((k + 1) % own.size())));
      }
      return all;
    }
  }

  /** Sets of which every picture is held. */
  static SuccessFraction held(List<PictureBank> banks) {
    int held = 0;
    for (int k = 0; k < banks.size(); k++) {
      held += banks.get(k).holdsAll(SEEDS * (k + 1L)) ? 1 : 0;
    }
    return SuccessFraction.of(held, banks.size());
  }

  /** Copies that come back, of all sets; those of one set count once for the interval. */
  static SuccessFraction exact(List<PictureBank> banks, double flips) {
    int exact = 0;
    for (int k = 0; k < banks.size(); k++) {
      exact += banks.get(k).exact(flips, SEEDS * (k + 1L));
    }
    return SuccessFraction.of(exact, of(banks), banks.size());
  }

  /** The same where the nearest picture answers. */
  static SuccessFraction nearest(List<PictureBank> banks, double flips) {
    int exact = 0;
    for (int k = 0; k < banks.size(); k++) {
      exact += banks.get(k).nearest(flips, SEEDS * (k + 1L));
    }
    return SuccessFraction.of(exact, of(banks), banks.size());
  }

  private static int of(List<PictureBank> banks) {
    return banks.stream().mapToInt(b -> b.pictures().size() * PictureBank.COPIES).sum();
  }

  /** Begins the table of {@link #tell}. */
  static Evidence.Rows table(Evidence e) {
    return e.table(
        "Copies that come back exactly (%)",
        "pictures | rows | sets | all held | 10 % wrong pixels | 20 % | 30 %");
  }

  /** One kind of sets, and the nearest picture on the same copies. */
  static void tell(String pictures, Sets sets, Evidence.Rows table) {
    List<PictureBank> own = sets.trained();
    row(pictures, "films", own, table);
    table.row(
        pictures,
        "nearest picture",
        own.size(),
        "",
        List.of(0.1, 0.2, 0.3).stream().map(f -> percent(nearest(own, f))).toList());
    row(pictures, "films, weights dealt anew", sets.shuffled(), table);
    row(pictures, "films untrained", sets.untrained(), table);
  }

  static void row(String pictures, String rows, List<PictureBank> banks, Evidence.Rows table) {
    table.row(
        pictures,
        rows,
        banks.size(),
        text(held(banks)),
        List.of(0.1, 0.2, 0.3).stream().map(f -> percent(exact(banks, f))).toList());
  }

  static String percent(SuccessFraction f) {
    return text("%.1f", 100 * f.fraction());
  }
}
