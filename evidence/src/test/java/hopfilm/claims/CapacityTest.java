package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityTest {

  /** 96 x 96 cells. */
  private static final Effort TINY =
      TinyFilms.wired("614.4 nm, 614.4 nm", "electrodes.radius=8 nm", "electrodes.margin=20 nm");

  @TempDir Path folder;

  /** Thousands of copies are recalled. */
  @Test
  @Tag("slow")
  void isJudgedByItsRuns() throws IOException {
    ClaimResult result = TinyFilms.judged(new Capacity(), TINY, folder.resolve("out"));
    Evidence evidence = result.evidence();
    // films that learned nothing
    assertThat(evidence.tables().get(0).rows().stream().map(row -> row.get(1)))
        .containsExactly("0 of 1", "0 of 1");
    assertThat(evidence.tables().get(1).rows()).hasSize(2).allMatch(row -> row.size() == 6);
    Map<String, List<String>> networks =
        evidence.tables().get(2).rows().stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> row.subList(1, 5)));
    // one pattern is a fixed point of each rule, and uncorrelated ones are of Oja's
    assertThat(networks)
        .hasSize(20)
        .allSatisfy((name, held) -> assertThat(held.get(0)).isEqualTo("100"));
    assertThat(networks.get("24 electrodes, Oja's rule").subList(0, 3)).containsOnly("100");
    assertThat(folder.resolve("out/figures")).isDirectoryContaining("glob:**capacity*.png");
  }
}
