package hopfilm.run;

/**
 * An article to cite.
 *
 * @param key name of the entry, such as Yu2021
 * @param author in BibTeX form
 * @param title title
 * @param journal journal
 * @param volume volume
 * @param pages first page, article number or range
 * @param year year
 * @param doi identifier, without any address
 */
record Paper(
    String key,
    String author,
    String title,
    String journal,
    String volume,
    String pages,
    int year,
    String doi) {

  /** As a BibTeX entry whose note says what it is cited for. */
  String bibtex(String reason) {
    return """
    @article{%s,
      author  = {%s},
      title   = {%s},
      journal = {%s},
      volume  = {%s},
      pages   = {%s},
      year    = {%d},
      doi     = {%s},
      note    = {%s}
    }
    """
        .formatted(key, author, title, journal, volume, pages, year, doi, reason);
  }
}
