package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hopfilm.claims.ClaimCost;
import hopfilm.claims.Claims;
import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Reproduction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {

  @Test
  void listsTheClaimsWithTheirCostAndRunsNone() {
    Program p = Program.call("reproduce", "list", "fig2", "heat", "--quick", "--workers", "2");
    assertThat(p.status()).isZero();
    assertThat(p.out())
        .containsSubsequence("id", "runs", "time", "fig2", "heat", "together")
        .doesNotContain("mesh");
    assertThat(Path.of("reproduction")).doesNotExist();
  }

  /**
   * One of ten films is read, and it is not vetted: at 3 kB a cell it needs 190 GB. It is refused
   * where it is to be run, and there alone.
   */
  @Test
  void aListReadsAFilmOfEachKindAndVetsNone(@TempDir Path folder) throws IOException {
    String film = "film: {size: [16 um, 16 um], cell: 4 nm, layers: 4, thickness: 16 nm}\n";
    AtomicInteger read = new AtomicInteger();
    Object kind = new Object();
    List<PlannedRun> ten =
        IntStream.rangeClosed(1, 10)
            .mapToObj(
                seed ->
                    PlannedRun.of(
                        "vast-" + seed,
                        () -> seed,
                        kind,
                        () -> {
                          read.incrementAndGet();
                          List<String> maze = List.of("initial.seed=" + seed);
                          return ExperimentFile.unvetted(film, "vast", maze);
                        }))
            .toList();
    Claim vast = new Vast(ten);
    assertThat(ClaimCost.of(List.of(vast), Effort.FULL).get(0).runs()).isEqualTo(10);
    assertThat(read).hasValue(1);

    Claim heat = Claims.all().stream().filter(c -> c.id().equals("heat")).findFirst().orElseThrow();
    List<Claim> both = List.of(vast, heat);
    assertThat(new Reproduction(folder, both, List.of(heat), Effort.QUICK).size()).isPositive();
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> new Reproduction(folder, both, List.of(vast), Effort.QUICK))
        .withMessageContaining("cells need about");
  }

  /** A claim on films of which none is run. */
  private record Vast(List<PlannedRun> films) implements Claim {
    @Override
    public String id() {
      return "vast";
    }

    @Override
    public String title() {
      return "A vast film";
    }

    @Override
    public String source() {
      return "nowhere";
    }

    @Override
    public List<Criterion> criteria() {
      return List.of();
    }

    @Override
    public List<PlannedRun> runs(Effort effort) {
      return effort.isQuick() ? films.subList(0, 1) : films;
    }

    @Override
    public void judge(Effort effort, FinishedRuns runs, Evidence e) {
      throw new AssertionError("nothing was run");
    }
  }

  /** The stored list of all is printed as that which is planned, with the time of this machine. */
  @Test
  void theStoredListIsTheOneThatIsPlanned() {
    List<String> names = Claims.known().stream().map(Claim::id).toList();
    List<String> command = new ArrayList<>(List.of("reproduce", "list", "--quick"));
    String stored = Program.call(command.toArray(String[]::new)).out();
    command.addAll(names);
    String planned = Program.call(command.toArray(String[]::new)).out();
    assertThat(withoutTimes(stored)).isEqualTo(withoutTimes(planned));
  }

  private static String withoutTimes(String list) {
    return list.replaceAll("a few seconds|about [0-9.]+ (s|min|h)", "").replaceAll(" +", " ");
  }

  @Test
  void claimsBeyondThePaperAreListedButNotAmongAll() {
    Program p = Program.call("reproduce", "list", "--quick");
    assertThat(p.out()).containsSubsequence("letters", "by name only", "capacity", "by name only");
    assertThat(Program.call("reproduce", "list", "all", "--quick").out())
        .contains("fig1")
        .doesNotContain("capacity");
    assertThat(Program.call("reproduce", "list", "letters", "--quick").out())
        .contains("A letter of 5 x 7 pixels")
        .doesNotContain("fig1");
  }

  /** Those that were not asked for are counted, not listed. */
  @Test
  @Tag("slow")
  void showsTheVerdictsOfWhatWasAskedFor(@TempDir Path folder) {
    Program p = Program.call("reproduce", "degeneracy", "--quick", "--out", folder + "/out");
    assertThat(p.status()).isZero();
    assertThat(p.out()).contains("degeneracy").doesNotContain("fig1").doesNotContain("not run");
    assertThat(p.err()).contains("18 other claims were not run here");
  }
}
