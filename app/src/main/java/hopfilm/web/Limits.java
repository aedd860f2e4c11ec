package hopfilm.web;

import hopfilm.live.LiveFilm;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bounds of one server.
 *
 * @param films open at a time
 * @param cells of a film
 * @param nodes electrodes of a film
 * @param body of a request [bytes]
 * @param connections of pages to the streams
 */
record Limits(int films, int cells, int nodes, int body, int connections) {

  static final Limits USUAL = new Limits(4, 1_000_000, 64, 262_144, 64);

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("films", films);
    json.put("cells", cells);
    json.put("nodes", nodes);
    json.put("body", body);
    json.put("queue", LiveFilm.QUEUE);
    json.put("connections", connections);
    return json;
  }
}
