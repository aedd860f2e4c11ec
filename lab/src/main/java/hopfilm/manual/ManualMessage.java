package hopfilm.manual;

import hopfilm.input.Message;

/** Messages about the manual of the keys: see {@link Message}. */
public enum ManualMessage implements Message {

  // Command line.
  OPTION_HELP_SEVERAL("several keys end in this word: <keys>; give one of them in full"),
  OPTION_HELP_UNKNOWN("no such key, section or command; see hopfilm help, and hopfilm help keys"),
  OPTION_HELP_UNKNOWN_NEAR("no such key, section or command; did you mean <near>?");

  private final String template;

  ManualMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
