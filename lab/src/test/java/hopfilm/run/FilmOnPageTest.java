package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.chart.Prefix;
import hopfilm.folder.RunFolder;
import hopfilm.io.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page of a run that trains no pattern. */
class FilmOnPageTest {

  private static final String[] SMALL = {
    "film.size=[96 nm, 80 nm]",
    "electrodes.radius=20 nm",
    "initial.relax=4 ps",
    "output.table=2 ps",
    "output.snapshots=2 ps",
    "output.report=on",
    "output.figures=off"
  };

  @TempDir Path folder;

  private String page(String protocol) throws IOException {
    String[] settings = new String[SMALL.length + 1];
    System.arraycopy(SMALL, 0, settings, 0, SMALL.length);
    settings[SMALL.length] = "protocol=" + protocol;
    SmallFilm.run(folder, settings);
    return Files.readString(folder.resolve("index.html"));
  }

  @Test
  void aFilmThatOnlyRelaxesHasItsTexturesAndItsEnergies() throws IOException {
    String html = page("[rest: 4 ps]");
    assertThat(html)
        .contains(
            "Magnetisation of the film, start, t = 0",
            "film, end, t = " + Prefix.format(8e-12, "s"))
        .doesNotContain("kept no texture", "id=\"energies\"", "id=\"conductances\"", ">contact<");
    Table table = new RunFolder(folder).readTable();
    double[] total = table.column("E_total");
    assertThat(html)
        .contains(
            "<td>E_total</td><td>%s</td><td>%s</td>"
                .formatted(
                    Prefix.format(total[0], "J"), Prefix.format(total[total.length - 1], "J")));
  }

  /** Page, summary and result have the same warnings: here the heat that the model leaves out. */
  @Test
  void theWarningsOfThePageAreThoseOfTheSummary() throws IOException {
    String html = page("[{train: {voltages: [200 mV, 0 V, -200 mV, 0 V], time: 4 ps}}]");
    JsonNode warnings = SmallFilm.summary(folder).get("warnings");
    assertThat(warnings.toString()).contains("the current would warm the film by ");
    int count = warnings.size();
    assertThat(html).contains(count == 1 ? "1 warning<" : count + " warnings<");
    for (JsonNode warning : warnings) {
      assertThat(html).contains(warning.asString().substring(0, 40));
    }
  }

  /** Before the current is the film at 4 ps, where it begins, not the noise at the start. */
  @Test
  void aFilmThatIsOnlyDrivenHasItsContacts() throws IOException {
    String html = page("[{train: {voltages: [10 mV, 0 mV, -10 mV, 0 mV], time: 4 ps}}]");
    assertThat(html)
        .contains(
            "film, before the current, t = " + Prefix.format(4e-12, "s"),
            "film, trained, t = " + Prefix.format(8e-12, "s"))
        .contains("Current density of the film with streamlines, before the current");
    JsonNode point = SmallFilm.summary(folder).get("operating_points").get("trained");
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      double current = point.get("currents").get(k).asDouble();
      double power = point.get("voltages").get(k).asDouble() * current;
      assertThat(html)
          .contains(
              "<td>%s</td><td>%s</td>"
                  .formatted(Prefix.format(current, "A"), Prefix.format(power, "W")));
      sum += power;
    }
    // the power of all contacts is the Joule heat of the film
    assertThat(html).contains("<td>all</td><td></td><td></td><td>" + Prefix.format(sum, "W"));
  }
}
