package hopfilm.reproduce;

import hopfilm.input.Message;

/** Messages about the claims: see {@link Message}. */
public enum ReproduceMessage implements Message {

  // reproduce.
  REPRODUCE_FOLDER_QUICK(
      "contains a quick reproduction; add --quick, or name another folder with --out"),
  REPRODUCE_FOLDER_TINY("contains tiny films; add --tiny, or name another folder with --out"),
  REPRODUCE_FOLDER_FULL(
      "contains a full reproduction; leave out --quick and --tiny, or name another folder with"
          + " --out"),
  REGISTERED_DAMAGED(
      "cannot be read, so it is not known when each page was first run; restore it, or name another"
          + " folder with --out"),
  REPRODUCE_NO_VERDICTS(
      "has no claims.json that can be read; name the folder of a finished reproduction with --out");

  private final String template;

  ReproduceMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
