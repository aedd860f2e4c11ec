package hopfilm.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {

  private record Page(String text) implements Claim {
    @Override
    public String id() {
      return "mine";
    }

    @Override
    public String title() {
      return "made up";
    }

    @Override
    public String source() {
      return "nowhere";
    }

    @Override
    public Optional<String> page() {
      return Optional.of(text);
    }

    @Override
    public List<Criterion> criteria() {
      return List.of();
    }

    @Override
    public List<PlannedRun> runs(Effort effort) {
      return List.of();
    }

    @Override
    public void judge(Effort effort, FinishedRuns runs, Evidence evidence) {}
  }

  @Test
  void aChangedPageIsAnotherEntryAndTheFirstOneStays(@TempDir Path folder) throws IOException {
    Claim first = new Page("holds: share(kept) > 0.9");
    Claim later = new Page("holds: share(kept) > 0.5");
    Registration.of(folder).register(List.of(first));
    Registration.Page page = Registration.of(folder).find(first).orElseThrow();
    Registration.of(folder).register(List.of(first));
    assertThat(Registration.of(folder).find(first)).contains(page);
    assertThat(Registration.of(folder).find(later)).isEmpty();

    Registration.of(folder).register(List.of(later));
    Registration all = Registration.of(folder);
    assertThat(all.others(later)).containsExactly(page);
    assertThat(Files.readString(folder.resolve(page.file()))).isEqualTo(first.page().orElseThrow());
    // sha256sum of the text, by another program
    assertThat(page.sha256())
        .isEqualTo("97afab6b42e056b7ebe56f6246f86f6ead5f86db9fc510e92000a8eabcc95742");
  }
}
