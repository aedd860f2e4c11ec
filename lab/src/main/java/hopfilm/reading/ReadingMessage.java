package hopfilm.reading;

import hopfilm.input.Message;

/** Messages about expectations: see {@link Message}. */
public enum ReadingMessage implements Message {
  EXPECT_NOT_FINITE("<text> is not finite; give a number"),
  EXPECT_NEGATIVE("<text> is below 0; give a tolerance of 0 or more"),
  EXPECT_SHARE_OF_ZERO("<text> of 0 is 0; give a number in the unit of the reading");

  private final String template;

  ReadingMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
