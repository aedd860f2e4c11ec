package hopfilm.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * {@code provenance.json} of a run: where its result comes from. What a file does not say is null.
 *
 * @param program program, Java and machine
 * @param run what was run
 */
public record ProvenanceRecord(@JsonUnwrapped Program program, @JsonUnwrapped Run run) {

  /**
   * Program, Java and machine.
   *
   * @param program Hopfilm
   * @param commit that was built, with ", changed" where its files had been; null where unknown
   * @param jvm name of the virtual machine
   * @param system operating system and processor
   * @param processors cores
   * @param kernels loops in use
   */
  public record Program(
      String program,
      String version,
      @JsonInclude(Include.NON_NULL) String commit,
      String java,
      String jvm,
      String system,
      int processors,
      String kernels) {}

  /**
   * What was run.
   *
   * @param seeds by their keys
   * @param temperature [K]
   * @param sessions how often it was started
   * @param steps time steps
   * @param potentials solved for the drive
   * @param finished date and time
   * @param seconds wall time of all sessions [s]
   */
  public record Run(
      Map<String, Long> seeds,
      double temperature,
      int sessions,
      long steps,
      long potentials,
      String finished,
      double seconds) {}
}
