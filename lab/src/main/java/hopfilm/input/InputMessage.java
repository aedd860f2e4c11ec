package hopfilm.input;

/** Messages about wrong input: see {@link Message}. */
public enum InputMessage implements Message {

  // The file as such.
  UNREADABLE("cannot be read (<reason>); check its permissions"),
  MORE_ERRORS("<n> more; correct these first");

  private final String template;

  InputMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
