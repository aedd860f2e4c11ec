package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Samples of a live film over HTTP. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SampledFilmTest extends OwnServer {

  private List<String> samples(String film, String query) throws Exception {
    byte[] text = caller.bytes("/api/films/" + film + "/samples.csv" + query);
    return new String(text, StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void samplesAreThoseSoFarOrThoseAfterATimeAndUndoTakesThemBack() throws Exception {
    String film =
        caller.film(Caller.SMALL.replaceFirst("output: \\{", "output: {samples: {every: 2 ps}, "));
    List<String> before = samples(film, "");
    assertThat(before.get(0)).startsWith("Time[s],n1_V[V],n1_I[A],n2_V[V]");
    double last = time(before.get(before.size() - 1));
    caller.command(film, "{\"command\": \"train\", \"voltage\": 0.01, \"time\": 2e-11}");
    caller.await(film, s -> Caller.isIdle(s) && !s.path("undo").isNull());
    List<String> all = samples(film, "");
    List<String> later = samples(film, "?after=" + last);
    assertThat(all).startsWith(before.toArray(String[]::new));
    assertThat(later.get(0)).isEqualTo(all.get(0));
    assertThat(later.subList(1, later.size()))
        .hasSize(10)
        .isEqualTo(all.subList(before.size(), all.size()));
    assertThat(samples(film, "?after=1")).hasSize(1);
    assertThat(caller.get("/api/films/" + film + "/samples.csv?after=soon").status())
        .isEqualTo(400);
    caller.command(film, "{\"command\": \"undo\"}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("undo").isNull());
    assertThat(samples(film, "")).isEqualTo(before);
  }

  private static double time(String row) {
    return Double.parseDouble(row.substring(0, row.indexOf(',')));
  }

  @Test
  void aFilmWithoutSamplesSaysHowToTakeThem() throws Exception {
    String film = caller.film(Caller.SMALL);
    Caller.Answer answer = caller.get("/api/films/" + film + "/samples.csv");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).contains("output.samples");
  }
}
