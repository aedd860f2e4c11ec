package hopfilm.cluster;

import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.run.RunControl;
import hopfilm.sweep.SweepCluster;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Apache Spark (Zaharia et al., Commun. ACM 59 (11), 56 (2016), doi:10.1145/2934664) as the place
 * where the runs of a sweep are carried out.
 *
 * <p>Options of Spark are system properties that begin with {@code spark.}; those that are not
 * given are set here to what suits runs that compute for minutes and exchange nothing.
 */
public final class SparkCluster implements SweepCluster {

  private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\*|\\d+)])?");
  private static final Pattern SERVER = Pattern.compile("([^:,]+):(\\d{1,5})");
  private static final String STANDALONE = "spark://";
  private static final String LOCAL_CLUSTER = "local-cluster";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String ADDRESS = "SPARK_LOCAL_IP";
  private static final String SECRET = "spark.authenticate.secret";
  private static final int TRIES = 4;
  private static final int PATIENCE_MILLIS = 5000;

  private static final String CLASS_PATH = "spark.executor.extraClassPath";
  private static final String JAVA_OPTIONS = "spark.executor.extraJavaOptions";

  @Override
  public Session connect(String master, RunControl control) {
    if (master.startsWith(STANDALONE)) {
      requireAnswer(master);
    }
    if (master.startsWith(LOCAL_CLUSTER)) {
      requireLoopback(master, System.getenv(ADDRESS));
    }
    return new SparkSweep(new JavaSparkContext(configuration(master)), control);
  }

  /**
   * Master, worker and their pages listen where the environment tells Spark, and no option tells it
   * otherwise.
   */
  static void requireLoopback(String master, String address) {
    if (!LOOPBACK.equals(address)) {
      throw ExperimentException.of("--spark " + master, ClusterMessage.SPARK_LISTENS, LOOPBACK);
    }
  }

  /** Spark itself would try for a minute. */
  private static void requireAnswer(String master) {
    String reason = "no host:port";
    Matcher servers = SERVER.matcher(master.substring(STANDALONE.length()));
    while (servers.find()) {
      int port = Math.min(65_535, Integer.parseInt(servers.group(2)));
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(servers.group(1), port), PATIENCE_MILLIS);
        return;
      } catch (IOException e) {
        reason = e.getMessage() == null ? "unknown host" : e.getMessage();
      }
    }
    throw ExperimentException.of("--spark " + master, ClusterMessage.SPARK_UNREACHABLE, reason);
  }

  static SparkConf configuration(String master) {
    SparkConf conf = new SparkConf().setMaster(master);
    conf.setIfMissing("spark.app.name", "Hopfilm");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    // a run may leave more than the gigabyte that Spark takes by default
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    conf.set(
        JAVA_OPTIONS,
        "-Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dslf4j.internal.verbosity=WARN "
            + conf.get(JAVA_OPTIONS, ""));
    if (master.startsWith("local")) {
      conf.set("spark.driver.host", LOOPBACK);
      conf.set("spark.driver.bindAddress", LOOPBACK);
      // nobody else on this machine takes part, or ends a run from a page
      conf.set("spark.authenticate", "true");
      conf.setIfMissing(SECRET, secret());
      conf.set("spark.ui.killEnabled", "false");
      conf.set("spark.master.ui.decommission.allow.mode", "DENY");
      // executors on this machine find the same files
      conf.set(CLASS_PATH, ownClassPath() + conf.get(CLASS_PATH, ""));
      Matcher threads = LOCAL.matcher(master);
      if (threads.matches()) {
        // only this form tries a task again
        String n = threads.group(1) == null ? "1" : threads.group(1);
        conf.setMaster("local[%s,%d]".formatted(n, TRIES));
      }
    } else {
      String jars = location(ExperimentFile.class) + "," + location(SparkCluster.class);
      conf.set(
          "spark.jars", conf.contains("spark.jars") ? conf.get("spark.jars") + "," + jars : jars);
    }
    return conf;
  }

  /** 256 random bits; executors get them by their environment, which their user alone can read. */
  private static String secret() {
    byte[] bits = new byte[32];
    new SecureRandom().nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  private static String ownClassPath() {
    String tests = System.getProperty("surefire.test.class.path");
    return (tests == null ? System.getProperty("java.class.path") : tests) + File.pathSeparator;
  }

  /** The jar that a class is in. */
  private static Path location(Class<?> of) {
    try {
      return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a jar at no address", e);
    }
  }
}
