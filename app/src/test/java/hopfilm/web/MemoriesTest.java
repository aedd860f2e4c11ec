package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.hopfield.Pattern;
import hopfilm.web.Caller.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pictures in films with a row, and what comes back, over HTTP. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MemoriesTest extends OneServer {

  /** A film of 40 x 32 cells and three pixels; too small to learn, but it is written and read. */
  private static final String ROW =
      """
      name: small row
      film: {size: [160 nm, 128 nm], cell: 4 nm}
      electrodes: {rows: {grid: 2x3, pixels: 3}, radius: 16 nm, margin: 24 nm}
      initial: {texture: maze, seed: SEED, relax: 20 ps}
      protocol:
        - write: {picture: "+--", voltage: 10 mV, time: 40 ps}
      network: {reference: {untrained: 1.003}, self_term: zero}
      output: {table: 1 ns, snapshots: 1 ns, formats: [ovf], report: off}
      """;

  private static final String WRITE =
      "{\"command\": \"write\", \"picture\": \"%s\", \"voltage\": \"10 mV\", \"time\": \"40 ps\"}";

  private String written(int seed, String picture) throws Exception {
    String film = caller.film(ROW.replace("SEED", String.valueOf(seed)));
    assertThat(caller.command(film, WRITE.formatted(picture)).status()).isEqualTo(200);
    caller.await(film, s -> Caller.isIdle(s) && !s.path("undo").isNull());
    return film;
  }

  private Answer recall(String picture) throws Exception {
    return caller.post("/api/memories", Map.of("picture", picture));
  }

  @Test
  void aFilmHoldsThePictureThatWasWrittenLast() throws Exception {
    assertThat(caller.get("/api/memories").json()).isEmpty();
    String film = caller.film(ROW.replace("SEED", "1"));
    assertThat(caller.get("/api/memories").json()).as("nothing was written").isEmpty();
    for (String picture : new String[] {"+--", "--+"}) {
      caller.command(film, WRITE.formatted(picture));
      Caller.await(
          () -> {
            try {
              JsonNode held = caller.get("/api/memories").json();
              return held.size() == 1 && held.at("/0/picture").asString().equals(picture);
            } catch (java.io.IOException e) {
              throw new IllegalStateException(e);
            }
          });
    }
    caller.await(film, Caller::isIdle);
    assertThat(caller.get("/api/memories").json().at("/0/film").asString()).isEqualTo(film);
    assertThat(caller.get("/api/films/" + film + "/experiment").status()).isEqualTo(200);
    caller.delete("/api/films/" + film);
    assertThat(caller.get("/api/memories").json()).isEmpty();
  }

  /**
   * Whatever picture is given, one row answers with its own or the negative of it: all pixels that
   * its weights have right.
   */
  @Test
  void theRowWithTheLargestShareAnswers() throws Exception {
    String one = written(1, "+--");
    String two = written(2, "-+-");
    JsonNode held = caller.get("/api/memories").json();
    assertThat(held).hasSize(2);
    for (String given : new String[] {"+--", "-+-", "+++", "--+"}) {
      JsonNode back = recall(given).json();
      JsonNode currents = back.path("currents");
      assertThat(currents.at("/0/film").asString()).isEqualTo(one);
      assertThat(currents.at("/1/film").asString()).isEqualTo(two);
      double first = Math.abs(currents.at("/0/share").asDouble());
      double second = Math.abs(currents.at("/1/share").asDouble());
      assertThat(Math.max(first, second)).isLessThanOrEqualTo(1 + 1e-12); // rounding of the sum
      assertThat(back.path("film").asString()).isEqualTo(first >= second ? one : two);
      // from its own answer a row has the largest current that it can have
      String picture = back.path("picture").asString();
      JsonNode again = recall(picture).json();
      assertThat(again.path("picture").asString()).isEqualTo(picture);
    }
  }

  /** From the middle both kinds weigh alike; a picture of one kind has no middle. */
  @Test
  void darkAndLightPixelsCountAlike() {
    List<Double> shares =
        HeldPicture.of("f1", new Pattern("--+++"), new double[] {9, -5, -3, 1, 1, 1}).shares();
    // the middle is (-4 + 1) / 2: -3.5, -1.5, and 2.5 three times
    List<Double> even = List.of(-3.5, -1.5, 2.5, 2.5, 2.5);
    for (int k = 0; k < even.size(); k++) {
      assertThat(shares.get(k)).isCloseTo(even.get(k) / 12.5, within(1e-15)); // rounding
    }
    assertThat(HeldPicture.of("f1", new Pattern("++"), new double[] {9, 1, 3}).shares())
        .containsExactly(0.25, 0.75);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'picture': '+x-'} | 400 | picture",
        "{'picture': ''} | 400 | picture",
        "{} | 400 | picture",
        "{'picture': '+-', 'flips': 1} | 400 | flips",
        "{'picture': '++--'} | 409 | no film holds a picture of 4 pixels: write one first",
      })
  void whatCannotBeRecalledIsRefused(String body, int status, String said) throws Exception {
    Answer answer = caller.post("/api/memories", body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.error()).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'picture': '/etc/hostname', 'voltage': '10 mV', 'time': '40 ps'} | 400 | files are not read here",
        "{'picture': '+-', 'voltage': '10 mV', 'time': '40 ps'} | 422 | 3",
        "{'picture': '+--', 'voltage': '10 ns', 'time': '40 ps'} | 422 | voltage",
        "{'voltage': '10 mV', 'time': '40 ps'} | 422 | picture",
        "{'picture': '+--', 'voltage': '10 mV', 'time': '40 ps', 'until': 'done'} | 422 | until",
      })
  void whatCannotBeWrittenIsRefused(String fields, int status, String said) throws Exception {
    String film = caller.film(ROW.replace("SEED", "1"));
    Answer answer =
        caller.command(film, "{\"command\": \"write\", " + fields.substring(1).replace('\'', '"'));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.error()).contains(said);
    assertThat(caller.state(film).path("undo").isNull()).isTrue();
  }

  /** Whether a file is there, and what is in it, is nobody's business who sends an experiment. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "protocol: [{write: {picture: /etc/hostname}}]",
        "protocol: [{repeat: {times: 2, steps: [{write: {picture: none.png}}]}}]",
        "protocol: [{write: {picture: '+--'}}]\nsweep: {write.picture: ['+--', /etc/hostname]}",
      })
  void filesOfPicturesAreNotRead(String protocol) throws Exception {
    String yaml =
        ROW.replace("SEED", "1").replaceFirst("(?s)protocol:.*?\nnetwork", protocol + "\nnetwork");
    for (String where : new String[] {"/api/check", "/api/films"}) {
      Answer answer = caller.post(where, Map.of("experiment", yaml));
      assertThat(answer.error()).contains("write.picture: files are not read here");
    }
    Answer signs = caller.post("/api/check", Map.of("experiment", ROW.replace("SEED", "1")));
    assertThat(signs.json().path("ok").asBoolean()).isTrue();
  }

  @Test
  void aFilmWithoutARowTakesNoPicture() throws Exception {
    String film = caller.film(Caller.SMALL);
    Answer answer = caller.command(film, WRITE.formatted("+--"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error()).contains("row");
  }
}
