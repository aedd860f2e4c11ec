package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.protocol.RunListener;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live laboratory: a server for pages and programs on this computer. */
public final class LiveServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveServer.class);

  private static final int TICK_MILLISECONDS = 10;
  private static final int THREADS = 24;

  /**
   * How to serve.
   *
   * @param port to listen on; 0 for any that is free
   * @param isOther whether another port may be taken where it is not free
   * @param bind address of another interface than the loopback one, null for that
   * @param withToken whether only those may ask who have the token; always beside an address
   * @param runs folder of the run folders
   * @param threads of each film
   * @param isOwn whether it serves the one program that started it
   * @param pages of a class, each with a film of its own; 0 where pages share films
   */
  public record Options(
      int port,
      boolean isOther,
      String bind,
      boolean withToken,
      Path runs,
      int threads,
      boolean isOwn,
      int pages) {

    /** Of a server that people use. */
    public Options(
        int port, boolean isOther, String bind, boolean withToken, Path runs, int threads) {
      this(port, isOther, bind, withToken, runs, threads, false, 0);
    }
  }

  private final FilmRegistry films;
  private final Access access;
  private final PostHandlers posts;
  private final Routes routes;
  private final AutoSave keeping;
  private final Javalin javalin;
  private final Thread stream = new Thread(this::stream, "stream");
  private final String host;

  private LiveServer(Options options, Limits limits) throws IOException {
    int port = port(options);
    this.films = new FilmRegistry(options.runs(), limits, options.threads());
    this.access =
        options.bind() == null && !options.withToken()
            ? Access.open()
            : Access.withToken(options.bind());
    this.host =
        options.bind() == null ? "127.0.0.1" : options.bind().replaceAll("^\\[(.*)]$", "$1");
    this.keeping = new AutoSave(films.folders().root());
    QueuedThreadPool answering = new QueuedThreadPool(THREADS, 4);
    this.posts = new PostHandlers(films, limits, answering);
    this.routes = new Routes(films, access, limits, posts);
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.jetty.host = host;
              config.jetty.port = port;
              config.jetty.threadPool = answering;
              config.jetty.modifyServer(
                  server -> server.setErrorHandler(new ErrorAnswers.PlainErrors()));
              config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
              config.router.javaLangErrorHandler(ErrorAnswers::fault);
              config.http.maxRequestSize = limits.body();
              config.http.defaultContentType = "application/json";
              routes.add(config.routes);
            });
    javalin.start();
    access.port(javalin.port());
    stream.setDaemon(true);
    stream.start();
  }

  /** Begins to listen. */
  public static LiveServer start(Options options) throws IOException {
    Limits limits =
        options.isOwn()
            ? Limits.OWN
            : options.pages() > 0 ? Limits.ofClass(options.pages()) : Limits.USUAL;
    return new LiveServer(options, limits);
  }

  static LiveServer start(Options options, Limits limits) throws IOException {
    return new LiveServer(options, limits);
  }

  /** A port that is free; whatever is wrong with the address is known here. */
  private static int port(Options options) throws IOException {
    InetAddress address =
        options.bind() == null
            ? InetAddress.getLoopbackAddress()
            : InetAddress.getByName(options.bind());
    try {
      return free(address, options.port());
    } catch (BindException e) {
      if (!options.isOther()) {
        throw e;
      }
      return free(address, 0);
    }
  }

  private static int free(InetAddress address, int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return socket.getLocalPort();
    }
  }

  private void stream() {
    while (true) {
      try {
        TimeUnit.MILLISECONDS.sleep(TICK_MILLISECONDS);
        tick();
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        // a tick that fails, for want of memory say, must not be the last: the next may be well
        LOG.debug("the streams failed", e);
      }
    }
  }

  private void tick() {
    long now = System.nanoTime();
    for (Screen screen : films.all()) {
      try {
        screen.tick(now);
      } catch (RuntimeException | Error e) {
        // the streams of the others go on
        LOG.debug("the stream of {} failed", screen.id(), e);
      }
    }
  }

  FilmRegistry films() {
    return films;
  }

  /** Where it listens. */
  public int port() {
    return javalin.port();
  }

  /** The token that requests need, null where they need none. */
  public String token() {
    return access.token();
  }

  /** The address for a browser, with the token where there is one. */
  public String address() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    String query = access.token() == null ? "" : "?token=" + access.token();
    return "http://%s:%d/%s".formatted(shown, port(), query);
  }

  /** Shows a run while it goes on; what it tells the listener goes to the pages. */
  public Watched watch(Experiment experiment) {
    WatchedScreen screen = new WatchedScreen(films.nextId(), experiment);
    films.add(screen);
    return new Watched(screen);
  }

  /** A run that is shown. */
  public static final class Watched {
    private final WatchedScreen screen;

    private Watched(WatchedScreen screen) {
      this.screen = screen;
    }

    /** The listener that the run is to tell. */
    public RunListener listener() {
      return screen;
    }

    /**
     * Says how it ended.
     *
     * @param status done, failed or stopped
     * @param message null or what to say of it
     */
    public void ended(String status, String message) {
      screen.ended(status, message);
    }
  }

  /**
   * Writes the films that were trained and not saved since among the runs; takes some seconds.
   *
   * @param say told of each, one line
   * @return false if one is lost
   */
  public boolean keepFilms(Consumer<String> say) {
    return keepFilms(AutoSave.PATIENCE, say);
  }

  boolean keepFilms(long seconds, Consumer<String> say) {
    return keeping.keep(films.all(), seconds, say);
  }

  /** Tells the pages that it ends, and ends. */
  @Override
  public void close() {
    stream.interrupt();
    films.closeAll(keeping::reason);
    try {
      // the last messages are on their way
      TimeUnit.MILLISECONDS.sleep(150);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    posts.close();
    routes.close();
    javalin.stop();
  }
}
