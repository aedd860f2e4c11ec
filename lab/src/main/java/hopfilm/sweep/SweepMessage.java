package hopfilm.sweep;

import hopfilm.input.Message;

/** Messages about sweeps: see {@link Message}. */
public enum SweepMessage implements Message {

  // readout.
  READOUT_NO_RUNS("has no finished run; name the folder of a finished run or sweep"),

  // Command line.
  OPTION_ONLY_EMPTY("the sweep has <runs> runs, none of them in this share; use fewer shares"),

  // retain.
  RETAIN_NO_RUN("is not the folder of a run or sweep; name that of a trained film"),
  RETAIN_NOT_TRAINED(
      "has no trained film that was read; train a pattern or write a picture, put \"- rest: 2 ns\""
          + " and \"- measure: trained\" behind it, and run it again"),
  RETAIN_NO_STATE(
      "has no texture of its measure <measure>; run it again with output.formats=[ovf]"),
  RETAIN_SEEDS("<n> is out of range; allowed 1 to 1000"),
  RETAIN_TEMPERATURE_TWICE("<temperature> is given twice; leave it out once"),
  RETAIN_DAMAGED("is lost or damaged; restore it, or bake again into another folder"),
  RETAIN_NO_FOLDER("is not the folder of a retention; name one that hopfilm retain began"),

  // gather.
  GATHER_NO_FOLDER("is not a folder; name folders that run --only has filled"),
  GATHER_NO_SWEEP("is not the folder of a sweep; name folders that run --only has filled"),
  GATHER_OTHER_EXPERIMENT(
      "belongs to another experiment than <first> (\"<line>\" instead of \"<other>\"); gather"
          + " folders of one experiment"),
  GATHER_TWICE("run <run> is in <first> too; leave out one of them"),
  GATHER_NO_SHARES(
      "the shares <shares> are missing; run them with --only, or name their folders too"),
  GATHER_NO_RUNS(
      "<n> runs are missing, the first is run <run>; name the folders that have them too"),
  GATHER_NOT_ENDED("run <run> is <status>; resume it with hopfilm run --resume <folder>"),

  // map.
  MAP_NO_SWEEP("has no runs.csv; name the folder of a sweep"),
  MAP_DAMAGED("line <line> is not what a sweep writes; run the sweep again"),
  MAP_NO_KEYS("has one value of each swept key; sweep a key over two or more"),
  MAP_KEY_UNKNOWN("was not swept; swept were <keys>"),
  MAP_KEY_SEVERAL("several swept keys end in this word: <keys>; give one of them in full"),
  MESH_NO_MEASURE("needs a film that is measured; put \"- measure: NAME\" into its protocol"),
  MAP_NO_NUMBERS("has no numbers for an axis; name another swept key than <key>"),
  MAP_KINDS("has words, which are no curve; name a second axis, --y KEY"),
  MAP_SAME_KEY("is <key>, as the other axis; give another swept key"),
  MAP_POOLED_AXIS("is <key>, an axis of the drawing; pool other swept keys, or leave it out"),
  MAP_TOO_MANY("has <n> values, more than the <limit> of a map; take another key"),
  MAP_APART(
      "needs more lines or panels than can be drawn; pool the runs of a swept key with --pool"
          + " KEY"),
  MAP_VALUE("none of the values there are: <words>"),
  MAP_NOTHING("no finished run has a value of <value>; take another value");

  private final String template;

  SweepMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
