package hopfilm.claimpage;

import hopfilm.input.Message;

/** Messages about pages of claims: see {@link Message}. */
public enum PageMessage implements Message {

  // The page.
  PAGE_NO_FILE("there is no such page; hopfilm new --claim prints a template"),
  PAGE_TOO_LONG("the page has <n> characters; at most <limit> are read"),
  PAGE_NO_TEXT("is no text in UTF-8; save it as UTF-8"),
  PAGE_NO_MAP("expected keys with values, found <value>; hopfilm help claims lists the keys"),
  PAGE_UNKNOWN_KEY("unknown key; allowed here: <keys>"),
  PAGE_UNKNOWN_KEY_NEAR("unknown key; did you mean <key>?"),
  PAGE_MISSING("is missing: <meaning>"),
  PAGE_TEXT_EXPECTED("expected a text, found <value>"),
  PAGE_LIST_EXPECTED("expected a list, found <value>"),
  PAGE_WORD("<value> is none of <words>"),
  PAGE_NAME(
      "is not a name; a name has letters, digits and _, begins with a letter, and is not a word of"
          + " the language such as <word>"),
  PAGE_NAME_TAKEN("is the name of another value or of a constant; use another name"),
  PAGE_TITLES_ALIKE("has the title <title> of another column; use another text in as"),
  PAGE_CRITERION("expected that: (the condition in words) and holds: (the condition)"),
  PAGE_FOR("the page states several claims: name one by <file>#NAME, of <names>"),
  PAGE_FOR_NONE("the page states one claim and has no <name>"),

  // Films.
  PAGE_FILMS_NONE("names no films"),
  PAGE_FILMS_TOO_MANY("stands for more than <n> films; shorten vary or kinds"),
  PAGE_FILM_TWICE(
      "<film> and <other> are the same film, which would count twice; give them different seeds or"
          + " keys"),
  PAGE_KIND("is not a name of a kind; use 1 to <n> letters"),
  PAGE_VALUES_NONE("the list is empty; list at least one value"),
  PAGE_VALUES_MAP(
      "expected a value, a list of values, or full: and quick: with one of them each, found"
          + " <value>; values that move together are kinds"),
  PAGE_VARIED("is set again by <key> of vary in each film; leave one of the two out"),
  PAGE_ONLY_FULL("no kind is left in a quick reproduction; take only: full from one of them"),
  PAGE_EXPERIMENT_FILE(
      "cannot read the experiment <file> (<reason>); name a file beside the page, or give its keys"
          + " here"),

  PAGE_SWEEP("the experiment has a sweep over <key>; put its values into vary of the page"),

  // reproduce.
  PAGE_NO_TINY("<name> has no section tiny, so its films cannot be made tiny");

  private final String template;

  PageMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
