package hopfilm.web;

import hopfilm.live.LiveFilm;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bounds of one server.
 *
 * @param films open at a time
 * @param nodes electrodes of a film
 * @param body of a request [bytes]
 * @param connections of pages to the streams
 * @param runs of a sweep that is checked or opened
 * @param bodySeconds in which a body has to come [s]
 * @param workSeconds in which a check, a film to be opened and other contacts have to be done [s]
 * @param isClass whether each page has a film of its own
 */
record Limits(
    int films,
    int cells,
    int nodes,
    int body,
    int connections,
    int runs,
    int bodySeconds,
    int workSeconds,
    boolean isClass) {

  static final Limits USUAL = new Limits(8, 1_000_000, 64, 262_144, 64, 1000, 10, 30, false);

  /**
   * Of a server that is one program's own: a drive of hundreds of thousands of samples is one body.
   */
  static final Limits OWN = new Limits(4, 1_000_000, 64, 16 * 1024 * 1024, 64, 1000, 10, 30, false);

  /** Of a class: so many pages with a film each, and room for some to be loaded again. */
  static Limits ofClass(int pages) {
    Limits u = USUAL;
    return new Limits(
        pages, u.cells, u.nodes, u.body, 4 * pages, u.runs, u.bodySeconds, u.workSeconds, true);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("films", films);
    json.put("cells", cells);
    json.put("nodes", nodes);
    json.put("body", body);
    json.put("queue", LiveFilm.QUEUE);
    json.put("connections", connections);
    json.put("runs", runs);
    json.put("bodySeconds", bodySeconds);
    json.put("workSeconds", workSeconds);
    json.put("class", isClass);
    json.put("cores", Runtime.getRuntime().availableProcessors());
    return json;
  }
}
