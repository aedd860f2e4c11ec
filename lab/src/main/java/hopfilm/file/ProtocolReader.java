package hopfilm.file;

import hopfilm.experiment.Step;
import hopfilm.hopfield.Reference;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.transport.Electrode.Drive;
import java.util.List;

/** Reads the protocol of an experiment file and vets the order of its steps. */
final class ProtocolReader {

  private ProtocolReader() {}

  /**
   * Reads it.
   *
   * @param kinds what is given at each electrode
   * @param reference that the weights are measured against
   */
  static List<Step> read(YamlNode node, List<Drive> kinds, Reference reference) {
    List<Step> steps = StepForm.steps(node, "protocol", new ProtocolContext(kinds, reference));
    if (steps.isEmpty()) {
      throw ExperimentException.at(node.origin(), "protocol", Message.NO_STEPS);
    }
    return steps;
  }
}
