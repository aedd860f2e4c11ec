package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Temperatures on their way from the program to the page. */
class HeatedFrameTest extends OwnServer {

  /** 254 steps over 10 K, rounded; 0 where there is no film. */
  @Test
  void thePageReadsTheTemperaturesThatWereSent() throws Exception {
    Grid grid = new Grid(3, 2, 1, 4e-9, 4e-9, 4e-9);
    VectorField m = VectorField.uniform(grid, 0, 0, 1);
    m.z()[4] = 0;
    VectorField j = VectorField.uniform(grid, 1e12, 0, 0);
    FrameCoder.Header header = new FrameCoder.Header(1, 1, 2e-9, 3, 4, 5, 6);
    FrameCoder.Warmth warmth =
        new FrameCoder.Warmth(new double[] {300, 310, 305, 301, 300, 320}, 300, 310);
    for (VectorField current : new VectorField[] {null, j}) {
      JsonNode read = read(FrameCoder.frame(header, m, current, warmth));
      assertThat(read.path("level").toString()).isEqualTo("[1,255,128,26,0,255]");
      assertThat(read.path("range").toString()).isEqualTo("[300,310]");
      assertThat(read.path("mz").toString()).isEqualTo("[127,127,127,127,0,127]");
      assertThat(read.path("time").asDouble()).isEqualTo(2e-9);
      assertThat(read.path("hasCurrent").asBoolean()).isEqualTo(current != null);
    }
    JsonNode cold = read(FrameCoder.frame(header, m, j, null));
    assertThat(cold.path("level").isNull()).isTrue();
  }

  /** A page that comes to a film at rest sees how hot it is without waiting for another picture. */
  @Test
  void theFirstFrameOfAHeatedFilmHasItsTemperature() throws Exception {
    String film = caller.film(Caller.SMALL + "heat: {substrate: MgO}\n");
    caller.await(film, s -> s.path("status").asString().equals("idle"));
    Page page = caller.page(film);
    Caller.await(() -> !page.frames.isEmpty());
    ByteBuffer first = page.frames.iterator().next().order(ByteOrder.LITTLE_ENDIAN);
    assertThat(first.get(6) & 4).isEqualTo(4);
    assertThat(first.getFloat(64)).isEqualTo(300f);
  }

  private JsonNode read(byte[] frame) throws Exception {
    Path file = Files.write(folder.resolve("frame"), frame);
    return JsonMapper.shared()
        .readTree(
            Node.run(
                """
                const { readFrame } = await load(process.argv[1]);
                const bytes = readFileSync(process.argv[2]);
                const f = readFrame(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
                console.log(JSON.stringify({
                  level: f.warmth && [...f.warmth.level], range: f.warmth?.range, mz: [...f.m.slice(12)], time: f.time,
                  hasCurrent: f.j !== null }));
                """,
                Node.file("film/frame.js").toString(),
                file.toString()));
  }
}
