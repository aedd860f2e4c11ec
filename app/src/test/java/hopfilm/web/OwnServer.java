package hopfilm.web;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server for each test, whose runs are in a folder of the test's own. */
abstract class OwnServer {

  @TempDir Path folder;
  Caller caller;

  @BeforeEach
  void start() throws Exception {
    caller = new Caller(folder.resolve("runs"));
  }

  @AfterEach
  void stop() {
    caller.close();
  }
}
