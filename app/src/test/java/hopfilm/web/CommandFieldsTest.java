package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.web.Caller.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each command takes its own fields, and what it does not take is refused before it acts. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandFieldsTest extends OneServer {

  private String film;

  @BeforeEach
  void open() throws Exception {
    film = caller.film(Caller.SMALL);
  }

  private JsonNode refused(String json, int status) throws Exception {
    JsonNode before = caller.state(film);
    Answer answer = caller.command(film, json);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    JsonNode after = caller.state(film);
    for (String key : new String[] {"status", "pattern", "voltage", "chapter", "undo", "seed"}) {
      assertThat(after.path(key)).as(key).isEqualTo(before.path(key));
    }
    return answer.json().path("error");
  }

  static List<Class<? extends Command>> all() {
    return Command.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void aFieldOfAnotherCommandIsRefused(Class<? extends Command> command) throws Exception {
    String field = command == FilmCommand.Save.class ? "time" : "name";
    String word = Command.word(command);
    JsonNode error = refused("{\"command\": \"%s\", \"%s\": \"1\"}".formatted(word, field), 400);
    assertThat(error.path("key").asString()).isEqualTo(field);
    assertThat(error.path("message").asString())
        .startsWith(field + ": the command " + word)
        .contains(
            Json.fields(command).isEmpty()
                ? "takes no field"
                : "it takes " + String.join(", ", Json.fields(command)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'command': 'train', 'voltge': 1} | did you mean voltage?",
        "{'command': 'trian'} | there is no 'trian'; did you mean train? It is one of train, rest,",
        "{'command': 'network', 'self_term': 'full', 'selfTerm': 'zero'} | the old name of self_term",
        "{'command': 'retrieve', 'start': '++++', 'flips': 1} | give one of them",
        "{'command': 'drive', 'voltages': {'n1': {'samples': 'u.csv', 'every': '1 ns', 'scale': '1 V'}}} | files are not read here",
        "{'command': 'step', 'time': '-1 ns'} | a time above 0 s is needed, not -1 ns",
        "{'command': 'electrodes', 'layout': 'corners', 'list': []} | leave the other fields out",
      })
  void whatIsWrongIsSaid(String command, String said) throws Exception {
    assertThat(refused(command.replace('\'', '"'), 400).path("message").asString()).contains(said);
  }

  /** What a file or its run would refuse is refused with the same words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'command': 'train', 'voltages': [1, 0, 0, 0], 'pattern': '+-+-'} | pattern",
        "{'command': 'train', 'voltages': [1, 0, 0, 0], 'voltage': 1} | voltage",
        "{'command': 'train', 'patterns': ['+-+-'], 'pattern': '+-+-'} | pattern",
        "{'command': 'train', 'current': 1} | current",
        "{'command': 'drive', 'voltages': {'n1': {'sine': '1 mV'}}} | drive.voltages.n1.frequency",
        "{'command': 'drive', 'voltages': {'n9': '1 mV'}} | drive.voltages.n9",
        "{'command': 'drive', 'voltages': {'n1': {'samples': [0, 1], 'every': '50 fs', 'scale': '1 mV'}}} | n1.every",
        "{'command': 'set', 'current': 1} | current",
      })
  void fieldsThatExcludeEachOtherAreRefused(String command, String key) throws Exception {
    assertThat(refused(command.replace('\'', '"'), 422).path("key").asString()).endsWith(key);
  }

  @Test
  void namesOfVersion02AreStillTaken() throws Exception {
    Answer network = caller.command(film, "{\"command\": \"network\", \"selfTerm\": \"full\"}");
    for (String name : new String[] {"self_term", "selfTerm"}) {
      assertThat(network.json().path("state").path(name).asString()).isEqualTo("full");
    }
    caller.command(film, "{\"command\": \"train\", \"time\": \"20 ps\"}");
    caller.await(film, s -> Caller.isIdle(s) && !s.path("undo").isNull());
    for (Map.Entry<String, String> order :
        Map.of("fixed", "fixed", "ascending", "ascending", "", "fixed").entrySet()) {
      String said = order.getKey().isEmpty() ? "" : ", \"order\": \"" + order.getKey() + "\"";
      JsonNode retrieval =
          caller
              .command(film, "{\"command\": \"retrieve\", \"start\": \"++-+\"" + said + "}")
              .json()
              .path("retrieval");
      assertThat(retrieval.path("order").asString()).isEqualTo(order.getValue());
      assertThat(retrieval.path("self_term").asString()).isEqualTo("full");
      assertThat(retrieval.path("selfTerm").asString()).isEqualTo("full");
    }
  }
}
