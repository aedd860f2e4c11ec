package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.io.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that ends and cannot write among its runs, as where the disk is full. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AutoSaveTest {

  @TempDir Path folder;

  @Test
  void aFilmIsThenKeptAmongTemporaryFiles() throws Exception {
    Path runs = folder.resolve("runs");
    try (Caller caller = new Caller(runs)) {
      String film = caller.film(Caller.SMALL.replace("small film", "film without a place"));
      caller.command(film, "{\"command\": \"train\", \"time\": \"20 ps\"}");
      caller.await(film, s -> Caller.isIdle(s) && !s.path("undo").isNull());
      FileTree.remove(runs);
      Files.createFile(runs);
      List<String> said = new ArrayList<>();
      assertThat(caller.server().keepFilms(100, said::add)).isTrue();
      assertThat(said.get(0)).startsWith("film without a place cannot be kept: ").contains("runs");
      assertThat(said.get(1)).startsWith("film without a place is kept in ");
      Path kept = Path.of(said.get(1).replaceAll(".* in |; .*", ""));
      assertThat(kept).isDirectoryContaining("glob:**table.txt");
      FileTree.remove(kept);
    }
  }
}
