package hopfilm.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.grid.Grid;
import hopfilm.hopfield.Pattern;
import hopfilm.input.ExperimentException;
import hopfilm.io.FieldFiles;
import hopfilm.io.FieldFormat;
import hopfilm.io.FileTree;
import hopfilm.io.OvfFile;
import hopfilm.magnet.Textures;
import hopfilm.protocol.RunListener;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.retention.Bakes;
import hopfilm.retention.Retention;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.RunBank;
import hopfilm.run.RunControl;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.Sweep;
import hopfilm.sweep.SweepCluster;
import hopfilm.sweep.SweepListener;
import hopfilm.sweep.SweepResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sweep on Spark leaves what it leaves on this machine, whatever is lost on the way. */
class SparkSweepTest {

  private static final String FILM =
      """
      name: small film
      film: {size: [96 nm, 80 nm]}
      electrodes: {layout: corners, radius: 24 nm}
      initial: {relax: 20 ps}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-", voltage: 10 mV, time: 40 ps}
        - measure: trained
        - retrieve: {update: graded}
      output: {table: 10 ps, snapshots: 20 ps, formats: [ovf], report: off}
      """;

  /** A bank of rows; the rest after a block takes 1 ns, so each has the first 30 ps alone. */
  private static final String ROWS =
      """
      film: {size: [120 nm, 96 nm], cell: 4 nm}
      electrodes: {rows: {grid: 2x4, pixels: 4}, radius: 8 nm, margin: 16 nm}
      initial: {texture: maze, seed: 1, relax: 12 ps}
      network: {reference: {untrained: 1.02}}
      protocol:
        - measure: untrained
        - write: {picture: +--+, voltage: 9 mV, time: 20 ps, part: [0 ns, 30 ps]}
        - measure: remembered
      output: {table: 10 ps, snapshots: 30 ps, formats: [ovf], report: off}
      """;

  @TempDir Path folder;

  private static final Map<String, String> OPTIONS =
      Map.of(
          // both executors are there before the first run begins
          "spark.cores.max", "2",
          "spark.scheduler.minRegisteredResourcesRatio", "1.0",
          // quick to start; the same bits as with all optimisation
          "spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
          "spark.sql.codegen.wholeStage", "false");

  @BeforeAll
  static void options() throws IOException {
    // executors of local-cluster look here for Spark, which they have on their class path already
    Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    OPTIONS.forEach(System::setProperty);
  }

  @AfterAll
  static void noOptions() {
    OPTIONS.keySet().forEach(System::clearProperty);
  }

  private static Study sweep(String... settings) {
    return ExperimentFile.study(FILM, "small", List.of(settings));
  }

  private static SweepCluster.Session spark(String master) {
    // found as the program finds it
    return SweepCluster.find().orElseThrow().connect(master, RunControl.unlimited());
  }

