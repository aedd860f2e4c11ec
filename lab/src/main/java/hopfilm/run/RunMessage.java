package hopfilm.run;

import hopfilm.input.Message;

/** Messages about runs and their folders: see {@link Message}. */
public enum RunMessage implements Message {

  // Command line.
  RESUME_NOTHING("has no experiment.yaml, so there is no run to resume; name the folder of a run"),
  RESUME_UNWRITABLE("cannot be written; change its permissions, or resume a copy of it"),
  RESUME_FORMAT("<problem>, or run the experiment again"),
  RESUME_VERSION(
      "was written by version <other>, this is <version>; resume with that version, or run the"
          + " experiment again"),
  RESUME_OTHER_EXPERIMENT(
      "belongs to another experiment: experiment.yaml, a file that it names, or status.json"
          + " was changed or damaged; undo the change, or run it again"),
  RESUME_UNREADABLE(
      "this or a file that it names was changed or damaged since the run began (line <line>:"
          + " <problem>); undo the change, or run the experiment again"),
  RESUME_UNKNOWN(
      "contains results but no status.json, so their inputs are unknown; move the folder"
          + " elsewhere and run the experiment again"),
  REPORT_NOT_DONE(
      "is not finished and has no report yet; resume it with hopfilm run --resume <folder>"),
  REPORT_DATA_LOST("has lost data that its report needs: <files>; run the experiment again"),
  FOLDER_IN_USE(
      "is in use by process <pid> on <host> since <time>; wait for it, or name another folder"),
  FOLDER_IN_USE_UNNAMED(
      "is in use by a process without a name; wait for it, or name another folder"),
  FOLDER_LINK(
      "contains the symbolic link <link>, and hopfilm does not write through links; replace"
          + " it by the file or folder itself"),
  FOLDER_OF_ANOTHER_HOST(
      "is in use by process <pid> on <host> since <time>; if that has ended, remove <file>"),
  OPTION_OUT_NONE("names no folder; name a new one, or leave --out out"),
  OPTION_OUT_FILE("is a file; name a new folder with --out"),
  OPTION_OUT_NOT_EMPTY("is not empty; name a new folder with --out, or remove it"),
  FORCE_NO_RESULTS(
      "contains files that hopfilm did not write; --force does not remove them, name another"
          + " folder"),
  FORCE_INPUT("contains <file>, an input of the run; name another folder with --out"),
  OPTION_OUT_UNWRITABLE("<folder> cannot be written; name another with --out"),
  OPTION_OUT_NO_FOLDER("there is no folder <folder>; make it first"),
  OPTION_OUT_IS_FOLDER("is a folder; name a file with --out"),

  // evaluate.
  EVALUATE_OTHER_GRID(
      "<path> has <cells>, the film <wanted>; set film.size, film.cell and film.thickness to"
          + " match"),
  EVALUATE_HOLES(
      "<path> has no magnetisation in cell <cell>, where there is film; fill it, or cut the cell"
          + " out with film.mask"),
  EVALUATE_HOW_MANY("<n> given, but there are <electrodes> electrodes (<names>); give one each"),

  // barrier.
  BARRIER_NOT_AT_REST(
      "<path> is not at rest: it turns by <angle> degrees on its way down; add --relax to begin from"
          + " its rest state"),
  BARRIER_LIFETIME("cannot be computed, as <why>; leave it out, or take another film"),
  BARRIER_EQUAL(
      "<a> and <b> have the same rest state, <angle> degrees apart; give two states that differ"),

  // convert.
  SPICE_HALL(
      "has a Hall effect or inverters, so resistors between electrodes do not describe it"
          + " (measure <label>); leave out --over-time"),

  // readout.
  READOUT_NO_RUN(
      "has no readable experiment.yaml, table.txt and summary.json; name the folder of a"
          + " finished run"),
  READOUT_NOT_DONE("is not finished; resume it with hopfilm run --resume <folder>"),
  READOUT_NO_TRAIN(
      "its protocol has no train step, so there is no change to read; add one and run it"),
  READOUT_NOT_BEFORE(
      "was not read before its training; put \"- measure: untrained\" before the first train step,"
          + " and run it again"),
  READOUT_NOT_AFTER(
      "was not read at rest after its training; put \"- rest: 2 ns\" and \"- measure: trained\""
          + " after the last train step, and run it again"),
  READOUT_NO_CURRENT("no current can be derived, as no two contacts are connected; give --current"),

  // recall.
  RECALL_NO_ROW(
      "has no row with a picture that was read; name the folder of a run that has a write step, or"
          + " of a sweep of such runs"),
  RECALL_OTHER_PIXELS("its row has <n> pixels, and the first one has <pixels>; all need the same"),
  RECALL_LOST(
      "<lost> of its <runs> runs are lost or not done, and a lost tile shifts the others; make them"
          + " again with hopfilm run --resume <folder>"),
  RECALL_FILMS(
      "<n> of its <films> films are there; bring the others back, or write the bank again"),
  RECALL_TILES(
      "<runs> runs are not memories of <tiles> tiles each; name all tiles of a memory one after"
          + " the other, then those of the next"),
  RECALL_PROBES("<file> has no probes; give lines of signs, or a NumPy array (.npy) of -1 and 1"),
  RECALL_BAD_PROBES("<reason>"),
  RECALL_PROBE_VALUE("probe <k> has <value>; a pixel is - or +, in an array -1 or 1"),
  RECALL_PROBE_PIXELS("probe <k> has <n> pixels, the bank <pixels>"),
  RECALL_PROBES_ALONE("probes are recalled alone; leave <option> out"),
  RECALL_BASINS(
      "<pixels> pixels have too many inputs to try them all; leave it out above <most> pixels"),

  // plot.
  PLOT_NO_RUN("is not a folder; name the folder of a run"),
  PLOT_SWEEP("is a sweep and has no table.txt; name run folders in it, such as <sweep>/0*"),
  PLOT_NO_TABLE("has no table.txt; name the folder of a run"),
  PLOT_UNKNOWN("no column <column>; known here: <columns>"),
  PLOT_UNKNOWN_NEAR("no column <column>; did you mean <near>?"),
  PLOT_TOO_MANY(
      "<n> curves are more than the <limit> that can be distinguished; plot fewer columns or runs"),
  PLOT_NOTHING("<x> and <columns> cannot be plotted (<reason>); choose other columns"),
  PLOT_ENDING("end the name with .svg or .png"),
  PLOT_TOO_FEW_SNAPSHOTS(
      "has no two snapshots m000000.ovf of one film; run with output.formats=[ovf] and shorter"
          + " output.snapshots");

  private final String template;

  RunMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
