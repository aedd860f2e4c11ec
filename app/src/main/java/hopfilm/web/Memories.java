package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The films with a row that are open, as one memory: which picture each holds, and recall. */
final class Memories {

  private final FilmRegistry films;

  Memories(FilmRegistry films) {
    this.films = films;
  }

  /**
   * What a film holds.
   *
   * @param film its id
   * @param picture that was written
   * @param weights of the pixels to the row [S]
   */
  record Held(String film, Pattern picture, List<Double> weights) {

    /**
     * What a film holds.
     *
     * @param row weights of all electrodes to the row [S]
     */
    static Held of(String film, Pattern picture, double[] row) {
      return new Held(film, picture, Arrays.stream(row).skip(1).boxed().toList());
    }

    /**
     * Weights from the middle between the two kinds of pixels, which then weigh alike, of 1 in all.
     * From the reference of the signs dark pixels weigh several times as much as light ones.
     */
    List<Double> shares() {
      double middle = (mean(1) + mean(-1)) / 2;
      List<Double> even = weights.stream().map(w -> Double.isNaN(middle) ? w : w - middle).toList();
      double all = even.stream().mapToDouble(Math::abs).sum();
      return even.stream().map(w -> w / all).toList();
    }

    private double mean(int sign) {
      return weights.stream()
          .filter(w -> w * sign > 0)
          .mapToDouble(w -> w)
          .average()
          .orElse(Double.NaN);
    }

    /**
     * What the pixels end at.
     *
     * @param last what they ended at by the shares, whose sign the row has
     */
    private Pattern answer(Pattern last) {
      List<Double> shares = shares();
      double current =
          IntStream.range(0, last.size()).mapToDouble(k -> shares.get(k) * last.sign(k)).sum();
      return Pattern.of(weights.stream().mapToInt(w -> w * current > 0 ? 1 : -1).toArray());
    }

    /** Pixels that come back wrong: their weight has the other sign. */
    private int wrong() {
      return (int)
          IntStream.range(0, picture.size())
              .filter(k -> weights.get(k) * picture.sign(k) <= 0)
              .count();
    }
  }

  /**
   * A picture that is held, for pages.
   *
   * @param film its id
   * @param picture a sign for each pixel
   * @param wrong pixels that come back wrong
   */
  record Memory(String film, String picture, int wrong) {}

  /**
   * What came back.
   *
   * @param film whose row answers
   * @param picture what the pixels end at
   * @param currents of all rows for the picture that was given
   */
  record Recalled(String film, String picture, List<Current> currents) {}

  /**
   * What a row answers with.
   *
   * @param film its id
   * @param share of the largest current that the row can have, its weights counted from the middle
   *     between its two kinds of pixels; below zero of the other sign
   */
  record Current(String film, double share) {}

  /** The last picture that steps write. */
  static Optional<Pattern> written(Experiment done) {
    return done.steps().stream()
        .flatMap(s -> s instanceof Step.Train t ? t.picture().stream() : null)
        .map(Step.PictureDrive::picture)
        .reduce((before, last) -> last);
  }

  private List<Held> held() {
    return films.all().stream()
        .flatMap(s -> s instanceof LiveScreen live ? live.held().stream() : null)
        .toList();
  }

  List<Memory> all() {
    return held().stream().map(h -> new Memory(h.film(), h.picture().text(), h.wrong())).toList();
  }

  /** Gives a picture to the pixels of all rows that have as many. */
  Recalled recall(String picture) {
    Pattern given;
    try {
      given = new Pattern(picture.replace(" ", ""));
    } catch (IllegalArgumentException e) {
      throw WebException.wrong("picture", "%s", Json.shown(e.getMessage()));
    }
    List<Held> rows = held().stream().filter(h -> h.picture().size() == given.size()).toList();
    if (rows.isEmpty()) {
      throw WebException.of(
          409, "no film holds a picture of %d pixels: write one first", given.size());
    }
    RowBank.Answer answer = new RowBank(rows.stream().map(Held::shares).toList()).recall(given);
    List<Current> currents = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      currents.add(new Current(rows.get(k).film(), answer.currents().get(k)));
    }
    Held row = rows.get(answer.row());
    return new Recalled(row.film(), row.answer(answer.picture()).text(), currents);
  }
}
