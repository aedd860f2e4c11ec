package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

  static Stream<String> bodies() {
    return Stream.of("", "{\"a\": ", "{\"a\": [1, ", "{\"a\" 1}", "{a: 1}", "\0", "[".repeat(5000));
  }

  /** What is wrong, without the names of classes and settings of the reader. */
  @ParameterizedTest
  @MethodSource("bodies")
  void whatIsNoJsonIsSaidPlainly(String body) {
    assertThatThrownBy(() -> Json.object(body.getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("the body is not")
        .hasMessageNotContainingAny("Stream", "Source", "REDACTED", "jackson", "`");
  }
}