  private Path make(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /** Two executors of one core and 1 GB each; one is killed after the first run is done. */
  @Test
  @Tag("slow")
  void anExecutorKilledInTheMiddleLosesNothing() throws IOException {
    Study sweep = sweep("train.pattern=[+-+-, +--+]", "initial.seed=1..3");
    Path local = make("local");
    Sweep.run(sweep, local, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);

    Path cluster = make("cluster");
    List<String> notes = new ArrayList<>();
    List<ProcessHandle> killed = new ArrayList<>();
    SweepListener listener =
        new SweepListener() {
          @Override
          public void note(SweepRun run, String message) {
            notes.add(message);
          }

          @Override
          public void finished(SweepRecord record, int done, int total) {
            if (killed.isEmpty()) {
              // the only processes that this one has begun
              assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                  .hasSize(2)
                  .allSatisfy(
                      p ->
                          assertThat(ListeningSockets.of(p))
                              .isNotEmpty()
                              .allMatch(InetAddress::isLoopbackAddress));
              ProcessHandle executor = ProcessHandle.current().children().findFirst().orElseThrow();
              assertThat(executor.destroyForcibly()).isTrue();
              killed.add(executor);
            }
          }
        };
    try (SweepCluster.Session session = spark("local-cluster[2,1,1024]")) {
      Sweep.run(sweep, cluster, Share.WHOLE, session, listener);
    }

    assertThat(killed).hasSize(1);
    assertThat(notes).anySatisfy(n -> assertThat(n).contains("lost with its machine"));
    assertThat(csv(cluster)).isEqualTo(csv(local));
    for (SweepRun run : Sweep.runs(sweep, Share.WHOLE)) {
      assertThat(content(cluster.resolve(run.folderName())))
          .isEqualTo(content(local.resolve(run.folderName())));
    }
    List<String> names = new ArrayList<>(names(local));
    names.add("runs.parquet");
    assertThat(names(cluster)).containsExactlyInAnyOrderElementsOf(names);
    readsAsParquet(cluster, Map.of("train.pattern", "string", "initial.seed", "long"));
  }

  /** As Spark's own reader has it. */
  private static void readsAsParquet(Path sweep, Map<String, String> swept) throws IOException {
    List<String> lines = Files.readAllLines(sweep.resolve("runs.csv"));
    // names alone: units are in the heads of runs.csv
    List<String> header =
        List.of(lines.get(0).replace("\"", "").replaceAll(" \\([^)]*\\)", "").split(","));
    try (SparkSession sql =
        SparkSession.builder().config(SparkCluster.configuration("local[1]")).getOrCreate()) {
      Dataset<Row> table = sql.read().parquet(sweep.resolve("runs.parquet").toUri().toString());
      assertThat(table.columns()).containsExactlyElementsOf(header);
      Map<String, String> types = new TreeMap<>();
      Stream.of(table.schema().fields()).forEach(f -> types.put(f.name(), f.dataType().typeName()));
      assertThat(types)
          .containsAllEntriesOf(swept)
          .containsEntry("run", "long")
          .containsEntry("learned", "boolean")
          .containsEntry("margin", "double")
          .containsEntry("hits", "long")
          .containsEntry("seconds", "double")
          .containsEntry("gx_trained", "double");
      List<Row> rows = table.collectAsList();
      assertThat(rows).hasSize(lines.size() - 1);
      for (int r = 0; r < rows.size(); r++) {
        String[] cells = lines.get(r + 1).split(",", -1);
        for (int c = 0; c < cells.length; c++) {
          Object value = rows.get(r).get(c);
          if (value instanceof Double d) {
            assertThat(d).isEqualTo(Double.parseDouble(cells[c])); // to the bit
          } else {
            assertThat(value == null ? "" : value.toString()).isEqualTo(cells[c].replace("\"", ""));
          }
        }
      }
    }
  }

  @Test
  void rowsAreWrittenToTheSameBits() throws IOException {
    Study sweep = ExperimentFile.study(ROWS, "rows", List.of("write.picture=[+--+, ++--, +++-]"));
    Path local = make("local");
    Sweep.run(sweep, local, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);
    Path cluster = make("cluster");
    try (SweepCluster.Session session = spark("local[2]")) {
      assertThat(Sweep.run(sweep, cluster, Share.WHOLE, session, SweepListener.NONE).failures())
          .isEmpty();
    }
    assertThat(csv(cluster)).isEqualTo(csv(local));
    for (SweepRun run : Sweep.runs(sweep, Share.WHOLE)) {
      assertThat(content(cluster.resolve(run.folderName())))
          .isEqualTo(content(local.resolve(run.folderName())))
          .containsKey("summary.json");
    }
    RunBank bank = RunBank.of(List.of(cluster), 1, Optional.empty(), RunBank.Listener.NONE);
    assertThat(bank.pictures()).extracting(Pattern::text).containsExactly("+--+", "++--", "+++-");
    assertThat(bank.bank())
        .usingRecursiveComparison()
        .isEqualTo(RunBank.of(List.of(local), 1, Optional.empty(), RunBank.Listener.NONE).bank());
  }

  @Test
  @Tag("slow")
  void bakesAreThoseOfThisMachine() throws IOException {
    Path trained = make("trained");
    ExperimentRunner.run(sweep().experiment(), trained, 1, RunListener.NONE);
    double[] kelvin = {300};
    Retention.Plan plan = Retention.Plan.of(trained, kelvin, 20e-12, 2, false);
    Path local = make("local");
    Bakes.of(plan, note -> {}).run(local, new LocalWorkers(2), SweepListener.NONE, 1);
    Path cluster = make("cluster");
    try (SweepCluster.Session session = spark("local[2]")) {
      Bakes.of(plan, note -> {}).run(cluster, session, SweepListener.NONE, 1);
    }
    for (String file : List.of("summary.json", "retention.csv", "index.html")) {
      assertThat(cluster.resolve(file)).hasSameBinaryContentAs(local.resolve(file));
    }
  }

  @Test
  void aRunThatFailsIsOneOfTheResultsAndWhatIsDoneIsNotRunAgain() throws IOException {
    // currents nearly across the field, in a film of which hardly any resists, are not found
    Study sweep =
        sweep(
            "material.amr=199.99 %",
            "material.hall_angle=[0 deg, -88.99 deg, 1 deg]",
            "film.size=[128 nm, 80 nm]",
            "electrodes.radius=30 nm",
            "initial.seed=3",
            "initial.relax=10 ps",
            "train.time=10 ps",
            "train.voltage=7 mV");
    Path local = make("local");
    Sweep.run(sweep, local, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);
    Path cluster = make("cluster");
    // where the third run wants its folder there are results of others
    Path other = make("cluster/" + Sweep.runs(sweep, Share.WHOLE).get(2).folderName());
    Files.writeString(other.resolve("summary.json"), "{}");
    List<Integer> carriedOut = new ArrayList<>();
    SweepListener listener =
        new SweepListener() {
          @Override
          public void finished(SweepRecord record, int done, int total) {
            carriedOut.add(record.number());
          }
        };
    try (SweepCluster.Session session = spark("local[2]")) {
      SweepResult result = Sweep.run(sweep, cluster, Share.WHOLE, session, listener);
      assertThat(result.failures()).extracting(SweepRecord::number).containsExactly(2, 3);
      assertThat(result.failures().get(1).message()).contains("no status.json");
      assertThat(other.resolve("summary.json")).hasContent("{}");
      FileTree.remove(other);

      carriedOut.clear();
      result = Sweep.run(sweep, cluster, Share.WHOLE, session, listener);
      assertThat(carriedOut).containsExactlyInAnyOrder(2, 3);
      assertThat(result.failures())
          .singleElement()
          .satisfies(r -> assertThat(r.message()).contains("the potential does not converge"));
    }
    assertThat(csv(cluster)).isEqualTo(csv(local));
    for (SweepRun run : Sweep.runs(sweep, Share.WHOLE)) {
      if (run.number() != 2) {
        assertThat(content(cluster.resolve(run.folderName())))
            .isEqualTo(content(local.resolve(run.folderName())));
      }
    }
    readsAsParquet(cluster, Map.of("material.hall_angle", "double"));
  }

  /** 24 bytes of 1600 cells in 60 000 snapshots: said before anything is computed. */
  @Test
  void aRunThatCouldNotComeBackIsRefused() throws IOException {
    Study sweep =
        sweep(
            "output.snapshots=[20 ps, 1 fs]",
            "film.size=[160 nm, 160 nm]",
            "initial.relax=10 ps",
            "train.time=50 ps");
    Path cluster = make("cluster");
    try (SweepCluster.Session session = spark("local[2]")) {
      SweepResult result = Sweep.run(sweep, cluster, Share.WHOLE, session, SweepListener.NONE);
      assertThat(result.failures())
          .singleElement()
          .satisfies(
              r -> {
                assertThat(r.number()).isEqualTo(2);
                assertThat(r.message())
                    .contains("writes about 2.3 GB", "output.snapshots", "--only k/n");
              });
    }
  }

  @Test
  @Tag("slow")
  void aTaskThatCannotBeCarriedOutIsTriedAgainAndEndsNoOther() throws IOException {
    Study sweep = sweep("initial.seed=1..2");
    SweepRun first = Sweep.runs(sweep, Share.WHOLE).get(0);
    // an executor finds another start there than the driver found
    Path start = folder.resolve("start.ovf");
    start(start, 24);
    SweepRun broken =
        new SweepRun(2, Map.of("x", "y"), sweep("initial.file=" + start).experiment());
    start(start, 20);
    List<String> notes = new ArrayList<>();
    SweepListener listener =
        new SweepListener() {
          @Override
          public void note(SweepRun run, String message) {
            notes.add(run.number() + " " + message);
          }
        };
    List<SweepRecord> records = new ArrayList<>();
    try (SweepCluster.Session session = spark("local[2]")) {
      session.run(List.of(broken, first), make("s"), listener, records::add);
    }
    assertThat(records)
        .extracting(SweepRecord::number, SweepRecord::status)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(1, RunStatus.DONE),
            org.assertj.core.groups.Tuple.tuple(2, RunStatus.FAILED));
    assertThat(notes).isNotEmpty().allSatisfy(n -> assertThat(n).startsWith("2 a task failed"));
    assertThat(records.stream().filter(r -> r.number() == 2).findFirst().orElseThrow().message())
        .contains("start.ovf has 20 x 20")
        .doesNotContain("Exception");
  }

