package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.check.ExperimentCheck;
import hopfilm.file.ExperimentFile;
import hopfilm.web.Caller.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Drawings that are sent: what is read of them, what is refused, and that no file is opened. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SentDrawingTest extends OneServer {

  private static final String DEVICE =
      "device: {svg: /etc/passwd, scale: 1 nm}\nfilm: {cell: 4 nm}\nprotocol: [{rest: 1 ns}]\n";

  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 80 64'>%s</svg>";

  private static final String CONTACTS =
      "<g id='electrodes'><rect id='west' width='8' height='64'/><rect id='east' x='72' width='8'"
          + " height='64'/></g>";

  private JsonNode drawn(String experiment, String drawing) throws Exception {
    Answer answer = caller.post("/api/check", Map.of("experiment", experiment, "drawing", drawing));
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  /** The text that is sent stands for the file, whatever name the experiment has for it. */
  @Test
  void aDrawingIsReadFromTheRequestAndNoFileIsOpened() throws Exception {
    JsonNode said =
        drawn(DEVICE, SVG.formatted("<rect id='film' width='80' height='64'/>" + CONTACTS));
    assertThat(said.path("ok").asBoolean()).isTrue();
    assertThat(said.path("electrodes").valueStream().map(JsonNode::asString))
        .containsExactly("west", "east");
    assertThat(said.path("picture").asString())
        .startsWith("<?xml")
        .doesNotContain("<script", "href=\"http");
    assertThat(said.path("yaml").asString()).doesNotContain("passwd").contains("contours");
    caller.film(said.path("yaml").asString());
    JsonNode picture =
        drawn(
            "film: {mask: [{shape: image, file: /etc/passwd}]}\n",
            SVG.formatted("<rect id='film' width='80' height='64'/>"));
    assertThat(picture.at("/error/message").asString())
        .isEqualTo(
            "film.mask[1].file: pictures are not read here; use hopfilm run, or send the experiment"
                + " that hopfilm check --json prints");
  }

  /** What takes the reader's time, or reaches for files, is said in one line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no drawing | device.svg: the drawing is not an SVG drawing (line 1); save it as SVG",
        "<html/> | device.svg: the drawing is not an SVG drawing: it begins with <html>",
        "<svg xmlns='http://www.w3.org/2000/svg'/> | neither a viewBox nor a width and height",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path id='a' d='M0 0'/></svg> |"
            + " no element has the id or label film; there are a",
        "ENTITIES | has more entities or attributes than are read (line 1); save it as plain SVG",
        "FILE | no element has the id or label film; there are none",
        "STAR | the lines of the drawing cross more than 2000 times; simplify its paths",
        "USES | take more than 2000 million steps to be read, which are allowed for one experiment"
      })
  void aWrongDrawingIsOneLine(String drawing, String said) throws Exception {
    JsonNode answer = drawn(DEVICE, spelled(drawing));
    assertThat(answer.path("ok").asBoolean()).isFalse();
    assertThat(answer.at("/error/message").asString()).contains(said).doesNotContain("root:");
    assertThat(answer.at("/error/message").asString().lines()).hasSize(1);
    assertThat(answer.path("picture").isNull()).isTrue();
  }

  /** The words of {@code hopfilm check}; where nothing can be judged there are none. */
  @Test
  void theVerdictIsThatOfTheCommandLine() throws Exception {
    for (String more : new String[] {"", "material: {dmi: interfacial}\n"}) {
      String yaml = Caller.SMALL + more;
      Answer answer = caller.post("/api/check", Map.of("experiment", yaml));
      assertThat(answer.json().path("verdict").asString())
          .startsWith(more.isEmpty() ? "OK" : "will not learn: dmi: interfacial")
          .isEqualTo(
              ExperimentCheck.of(ExperimentFile.study(yaml, "small", List.of()), 1).verdict());
    }
    Answer wrong = caller.post("/api/check", Map.of("experiment", "film: {cel: 4 nm}\n"));
    assertThat(wrong.json().path("verdict").isNull()).isTrue();
  }

  @Test
  void allErrorsAreInTheAnswerOneLineEach() throws Exception {
    Answer answer =
        caller.post("/api/check", Map.of("experiment", "film: {cel: 4 nm}\nseed: one\nsed: 1\n"));
    JsonNode error = answer.json().path("error");
    assertThat(error.path("line").asInt()).isEqualTo(1);
    assertThat(error.path("key").asString()).isEqualTo("film.cel");
    assertThat(error.path("message").asString().lines())
        .satisfiesExactly(
            l -> assertThat(l).startsWith("line 1: film.cel: unknown key; did you mean film.cell?"),
            l -> assertThat(l).startsWith("line 2: seed: \"one\" is not a whole number"),
            l -> assertThat(l).startsWith("line 3: sed: unknown key; did you mean seed?"));
  }

  private static String spelled(String drawing) {
    StringBuilder text = new StringBuilder();
    switch (drawing) {
      case "ENTITIES" -> {
        text.append("<!DOCTYPE svg [<!ENTITY a0 'x'>");
        for (int k = 1; k < 20; k++) {
          text.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(k, k - 1, k - 1));
        }
        return text + "]>" + SVG.formatted("<g id='&a19;'/>");
      }
      case "FILE" -> {
        return "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            + SVG.formatted("<desc>&e;</desc>");
      }
      case "STAR" -> {
        // 301 lines, each of which crosses almost all others
        text.append("<polygon id='film' points='");
        for (int k = 0; k < 301; k++) {
          double angle = 2 * Math.PI * k * 150 / 301;
          text.append("%.2f,%.2f ".formatted(40 + 30 * Math.cos(angle), 32 + 30 * Math.sin(angle)));
        }
        return SVG.formatted(text + "'/>");
      }
      case "USES" -> {
        // each of 20 groups shows the one before twice
        text.append("<rect id='u0' width='8' height='8'/>");
        for (int k = 1; k < 20; k++) {
          String use = "<use href='#u%d' x='%d'/>";
          text.append("<g id='u%d'>".formatted(k));
          text.append(use.formatted(k - 1, 0)).append(use.formatted(k - 1, k)).append("</g>");
        }
        return SVG.formatted(text + "<use id='film' href='#u19'/>");
      }
      default -> {
        return drawing;
      }
    }
  }
}
