package hopfilm.console;

import hopfilm.input.Message;

/** Messages about the command line: see {@link Message}. */
public enum CliMessage implements Message {

  // Command line.
  RESUME_NOT_WITH("resumes the experiment in that folder; remove <option> from the command"),
  RESUME_OTHER("was made by another command; use hopfilm <command> --resume <folder>"),
  OPTION_THREADS("is not a number of threads; give 1 or more"),
  REPORT_NO_RUN("has no experiment.yaml; name the folder of a run or sweep"),
  STATUS_NONE("has no readable status.json; name the folder of a run or sweep"),
  STATUS_CLAIMS("holds claims; see its index.html, or call hopfilm reproduce once more"),
  OPTION_USAGE("<reason>; see hopfilm <command>--help"),
  OPTION_UNKNOWN("unknown option <option>; see hopfilm <command>--help"),
  OPTION_UNKNOWN_NEAR("unknown option <option>; did you mean <near>?"),
  OPTION_TOO_MANY("unexpected argument '<value>'; see hopfilm <command>--help"),
  OPTION_COMMAND("unknown command '<word>'; known are <commands>; see hopfilm help"),
  OPTION_COMMAND_NEAR("unknown command '<word>'; did you mean <near>? See hopfilm help"),
  OPTION_COMMAND_SOURCES(
      "a release does not contain '<word>'; call ./hopfilm <word> in the sources, where it"
          + " builds what it needs"),
  READOUT_DENSITY(
      "<value> is a voltage, but noise is a density; write for example \"4 nV/sqrt(Hz)\""),
  OPTION_NO_NAME(
      "'<value>' has signs that Java cannot read here; rename the file, or set LC_ALL=C.UTF-8 if"
          + " its name is in UTF-8"),
  OPTION_NO_PATH("'<value>' is not a path on this system; name another"),
  OPTION_WORKERS("<value> is out of range; give a whole number from 1, such as 2"),
  OPTION_CLASS("<n> pages are out of range; give 1 to <most>"),
  OPTION_PORT("<port> is not a port; give 0 to 65535, or leave it out for a free one"),
  OPTION_PORT_TAKEN("port <port> is in use; give another one, or leave it out for a free one"),
  OPTION_BIND("cannot listen on <address> (<reason>); give an address of this computer"),
  OPTION_RUNS("<folder> is no folder that can be written; name another one"),
  OPTION_NO_TOKEN("is for this computer alone; leave it out beside --bind"),
  OPTION_LIVE_SWEEP(
      "the experiment is a sweep of <runs> runs; watch one of them, with --set for the swept keys"),
  OPTION_ONLY("write which share of how many, such as 2/4"),
  OPTION_ONLY_RANGE("give a share from 1 to the number of shares, such as 2/4"),
  OPTION_ONLY_SINGLE("the experiment is a single run and has no sweep; leave it out"),
  OPTION_SPARK_MASTER(
      "\"<value>\" is not a Spark master; write local[2], local-cluster[2,1,1024],"
          + " spark://host:7077, yarn or k8s://https://host:port"),
  OPTION_SPARK_SINGLE("the experiment is a single run and has no sweep; leave it out"),
  OPTION_SPARK_WORKERS("is for runs on this machine alone; leave it out beside --spark"),
  OPTION_SPARK_MISSING(
      "a release does not contain Spark; call ./hopfilm run --spark in the sources, which"
          + " fetches it, or spread the sweep with run --only k/n and gather"),
  FORCE_NO_OUT("replaces the contents of the --out folder; name that folder"),
  NEW_CLAIM_ALONE("has no effect on the page of --claim; leave it out"),
  NEW_UNKNOWN("is none of <names>; name one of them, or leave it out"),
  NEW_UNKNOWN_NEAR("is none of <names>; did you mean <near>?"),

  // evaluate.
  EVALUATE_SWEEP("sweeps <key>, but one film is evaluated at a time; choose with --set <key>=..."),

  // barrier.
  BARRIER_NO_FILM(
      "no experiment.yaml beside <state>; name the film's experiment file with --file FILM.yaml"),
  BARRIER_IMAGES("<n> images are out of range; give 5 to 200"),

  // convert.
  CONVERT_NO_FORMAT("missing; give the format, one of <formats>"),
  CONVERT_NO_HEIGHT("is for mfm alone; leave it out, or write --to mfm"),
  CONVERT_NO_ENDING("has no known file ending; give --to with one of <formats>"),
  CONVERT_HOW_MANY_LENGTHS("<n> given; give three lengths, such as \"4 nm, 4 nm, 1 um\""),
  CONVERT_FILE_FOR_SEVERAL("is a file, but <n> inputs need a folder; name one"),
  CONVERT_SAME_OUTPUT("a second input would overwrite <file>; convert them one by one"),
  CONVERT_ONTO_ITSELF("is also the output; name another file with --out"),
  CONVERT_EXISTS("exists already; add --force to replace it, or name another with --out"),
  CONVERT_FOLDER("is a folder; a run folder can be converted with --to zarr, hdf5, csv or spice"),
  CONVERT_NO_RUN("is not the folder of a run; --to <format> needs one"),
  SPICE_ONLY("is for --to spice; leave it out"),

  // plot.
  PLOT_NO_COLUMN("name at least one column to draw against <x>; hopfilm plot <run> lists them"),
  PLOT_MOVIE_ALONE("takes one run folder and nothing else; leave the rest out"),

  // optimise.
  OPTIMISE_NOTHING("has no section optimise; see hopfilm help optimise"),
  OPTIMISE_VARIES(
      "the search sets it for each film; leave it out, or change its range in"
          + " optimise.parameters"),

  // fit.
  FIT_NOTHING("has no section fit; see hopfilm help fit"),
  FIT_NO_DATA("has no measured values; add a file, or plan with --plan"),

  // map.
  MESH_NO_ELECTRODES("mesh compares conductances, and the film has no electrodes; give it some"),
  MESH_CELLS("needs two or more different lengths, such as \"8 nm, 4 nm, 2 nm\""),
  MAP_ENDING("end the name with .svg, .png or .csv"),

  // reproduce.
  REPRODUCE_UNKNOWN("there is no claim '<name>'; there are <names>"),
  REPRODUCE_UNKNOWN_NEAR("there is no claim '<name>'; did you mean <near>?"),

  // gallery and validate.
  GALLERY_NO_EXAMPLES("is not a folder here; start from the repository or name experiment files"),
  VALIDATE_UNKNOWN("there is no problem '<name>'; there are <names>");

  private final String template;

  CliMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
