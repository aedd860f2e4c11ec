package hopfilm.web;

import hopfilm.check.Vetting;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.Pattern;
import hopfilm.live.LiveFilm;
import hopfilm.units.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Commands about the contacts of a live film: their signs, their places, other ones. */
final class ContactCommands {

  private final LiveScreen screen;
  private final LiveFilm film;
  private final Films films;

  ContactCommands(LiveScreen screen, Films films) {
    this.screen = screen;
    this.film = screen.film();
    this.films = films;
  }

  /** Turns one sign round. */
  void flip(String electrode) {
    int k = index(electrode, film.state().experiment());
    film.set(
        p -> {
          int[] signs = p.signs();
          signs[k] = -signs[k];
          return Pattern.of(signs);
        });
  }

  private static int index(String electrode, Experiment e) {
    List<String> names = e.electrodes().on(e.film().grid()).stream().map(x -> x.name()).toList();
    int k = names.indexOf(electrode);
    if (k < 0) {
      throw WebException.wrong(
          "electrode",
          "there is no '%s'; there are %s",
          Json.shown(electrode),
          String.join(", ", names));
    }
    return k;
  }

  /** A layout or a list of contacts in place of the present ones. */
  CompletableFuture<?> electrodes(JsonNode body) {
    Experiment now = film.experiment();
    String layout = Json.text(body, "layout");
    if (layout == null && !body.path("list").isArray()) {
      throw WebException.wrong("layout", "is missing; give a layout or a list");
    }
    if (body.hasNonNull("list") && body.size() > 2) {
      throw WebException.wrong("list", "says all of the electrodes; leave the other fields out");
    }
    return change(
        now,
        layout == null
            ? list(body.path("list"))
            : Layouts.yaml(
                layout,
                now.film(),
                Json.quantity(body, "radius", Dimension.LENGTH),
                Json.quantity(body, "margin", Dimension.LENGTH),
                Json.quantity(body, "length", Dimension.LENGTH)));
  }

  private static String list(JsonNode list) {
    List<Object> entries = new ArrayList<>();
    for (JsonNode node : list) {
      String place = "list[%d]".formatted(entries.size() + 1);
      if (!node.isObject()) {
        throw WebException.wrong(
            place,
            "an object with name, centre and radius is needed, not %s",
            Json.shown(node.toString()));
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("shape", "disc");
      node.properties()
          .forEach(
              e -> {
                String key = Json.shown(e.getKey());
                entry.put(e.getKey(), lengths(e.getValue(), place + "." + key));
              });
      entries.add(entry);
    }
    return Json.text(entries);
  }

  private static Object lengths(JsonNode node, String key) {
    if (node.isArray()) {
      List<Object> all = new ArrayList<>();
      node.forEach(n -> all.add(lengths(n, key)));
      return all;
    }
    return Json.written(
        node, key, key.endsWith(".resistance") ? Dimension.RESISTANCE : Dimension.LENGTH);
  }

  /** One contact to another place. */
  CompletableFuture<?> move(JsonNode body) {
    Experiment now = film.experiment();
    int moved = index(Json.needed(body, "electrode"), now);
    JsonNode centre = body.path("centre");
    if (!centre.isArray() || centre.size() != 2) {
      throw WebException.wrong("centre", "two lengths [x, y] are needed");
    }
    double[] to = new double[2];
    for (int c = 0; c < 2; c++) {
      to[c] = Json.value(centre.get(c), "centre", Dimension.LENGTH);
    }
    return change(now, MovedElectrode.yaml(now, moved, to));
  }

  private CompletableFuture<?> change(Experiment now, String electrodes) {
    return films
        .vetted(
            () -> {
              Experiment plain =
                  ExperimentFile.with(
                      now.withProtocol(List.of(new Step.Rest(1e-9))),
                      List.of("electrodes=" + electrodes));
              films.admission().bound(plain);
              try (Room.Hold hold = films.room().hold(plain, Room.LIVE, screen)) {
                Vetting.vet(plain);
                return plain;
              }
            },
            late -> {})
        .thenAccept(film::electrodes);
  }
}
