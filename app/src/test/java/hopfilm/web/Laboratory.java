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
import java.time.Duration;
import java.util.ArrayList;
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
   * @param java options of the Java machine
   */
  static Laboratory start(Path folder, int port, String... java)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Djava.awt.headless=true"));
    command.addAll(List.of(java));
    command.addAll(List.of("-cp", classPath(), Main.class.getName(), "serve"));
    command.addAll(List.of("--port", String.valueOf(port)));
    command.addAll(List.of("--runs", folder.resolve("runs").toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
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
    HttpResponse<String> answer = send("POST", "api/films", Map.of("experiment", experiment));
    if (answer.statusCode() != 201) {
      throw new IOException(answer.body());
    }
  }

  /** Asks as a program does. */
  HttpResponse<String> send(String method, String path, Map<String, String> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(PATIENCE))
            .method(method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
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
