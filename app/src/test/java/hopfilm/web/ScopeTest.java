package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.transport.ResistanceMatrix;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page draws of volts, amperes and ohms. */
class ScopeTest {

  private static JsonNode run(String script) throws Exception {
    String begin = "const scope = await load(process.argv[1]);\n";
    return JsonMapper.shared().readTree(Node.run(begin + script, Node.file("scope.js").toString()));
  }

  @Test
  void resistancesAreThoseOfTheProgram() throws Exception {
    String triangle = "[[5, -2, -3, 0], [-2, 6, -4, 0], [-3, -4, 7, 0], [0, 0, 0, 0]]";
    double[][] g = {{5, -2, -3}, {-2, 6, -4}, {-3, -4, 7}};
    JsonNode said =
        run(
            """
            const g = %s;
            console.log(JSON.stringify([
              scope.resistance([[5, -2, -3], [-2, 6, -4], [-3, -4, 7]], 0, 1),
              scope.resistance([[2, -2], [-2, 2]], 1, 0),
              scope.resistance(g, 0, 3),
              scope.resistance([[2, 0.5], [0.5, 1]], 0, 1)]));
            """
                .formatted(triangle));
    // 2 S in parallel with 3 S and 4 S in series
    assertThat(said.get(0).asDouble())
        .isCloseTo(1 / (2 + 12 / 7.), within(1e-15))
        .isCloseTo(ResistanceMatrix.of(g).between(0, 1), within(1e-14));
    assertThat(said.get(1).asDouble()).isCloseTo(0.5, within(1e-15));
    assertThat(said.get(2).isNull()).as("nothing connects them").isTrue();
    double[][] inverted = {{2, 0.5}, {0.5, 1}};
    assertThat(said.get(3).asDouble())
        .isCloseTo(ResistanceMatrix.of(inverted).between(0, 1), within(1e-14));
  }

  @Test
  void columnsOfContactsAreGroupsAndPairsHaveResistances() throws Exception {
    JsonNode said =
        run(
            """
            const columns = ["t", "E_dmi", "G_n1_n1", "G_n1_n2", "G_n2_n2", "V_n1", "V_n2", "I_n1"].map((name) => ({ name }));
            const all = scope.withResistances(columns);
            const table = { columns, rows: [[0, 0, 4, -4, 4, 1, 0, 4]] };
            console.log(JSON.stringify({
              groups: scope.GROUPS.map((g) => columns.filter(g.has).map((c) => c.name)),
              names: all.map((c) => c.name),
              ohm: scope.values(all.at(-1), table),
              volt: scope.values(columns[5], table)}));
            """);
    assertThat(said.get("groups").toString())
        .isEqualTo("[[\"G_n1_n2\"],[\"E_dmi\"],[\"V_n1\",\"V_n2\"],[\"I_n1\"]]");
    assertThat(said.get("names").toString()).endsWith("\"I_n1\",\"R_n1_n2\"]");
    assertThat(said.get("ohm").get(0).asDouble()).isEqualTo(0.25);
    assertThat(said.get("volt").get(0).asDouble()).isEqualTo(1);
  }
}
