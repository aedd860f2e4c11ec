package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.io.Table;
import hopfilm.io.TableReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of another program in docs/howto/from-mumax-oommf.md, carried over. */
@Tag("slow")
class CarriedOverTest {

  @TempDir Path folder;

  @Test
  void theWallMovesAtTheSpeedThatThePageStates() throws Exception {
    PageCode page = PageCode.of("howto/from-mumax-oommf.md");
    page.write("wall.yaml", folder);
    page.shell(folder);
    Table table = TableReader.read(folder.resolve("wall/table.txt"));
    double[] t = table.column("t");
    double[] mz = table.column("mz");
    int last = t.length - 1;
    // more than a nanometre of 512
    assertThat(Math.abs(mz[last] - mz[0])).isGreaterThan(0.004);
    int second = last - 20; // the last two of the four nanoseconds under current
    double v = (mz[last] - mz[second]) / (t[last] - t[second]) * 512e-9 / 2;
    // that of the script: mumax3 divides by 1 + xi^2
    double u = 9.2740100783e-24 * 0.5e12 / (1.602176634e-19 * 700e3) / (1 + 0.1 * 0.1);
    // xi u/alpha below breakdown (Thiaville et al., doi:10.1209/epl/i2004-10452-6); second order of
    // the lattice, 0.3 (2/10)^2
    assertThat(Math.abs(v)).isCloseTo(0.1 / 0.3 * u, within(0.012 * 13.6));
  }
}
