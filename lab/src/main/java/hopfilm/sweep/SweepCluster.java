package hopfilm.sweep;

import hopfilm.input.ExperimentException;
import hopfilm.run.RunControl;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Carries out sweeps on several machines. The part that does is a module of its own, which {@link
 * ServiceLoader} finds where it is on the class path.
 */
public interface SweepCluster {

  /** A cluster in use. */
  interface Session extends SweepBackend, AutoCloseable {
    @Override
    void close();
  }

  /**
   * Begins to use a cluster.
   *
   * @param master where it is, as Apache Spark writes it: {@code spark://host:7077}
   * @param control may stop the runs
   * @throws ExperimentException if nothing answers there
   */
  Session connect(String master, RunControl control);

  /** The part that does it, where there is one. */
  static Optional<SweepCluster> find() {
    return ServiceLoader.load(SweepCluster.class).findFirst();
  }
}
