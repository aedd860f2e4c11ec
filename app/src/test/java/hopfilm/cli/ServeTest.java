package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hopfilm.console.ExitStatus;
import hopfilm.web.Page;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a server, and a run that is watched. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeTest {

  private static final Pattern ADDRESS =
      Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/\\?token=(\\w{32})");

  @TempDir Path folder;

  /** Where it listens, and what it asks for. */
  private record Address(int port, String token) {
    String get(String path) throws Exception {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build(),
              BodyHandlers.ofString())
          .body();
    }

    String post(String path, String json) throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json))
              .build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
  }

  private Address address(RealProgram program) throws Exception {
    while (program.process.isAlive()) {
      Matcher m = ADDRESS.matcher(program.said());
      if (m.find()) {
        return new Address(Integer.parseInt(m.group(1)), m.group(2));
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException(program.said());
  }

  @Test
  void servesOnAnotherPortWhereTheUsualIsTakenAndEndsCleanlyOnASignal() throws Exception {
    try (ServerSocket taken = occupy()) {
      RealProgram program =
          RealProgram.start(
              folder.resolve("said"), "serve", "--runs", folder.resolve("runs").toString());
      Address server = address(program);
      assertThat(server.port()).isNotEqualTo(ServeCommand.PORT);
      if (ListeningSockets.areKnown()) {
        assertThat(ListeningSockets.of(program.process.toHandle()))
            .hasSize(1)
            .allMatch(InetAddress::isLoopbackAddress);
      }
      assertThat(server.get("/api/hello")).contains("\"films\":[]");
      assertThat(server.get("/api/openapi.yaml")).startsWith("openapi: 3");
      assertThat(server.get("/api/examples")).contains("four-node", "letter");
      assertThat(server.get("/vendor/uPlot.esm.js")).contains("uPlot");
      program.process.destroy();
      assertThat(program.status()).as(program.said()).isZero();
      // nothing of Jetty, and no trace of a stack
      assertThat(program.said().lines().filter(l -> !l.startsWith("WARNING: Using incubator")))
          .hasSize(3);
    }
  }

  /** The usual port, where nobody else has it already. */
  private static ServerSocket occupy() {
    try {
      return new ServerSocket(ServeCommand.PORT, 1, InetAddress.getLoopbackAddress());
    } catch (java.io.IOException e) {
      return null; // taken as well
    }
  }

  @Test
  void aTerminalThatIsClosedCostsNoTraining() throws Exception {
    // as nohup has it
    assumeFalse(RealProgram.isIgnored(1), "the signal HUP is ignored here");
    RealProgram program = training();
    assertThat(program.kill("HUP")).isZero();
    assertKept(program, "the terminal was closed");
  }

  /** A program that was killed takes the server along that it started. */
  @Test
  void anEndOfStandardInputCostsNoTraining() throws Exception {
    RealProgram program = training("--until-eof");
    program.process.getOutputStream().close();
    assertKept(program, "standard input ended");
  }

  /** A server with a film in training. */
  private RealProgram training(String... options) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("serve", "--port", "0", "--runs", folder.resolve("runs").toString()));
    arguments.addAll(List.of(options));
    RealProgram program =
        RealProgram.start(folder.resolve("said"), arguments.toArray(String[]::new));
    Address server = address(program);
    String film =
        "{\"experiment\": \"name: mine\\n"
            + "film: {size: [160 nm, 128 nm], cell: 4 nm}\\n"
            + "electrodes: {layout: corners, radius: 32 nm}\\n"
            + "initial: {texture: maze, relax: 10 ps}\\n"
            + "protocol: [{train: {pattern: +-+-, voltage: 10 mV, time: 900 ns}}]\\n"
            + "\", \"protocol\": true}";
    assertThat(server.post("/api/films", film)).contains("\"id\":\"f1\"");
    while (!server.get("/api/films/f1/experiment").contains("- train:")) {
      Thread.sleep(20);
    }
    return program;
  }

  private void assertKept(RealProgram program, String why) throws Exception {
    assertThat(program.status()).as(program.said()).isZero();
    assertThat(program.said()).contains(why, "kept in ");
    assertThat(folder.resolve("runs/mine-kept-001/experiment.yaml")).content().contains("- train:");
  }

  @Test
  void aPortThatIsTakenIsSaidSo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Program p = Program.call("serve", "--port", Integer.toString(taken.getLocalPort()));
      assertThat(p.status()).isEqualTo(ExitStatus.WRONG_INPUT);
      assertThat(p.err()).contains("--port: port " + taken.getLocalPort() + " is in use");
    }
  }

  @Test
  void aRunIsShownWhileItGoesOn() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("film.yaml"),
            """
            film: {size: [160 nm, 128 nm], cell: 4 nm}
            electrodes: {layout: corners, radius: 32 nm}
            initial: {texture: maze, seed: 1, relax: 10 ps}
            protocol: [{train: {pattern: "+-+-", voltage: 10 mV, time: 900 ns}}]
            output: {table: 100 ps, snapshots: 900 ns}
            """);
    RealProgram run =
        RealProgram.start(
            folder.resolve("said"),
            "run",
            file.toString(),
            "--live",
            "--out",
            folder.resolve("out").toString());
    Address server = address(run);
    assertThat(server.get("/api/films")).contains("\"kind\":\"watched\"", "\"readOnly\":true");
    Page page = Page.open(server.port(), server.token(), "f1");
    page.framed.get(60, TimeUnit.SECONDS);
    run.process.destroy();
    assertThat(run.status()).as(run.said()).isEqualTo(143);
    assertThat(page.closed.get(60, TimeUnit.SECONDS)).isEqualTo(1001);
  }

  @Test
  void aSweepIsNotWatched() throws Exception {
    Path file = Files.writeString(folder.resolve("film.yaml"), "sweep: {initial.seed: [1, 2]}\n");
    Program p = Program.call("run", file.toString(), "--live");
    assertThat(p.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(p.err()).contains("--live: the experiment is a sweep of 2 runs");
  }
}
