package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Effort;
import hopfilm.reservoir.Reservoir;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReservoirTest {

  @Tag("slow")
  @Test
  void aFilmOfAFewCellsIsJudged(@TempDir Path folder) throws IOException {
    Effort tiny =
        new Effort(
            true,
            List.of(
                "film.size=[51.2 nm, 51.2 nm]",
                "electrodes.radius=13 nm",
                "initial.relax.time=1 ns"));
    ClaimResult result = TinyFilms.judged(new Reservoir(), tiny, folder);
    assertThat(result.evidence().outcomes()).hasSize(6);
    assertThat(result.evidence().tables().get(0).rows()).hasSize(3);
  }
}
