package hopfilm.web;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowBank;
import java.util.ArrayList;
import java.util.List;

/** The films with a row that are open, as one memory: which picture each holds, and recall. */
final class Memories {

  private final FilmRegistry films;

  Memories(FilmRegistry films) {
    this.films = films;
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

  private List<HeldPicture> held() {
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
    List<HeldPicture> rows =
        held().stream().filter(h -> h.picture().size() == given.size()).toList();
    if (rows.isEmpty()) {
      throw WebException.of(
          409, "no film holds a picture of %d pixels: write one first", given.size());
    }
    RowBank.Answer answer =
        new RowBank(rows.stream().map(HeldPicture::shares).toList()).recall(given);
    List<Current> currents = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      currents.add(new Current(rows.get(k).film(), answer.currents().get(k)));
    }
    HeldPicture row = rows.get(answer.row());
    return new Recalled(row.film(), row.answer(answer.picture()).text(), currents);
  }
}
