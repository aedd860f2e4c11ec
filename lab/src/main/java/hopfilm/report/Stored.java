package hopfilm.report;

/**
 * What a film that was trained with several patterns holds.
 *
 * @param held patterns to which at least 90 % of their copies come back
 * @param patterns all that were trained
 */
public record Stored(int held, int patterns) {

  String text() {
    return "%d of %d stored".formatted(held, patterns);
  }
}