  private static void start(Path file, int nx) throws IOException {
    OvfFile content = new OvfFile(Textures.random(Grid.film(nx, 20, 4e-9, 1e-6), 1), 0, "m", "");
    FieldFiles.write(file, content, FieldFormat.OVF8);
  }

  /**
   * Neither the driver nor a master and its worker, which run in this process too. The worker has
   * the two cores of OPTIONS, without which Spark waits 30 s for more.
   */
  @ParameterizedTest
  @ValueSource(strings = {"local[2]", "local-cluster[1,2,1024]"})
  void aSparkOfThisMachineListensToThisMachineAlone(String master) throws IOException {
    assumeTrue(ListeningSockets.areKnown());
    try (SweepCluster.Session session = spark(master)) {
      assertThat(ListeningSockets.of(ProcessHandle.current()))
          .hasSizeGreaterThan(master.startsWith("local-cluster") ? 3 : 0)
          .allMatch(InetAddress::isLoopbackAddress);
    }
  }

  /** Of this machine, another user may reach the pages. */
  @ParameterizedTest
  @ValueSource(strings = {"local[2]", "local-cluster[1,1,1024]"})
  void aSparkOfThisMachineHasASecret(String master) {
    SparkConf conf = SparkCluster.configuration(master);
    assertThat(conf.getBoolean("spark.authenticate", false)).isTrue();
    assertThat(conf.get("spark.authenticate.secret"))
        .hasSize(64)
        .isNotEqualTo(SparkCluster.configuration(master).get("spark.authenticate.secret"));
    assertThat(conf.getBoolean("spark.ui.enabled", true)).isFalse();
    assertThat(conf.getBoolean("spark.ui.killEnabled", true)).isFalse();
    assertThat(conf.get("spark.master.ui.decommission.allow.mode")).isEqualTo("DENY");
  }

