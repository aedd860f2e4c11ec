package hopfilm.result;

import com.fasterxml.jackson.annotation.JsonValue;
import hopfilm.input.Spelling;
import java.util.List;

/** What training came to: the one verdict that the terminal, all pages and all files tell. */
public enum Outcome {
  /** The film has learned, and it passed the test of its last training. */
  VERIFIED("verified"),

  /** The film has learned; no such test was asked for, or it did not pass. */
  LEARNED("learned, not verified"),

  /** Another pattern is lower; of several patterns, not all are held. */
  NOT_LEARNED("not learned");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /**
   * The outcome of a film.
   *
   * @param lowest of each trained pattern whether it is the lowest
   * @param stored how many of several patterns are held; null with fewer
   * @param hasPassed whether the last training passed its test, with all that was trained
   * @return null where no pattern was trained and read
   */
  public static Outcome of(List<Boolean> lowest, Integer stored, boolean hasPassed) {
    if (lowest.isEmpty()) {
      return null;
    }
    // of several patterns only one can be the lowest
    boolean hasLearned =
        stored == null ? lowest.stream().allMatch(Boolean.TRUE::equals) : stored == lowest.size();
    return hasLearned ? hasPassed ? VERIFIED : LEARNED : NOT_LEARNED;
  }

  /** Says whether the film has learned, verified or not. */
  public boolean hasLearned() {
    return this != NOT_LEARNED;
  }

  /** The outcome as people read it. */
  public String words() {
    return words;
  }

  /** The outcome as files have it. */
  @JsonValue
  public String text() {
    return Spelling.of(this);
  }
}
