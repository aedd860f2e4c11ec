package hopfilm.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hopfilm.input.ExperimentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {

  private record Page(String text, Map<String, String> files) implements Claim {

    Page(String text) {
      this(text, Map.of());
    }

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
    Registration.of(folder).register(first, 0);
    Registration.Page page = Registration.of(folder).find(first).orElseThrow();
    Registration.of(folder).register(first, 0);
    assertThat(Registration.of(folder).find(first)).contains(page);
    assertThat(Registration.of(folder).find(later)).isEmpty();
    assertThat(page.when()).endsWith(" UTC");

    Registration.of(folder).register(later, 2);
    Registration all = Registration.of(folder);
    assertThat(all.others(later)).containsExactly(page);
    assertThat(Files.readString(folder.resolve(page.file()))).isEqualTo(first.page().orElseThrow());
    assertThat(all.find(later).orElseThrow().when()).endsWith("when 2 of its runs were there");
    // sha256sum of the text, by another program
    assertThat(page.sha256())
        .isEqualTo("97afab6b42e056b7ebe56f6246f86f6ead5f86db9fc510e92000a8eabcc95742");
  }

  /** The films that a page names in another file are as much of the claim as the page. */
  @Test
  void aChangedFileOfAPageIsAnotherEntry(@TempDir Path folder) throws IOException {
    Claim first = new Page("page", Map.of("film.yaml", "voltage: 30 mV"));
    Claim later = new Page("page", Map.of("film.yaml", "voltage: 60 mV"));
    Registration.of(folder).register(first, 0);
    Registration.of(folder).register(later, 0);
    Registration all = Registration.of(folder);
    assertThat(all.others(later)).hasSize(1);
    String copy = all.find(later).orElseThrow().file() + "-film.yaml";
    assertThat(Files.readString(folder.resolve(copy))).isEqualTo("voltage: 60 mV");
  }

  @Test
  void aDamagedRecordIsSaid(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("registered.json"), "[");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> Registration.of(folder))
        .withMessageContaining("registered.json: cannot be read");
  }
}
