package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A server for all tests of a class, which must still answer after each of them. */
abstract class OneServer {

  @TempDir static Path runs;
  static Caller caller;

  @BeforeAll
  static void start() throws Exception {
    caller = new Caller(runs);
  }

  @AfterEach
  void goesOn() throws Exception {
    assertThat(caller.get("/api/hello").status()).isEqualTo(200);
    caller.clear(runs);
  }

  @AfterAll
  static void stop() {
    caller.close();
  }
}
