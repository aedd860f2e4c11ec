package hopfilm.film;

import hopfilm.input.Message;

/** Messages about the film of an experiment: see {@link Message}. */
public enum FilmMessage implements Message {

  // Film, start and numerics.
  BAD_START_FILE("<reason>"),
  START_HAS_OTHER_CELLS(
      "<path> has <cells>, the film <wanted>; set film.size, film.cell, film.thickness and"
          + " film.layers to match, or initial.resample: on for a film of the same size"),
  START_HAS_OTHER_SIZE(
      "<path> has <cells>, the film <wanted>; both films must have the same size, resampled"
          + " or not: set film.size and film.thickness to match"),
  START_HAS_HOLES(
      "<path> has no magnetisation in cell <cell>, where there is film; fill it, or cut the cell"
          + " out with film.mask"),

  BAD_FIELD_FILE("<reason>"),
  FIELD_HAS_OTHER_CELLS(
      "<path> has <cells>, the film <wanted>; a field needs one vector for each cell of the film"),
  FIELD_OUT_OF_RANGE(
      "<path> has a field of <field> with the scale <scale>; allowed: -100 MA/m to 100 MA/m (check"
          + " its valueunits and the scale)"),
  FIELD_HAS_NO_UNIT("<path> is in <unit>; a field is in A/m or T (valueunits of the file)");

  private final String template;

  FilmMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
