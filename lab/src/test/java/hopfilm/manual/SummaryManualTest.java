package hopfilm.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryManualTest {

  @Test
  void fieldsOfAllRecordsAreThere() {
    assertThat(SummaryManual.markdown())
        .contains("|`conductance` |S |")
        .contains("|`operating_points.{}.power` |W |Joule heating power |")
        .contains("|`retrieval[].from.{}.steps` |", "|`training[].false_passes` |")
        .contains("|`minimum_sampled` |", "|`V0` |V, A |", "|`heat.T_max` |K |");
  }
}
