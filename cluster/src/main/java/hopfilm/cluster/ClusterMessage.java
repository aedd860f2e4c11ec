package hopfilm.cluster;

import hopfilm.input.Message;

/** Messages about a sweep on Spark: see {@link Message}. */
enum ClusterMessage implements Message {

  // Command line.
  SPARK_LISTENS(
      "would listen at an address of the network; set SPARK_LOCAL_IP=<address> in the environment"),
  SPARK_RUN_TOO_LARGE(
      "writes about <size>, but Spark returns a run in one piece of at most 2 GB; write fewer"
          + " snapshots (output.snapshots), or split the sweep with --only k/n"),
  SPARK_UNREACHABLE(
      "no master of Spark answers there (<reason>); start it, see docs/howto/cluster.md");

  private final String template;

  ClusterMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