  @Test
  void aClusterOfThisMachineIsRefusedWhereItWouldListenToOthers() {
    for (String address : new String[] {null, "0.0.0.0", "192.0.2.1"}) {
      assertThatExceptionOfType(ExperimentException.class)
          .isThrownBy(() -> SparkCluster.requireLoopback("local-cluster[1,1,1024]", address))
          .withMessageContaining("set SPARK_LOCAL_IP=127.0.0.1")
          .satisfies(e -> assertThat(e.reason()).contains(ClusterMessage.SPARK_LISTENS));
    }
  }

  @Test
  void aMasterThatIsNotThereIsWrongInput() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> spark("spark://localhost:" + port))
        .withMessageContaining("see docs/howto/cluster.md")
        .satisfies(e -> assertThat(e.reason()).contains(ClusterMessage.SPARK_UNREACHABLE));
  }

  private static List<String> names(Path sweep) throws IOException {
    try (Stream<Path> files = Files.list(sweep)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  /** runs.csv without its column of seconds. */
  private static List<String> csv(Path sweep) throws IOException {
    List<String> lines = Files.readAllLines(sweep.resolve("runs.csv"));
    int seconds = List.of(lines.get(0).split(",")).indexOf("seconds");
    List<String> rest = new ArrayList<>();
    for (String line : lines) {
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      cells.remove(seconds);
      rest.add(String.join(",", cells));
    }
    return rest;
  }

  /** All files of a run but what tells of time and place. */
  private static Map<String, String> content(Path run) throws IOException {
    Map<String, String> content = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(run)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = run.relativize(file).toString();
      if (name.equals("summary.json")) {
        ObjectNode summary = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
        content.put(name, summary.without("seconds").toPrettyString());
      } else if (!List.of("status.json", "files.json", "provenance.json", "index.html")
          .contains(name)) {
        content.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
      } else {
        content.put(name, "is there");
      }
    }
    return content;
  }
}
