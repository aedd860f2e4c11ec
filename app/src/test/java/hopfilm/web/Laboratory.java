package hopfilm.web;

import hopfilm.cli.Main;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** {@code hopfilm serve} in a process of its own, which can be stopped and started anew. */
final class Laboratory {
  private static final Pattern ADDRESS =
      Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/\\?token=(\\w{32})");

  /** Longer than any start takes on a busy machine [s]. */
  private static final long PATIENCE = 120;

  private final Process process;
  private final int port;
  private final String token;

  private Laboratory(Process process, int port, String token) {
    this.process = process;
    this.port = port;
    this.token = token;
  }

  /**
   * Starts it.
   *
   * @param folder for its run folders and what it says
   * @param port to listen on, 0 for any
   */
  static Laboratory start(Path folder, int port) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--add-modules",
                    "jdk.incubator.vector",
                    "-Djava.awt.headless=true",
                    "-cp",
                    classPath(),
                    Main.class.getName(),
                    "serve",
                    "--port",
                    String.valueOf(port),
                    "--runs",
                    folder.resolve("runs").toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (System.nanoTime() < end && process.isAlive()) {
      Matcher address = ADDRESS.matcher(Files.readString(said));
      if (address.find()) {
        return new Laboratory(process, Integer.parseInt(address.group(1)), address.group(2));
      }
      Thread.sleep(20);
    }
    process.destroyForcibly();
    throw new IllegalStateException("the laboratory did not start: " + Files.readString(said));
  }

  private static String classPath() {
    String path = System.getProperty("surefire.test.class.path");
    return path == null ? System.getProperty("java.class.path") : path + File.pathSeparator;
  }

  int port() {
    return port;
  }

  /** Where its pages come from. */
  String origin() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** The address that it printed. */
  String address() {
    return origin() + "?token=" + token;
  }

  /** Opens an experiment as a page does. */
  void open(String experiment) throws IOException, InterruptedException {
    String body = JsonMapper.shared().writeValueAsString(Map.of("experiment", experiment));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin() + "api/films"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.body());
    }
  }

  /** Stops it as a signal of the shell does, and waits for its end. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the laboratory did not end");
    }
  }
}
