package hopfilm.web;

import hopfilm.check.Vetting;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.Pattern;
import hopfilm.units.Dimension;
import hopfilm.web.Json.Amount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Commands about the contacts of a live film: their signs, their places, other ones. */
sealed interface ContactCommand extends Command {

  /** Turns one sign round. */
  record Flip(String electrode) implements ContactCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      int k = index(electrode, on.film().state().experiment());
      on.film()
          .set(
              p -> {
                int[] signs = p.signs();
                signs[k] = -signs[k];
                return Pattern.of(signs);
              });
      return Command.done();
    }
  }

  /** A layout or a list of contacts in place of the present ones. */
  record Electrodes(String layout, JsonNode list, Amount radius, Amount margin, Amount length)
      implements ContactCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      boolean isListed = list != null && list.isArray();
      if (layout == null && !isListed) {
        throw WebException.wrong("layout", "is missing; give a layout or a list");
      }
      boolean isMore = layout != null || radius != null || margin != null || length != null;
      if (list != null && isMore) {
        throw WebException.wrong("list", "says all of the electrodes; leave the other fields out");
      }
      Experiment now = on.film().experiment();
      String electrodes =
          isListed
              ? entries(list)
              : Layouts.yaml(
                  layout,
                  now.film(),
                  Amount.si(radius, Dimension.LENGTH),
                  Amount.si(margin, Dimension.LENGTH),
                  Amount.si(length, Dimension.LENGTH));
      return change(on, now, "electrodes=" + electrodes);
    }
  }

  /** One contact to another place. */
  record Move(String electrode, JsonNode centre) implements ContactCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      Experiment now = on.film().experiment();
      int moved = index(electrode, now);
      if (centre == null || !centre.isArray() || centre.size() != 2) {
        throw WebException.wrong("centre", "two lengths [x, y] are needed");
      }
      double[] to = new double[2];
      for (int c = 0; c < 2; c++) {
        to[c] = new Amount("centre", centre.get(c)).si(Dimension.LENGTH);
      }
      return change(on, now.with(MovedElectrode.of(now, moved, to), now.initial(), List.of()));
    }
  }

  private static int index(String electrode, Experiment e) {
    List<String> names = e.electrodes().on(e.film().grid()).stream().map(x -> x.name()).toList();
    int k = names.indexOf(Json.needed(electrode, "electrode"));
    if (k < 0) {
      throw WebException.wrong(
          "electrode",
          "there is no '%s'; there are %s",
          Json.shown(electrode),
          String.join(", ", names));
    }
    return k;
  }

  private static String entries(JsonNode list) {
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
    return new Amount(key, node)
        .written(key.endsWith(".resistance") ? Dimension.RESISTANCE : Dimension.LENGTH);
  }

  private static CompletableFuture<?> change(Target on, Experiment next, String... settings) {
    FilmRegistry films = on.films();
    return films
        .vetted(
            () -> {
              Experiment plain =
                  ExperimentFile.with(
                      next.withProtocol(List.of(new Step.Rest(1e-9))), List.of(settings));
              films.admission().bound(plain);
              try (Admission.Hold hold =
                  films.admission().hold(plain, Admission.LIVE, on.screen())) {
                Vetting.vet(plain);
                return plain;
              }
            },
            late -> {})
        .thenAccept(on.film()::electrodes);
  }
}
