package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A run says what it has to say to its listener. */
@Isolated("standard output is that of the whole process")
class PrintsNothingTest {

  @TempDir Path folder;

  @Test
  void theLibraryPrintsNothing() throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      System.setErr(caught);
      SmallFilm.run(folder, "network.reference=saturated");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    // without a logging back end, which a library does not choose, SLF4J says so once
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(l -> !l.startsWith("SLF4J"))
        .isEmpty();
  }
}
