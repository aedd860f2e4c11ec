package hopfilm.where;

import hopfilm.input.Message;

/** Messages about maps of the weights: see {@link Message}. */
public enum WhereMessage implements Message {

  // where.
  WHERE_NO_RUN("is not a folder; name the folder of a run"),
  WHERE_SWEEP("is a sweep; name one of the run folders in it"),
  WHERE_NO_EXPERIMENT("has no experiment.yaml; name the folder of a run"),
  WHERE_NO_TRAIN("its protocol has no train step, so no weights are learned; add one and run it"),
  WHERE_NO_SNAPSHOTS(
      "has no snapshot m000000.ovf from <when> the training; run <file> again with"
          + " output.formats=[ovf] and shorter output.snapshots, or name two states with --before"
          + " and --after"),
  WHERE_OTHER_GRID("has <cells>, the film of the run <wanted>; name a state of this film"),
  WHERE_HOLES("has no magnetisation in cell <cell>; name a state that fills the film");

  private final String template;

  WhereMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
