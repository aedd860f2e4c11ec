package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page makes of the table: heat, the stretches with current, currents of contacts. */
class HeatOnPageTest {

  private static JsonNode run(String script) throws Exception {
    String begin =
        """
        const { driven, heat, largestCurrent } = await load(process.argv[1]);
        const columns = ["t", "P"].map((name) => ({ name }));
        const film = { size: [5e-7, 4e-7, 1e-6], volume: 1.5e-19 };
        """;
    return JsonMapper.shared().readTree(Node.run(begin + script, Node.file("heat.js").toString()));
  }

  /** 2 W for 3 ns between two ramps of 1 ns: 8 nJ, in 0.15 um^3 at 3.5 MJ/(m^3 K). */
  @Test
  void heatIsThePowerOverTimeAndTheVolume() throws Exception {
    JsonNode heat =
        run(
            """
            const rows = [[0, 0], [1e-9, 2], [4e-9, 2], [5e-9, 0]];
            console.log(JSON.stringify([heat({ columns, rows }, film), heat({ columns, rows: [[0, 0], [1, 0]] }, film)]));
            """);
    assertThat(heat.path(0).path("joule").asDouble()).isCloseTo(8e-9, within(1e-20));
    assertThat(heat.path(0).path("kelvin").asDouble())
        .isCloseTo(8e-9 / (3.5e6 * 1.5e-19), within(1e-6));
    assertThat(heat.path(0).path("watts").asDouble()).isZero();
    assertThat(heat.path(0).path("isModelled").asBoolean()).isFalse();
    assertThat(heat.path(1).isNull()).isTrue();
  }

  @Test
  void stretchesWithCurrentAreJoined() throws Exception {
    JsonNode spans =
        run(
            """
            const rows = [[0, 0], [1, 0], [2, 5], [3, 5], [4, 0], [5, 0], [6, 7]];
            console.log(JSON.stringify(driven({ columns, rows })));
            """);
    assertThat(spans.toString()).isEqualTo("[[1,3],[5,6]]");
  }

  @Test
  void aFloatingOrIdleContactIsNotDriven() throws Exception {
    JsonNode driven =
        run(
            """
            const { isDriven } = await load(process.argv[1]);
            const e = (voltage, current) => ({ voltage, current });
            console.log(JSON.stringify([
              isDriven({ electrodes: [e(null, null), e(0.1, null)] }), isDriven({ electrodes: [e(null, null)] }), isDriven(null)]));
            """);
    assertThat(driven.toString()).isEqualTo("[true,false,false]");
  }

  /** Contacts a and b at +1 and -1 V over 3 S, c at 1 V: through b flow 2 x 3 + 2 x 1 A. */
  @Test
  void theLargestCurrentIsThatOfKirchhoff() throws Exception {
    JsonNode current =
        run(
            """
            const G = [[3, -3, 0], [-3, 4, -1], [0, -1, 1]];
            const at = (voltage) => ({ voltage });
            console.log(JSON.stringify([
              largestCurrent({ G }, [at(1), at(-1), at(1)]), largestCurrent({ G }, [at(1), at(null), at(1)]),
              largestCurrent({ G }, [at(1), at(1), at(1)])]));
            """);
    assertThat(current.path(0).asDouble()).isEqualTo(8);
    assertThat(current.path(1).isNull()).isTrue();
    assertThat(current.path(2).isNull()).isTrue();
  }
}
