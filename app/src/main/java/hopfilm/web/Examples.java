package hopfilm.web;

import hopfilm.file.ExperimentFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The experiments to begin with, from the jar. */
final class Examples {

  private static final String FOLDER = "/hopfilm/examples/";

  private final List<Map<String, Object>> all = new ArrayList<>();

  Examples() throws IOException {
    for (JsonNode node : JsonMapper.shared().readTree(resource("/hopfilm/examples.json"))) {
      String id = node.path("id").asString();
      String yaml = new String(resource(FOLDER + id + ".yaml"), StandardCharsets.UTF_8);
      Map<String, Object> example = new LinkedHashMap<>();
      example.put("id", id);
      example.put("title", node.path("title").asString());
      example.put("text", node.path("text").asString());
      example.put("nodes", ExperimentFile.parse(yaml, id, List.of()).electrodes().count());
      example.put("yaml", yaml);
      all.add(example);
    }
  }

  List<Map<String, Object>> all() {
    return all;
  }

  String yaml(String id) {
    return all.stream()
        .filter(e -> e.get("id").equals(id))
        .map(e -> (String) e.get("yaml"))
        .findFirst()
        .orElseThrow(
            () ->
                WebException.wrong(
                    "example",
                    "there is no '%s'; there are %s",
                    Json.shown(id),
                    String.join(", ", all.stream().map(e -> (String) e.get("id")).toList())));
  }

  static byte[] resource(String path) throws IOException {
    try (InputStream in = Examples.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("the program lacks " + path);
      }
      return in.readAllBytes();
    }
  }
}
