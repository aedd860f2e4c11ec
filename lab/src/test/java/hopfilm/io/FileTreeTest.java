package hopfilm.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

  private static final int TIMES = 30;

  @Test
  void twoThreadsRemoveTheSameFolder(@TempDir Path folder) throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int n = 0; n < TIMES; n++) {
        Path tree = folder.resolve("tree-" + n);
        for (int i = 0; i < 40; i++) {
          Files.writeString(Files.createDirectories(tree.resolve("a/" + i)).resolve("file"), "");
        }
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Void> removal =
            () -> {
              together.await();
              FileTree.remove(tree);
              return null;
            };
        for (Future<Void> done : two.invokeAll(List.of(removal, removal))) {
          done.get();
        }
        assertThat(tree).doesNotExist();
      }
    } finally {
      two.shutdown();
    }
  }

  @Test
  void linksAreRemovedAndNotFollowed(@TempDir Path folder) throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("stays"), "");
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Files.createSymbolicLink(tree.resolve("link"), other);
    Files.createSymbolicLink(tree.resolve("broken"), folder.resolve("nothing"));

    FileTree.remove(tree);
    FileTree.remove(tree);

    assertThat(tree).doesNotExist();
    assertThat(other.resolve("stays")).exists();
  }
}
