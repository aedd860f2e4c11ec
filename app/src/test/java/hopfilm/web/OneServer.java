package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server of one class for all of its tests, which must still answer after each of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneServer {

  Path runs;
  Caller caller;

  @BeforeAll
  void start(@TempDir Path own) throws Exception {
    runs = own;
    caller = new Caller(runs);
  }

  @AfterEach
  void goesOn() throws Exception {
    assertThat(caller.get("/api/hello").status()).isEqualTo(200);
    caller.clear(runs);
  }

  @AfterAll
  void stop() {
    caller.close();
  }
}
