package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegionsOnPageTest {

  private static JsonNode film(String regions) {
    Experiment e =
        ExperimentFile.parse(
            "film: {size: [160 nm, 120 nm]}\nprotocol: [rest: 1 ps]", "film", List.of(regions));
    return JsonMapper.shared().valueToTree(Messages.contacts(e, 1, null)).get("film");
  }

  /** As electrodes are written, so that one script draws both. */
  @Test
  void thePageHasTheOutlinesOfRegions() {
    JsonNode regions =
        film("regions=[{shape: disc, centre: [80 nm, 60 nm], radius: 20 nm, Ku: 0 J/m^3},"
                + " {shape: ellipse, centre: [40 nm, 60 nm], size: [20 nm, 40 nm], alpha: 1}]")
            .get("regions");
    assertThat(regions).hasSize(2);
    assertThat(regions.get(0).get("shape").asString()).isEqualTo("disc");
    assertThat(regions.get(0).get("radius").asDouble()).isEqualTo(20e-9);
    assertThat(regions.get(1).get("shape").asString()).isEqualTo("contours");
    assertThat(regions.get(1).get("contours").get(0).size()).isGreaterThan(8);
    assertThat(film("name=plain").has("regions")).isFalse();
  }
}
