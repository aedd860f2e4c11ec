package hopfilm.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every message about wrong input, in one place. Each says what is wrong, what is allowed, and what
 * to do. Where it is wrong (file and line, or the setting) and the key stand before it, see {@link
 * ExperimentException}. What is in angle brackets is filled in, in its order.
 */
public enum Message {

  // The file as such.
  NO_SUCH_FILE("there is no such file; check the path"),
  IS_A_FOLDER("is a folder; name the experiment file in it"),
  FILE_SPELLED_OUT(
      "takes <size> MB with every value spelled out, as the folder of a run holds it; allowed up to"
          + " <limit> MB, use repeat for steps that come again"),
  FILE_TOO_LARGE("<size> MB are too large for an experiment file; allowed up to <limit> MB"),
  NO_TEXT("is not text in UTF-8; save it as UTF-8"),
  UNREADABLE("cannot be read (<reason>); check its permissions"),

  MORE_ERRORS("<n> more; correct these first"),

  // YAML.
  NOT_YAML("not valid YAML (<reason>); indent with spaces and write \"key: value\""),
  NOT_CLOSED("the <what> opened here with <open> is not closed before <end>; add <close>"),
  NOT_IN_BLOCK(
      "the line does not fit into the <what> that begins in line <line>; indent it like the lines"
          + " there, or put its text in quotes"),
  NO_COLON_HERE(
      "\": \" does not fit here; indent the line like those above, one \"key: value\" a line, or"
          + " put text with a colon in quotes"),
  TAB("a tab; indent with spaces"),
  BAD_START("<sign> cannot begin a value; put the value in quotes"),
  NO_MAP("\"<value>\" is not an experiment; write keys such as film: and protocol:"),
  KEY_IS_NO_WORD("a map or a list stands where a key is expected; write \"key: value\""),
  VALUE_BEFORE_KEYS("a value stands alone before the keys; write \"key: value\", or remove it"),
  SECOND_DOCUMENT("a second document begins here; an experiment file holds one, remove the ---"),
  ANCHOR("anchors (&) and aliases (*) are not read; write the value in full"),
  TAG("tags (!) are not read; write the value alone, in quotes if it begins with !"),
  GIVEN_TWICE("given twice, first in line <line>; keep one of them"),

  // Keys.
  UNKNOWN_KEY("unknown key; known here: <keys>"),
  UNKNOWN_KEY_NEAR("unknown key; did you mean <key>?"),
  KEYS_EXPECTED("\"<value>\" where keys are expected; write \"key: value\" with one of <keys>"),
  EMPTY_SECTION("empty; write \"key: value\" with one of <keys>, or leave it out"),
  MISSING("missing; it is needed here (<meaning>): <allowed>"),

  // Values and units.
  EMPTY("empty; allowed: <allowed>"),
  NOT_ONE_VALUE(
      "<value> is not one value; allowed: <allowed>; the values of a sweep stand under sweep"),
  NO_LIST("<value> is not a list; write <allowed>"),
  EMPTY_LIST("the list is empty; give one value or more, or leave the key out"),
  HOW_MANY("has <n> instead of <wanted> values; write for example <example>"),
  TOO_MANY_ENTRIES("<n> entries are too many; allowed up to <limit>"),
  NO_QUANTITY("<reason> (allowed <range>)"),
  OUT_OF_RANGE("<value> is out of range; allowed <range>"),
  OUT_OF_RANGE_USUAL("<value> is out of range; allowed <range>, usually <usual>"),
  NOT_WHOLE("\"<value>\" is not <allowed>; write for example <example>"),
  NO_SUCH_WORD("\"<value>\" is none of <words>"),
  NO_SUCH_WORD_NEAR("\"<value>\" is none of <words>; did you mean <word>?"),
  NO_POSITION("\"<value>\" is not a position; write a list such as [[0 nm, 0 nm], [20 nm, 40 nm]]"),
  NO_DIRECTION("[0, 0, 0] has no direction; give for example [0, 0, 1]"),

  // Film, start and numerics.
  NO_WHOLE_CELLS(
      "<size> along <axis> is not a whole number of cells of <cell>; use a length of <less> or"
          + " <more>"),
  TOO_FEW_CELLS(
      "<size> along <axis> is less than two cells of <cell>; use a length of <least> or more"),
  TOO_MANY_CELLS(
      "<n> cells are too many; allowed up to <limit>, use larger cells or a smaller film"),
  TOO_LITTLE_MEMORY(
      "<n> cells need about <memory> GB, but Java may take <limit> GB here; use larger cells, a"
          + " smaller film, or more memory (export JAVA_TOOL_OPTIONS=-Xmx...)"),
  NO_FILM_LEFT("no cell of the film is left; cut out less, or move it"),
  OERSTED_NEEDS_OPEN_EDGES("the Oersted field needs open edges; use film.edges: open, not <edges>"),
  SHAPE_HAS_NO("a <shape> has no <key>; leave it out"),
  FITTED_NEEDS_ONE_LAYER(
      "contacts are fitted in films of one layer, this one has <n>; take corners, or film.layers:"
          + " 1"),
  TOO_FEW_CORNERS("<n> corners; a polygon has three or more, such as <example>"),
  PRESET_LACKS(
      "for <material> no source gives <keys>; add them beside the preset, and see hopfilm materials"
          + " <material>"),
  NO_CLOSED_LINE(
      "\"<value>\" is not a closed line; write three or more corners such as [[0 nm, 0 nm], [80 nm,"
          + " 0 nm], [40 nm, 60 nm]]"),
  INNER_TOO_LARGE("<inner> leaves no ring within a radius of <radius>; give less"),
  TOO_FEW_PARTS("<n> parts; the shape <shape> has two or more"),
  COPIES_OUT_OF_RANGE("<n> copies are out of range; allowed 1 to <limit>"),
  TOO_MANY_SHAPES(
      "<n> shapes with all copies are too many for one experiment; allowed up to <limit>, give"
          + " fewer copies"),
  SHAPES_TAKE_TOO_LONG(
      "to find the cells of all shapes takes <n> comparisons, that of all runs included; allowed up"
          + " to <limit>: give fewer or simpler shapes, larger cells, or a shorter sweep"),
  SPACING_OF_WHAT("spacing needs copies; give copies, such as 1x2, or leave it out"),
  NO_DRAWING("there is no file <path>; paths start at the folder of the experiment file"),
  BAD_DRAWING("<reason>"),
  NO_PICTURE_HERE(
      "pictures are not read here; use hopfilm run, or the experiment that hopfilm check --json"
          + " has"),
  NO_PIXELS("no pixel of <path> is <which>; change pixels or threshold"),
  NO_PIXEL_COLOUR("\"<value>\" is none of dark | light | a colour such as #ff8800"),
  TOO_MANY_CORNERS(
      "<n> corners with this outline are too many for one experiment; allowed up to <limit>, draw"
          + " simpler lines or scale the picture down"),
  DEVICE_HAS("the drawing of the device gives it; leave out <key>, or device"),
  ELECTRODES_ARE_LISTED(
      "the electrodes are a list, and each has a <key> of its own; write electrodes[1].<key> for"
          + " the first of them"),
  DEVICE_WITHOUT_ELECTRODES(
      "missing; the drawing has no group \"electrodes\": list the elements that are contacts, such"
          + " as [{name: left}, {name: right}]"),
  TEXTURE_HAS_NO("the texture <texture> has no <key>; leave it out, or take a texture of <those>"),
  CENTRES_GIVEN("centres are given as well; keep one of the two"),
  NO_START_FILE("there is no file <path>; paths start at the folder of the experiment file"),
  BAD_START_FILE("<reason>"),
  START_HAS_OTHER_CELLS(
      "<path> has <cells>, the film <wanted>; set film.size, film.cell, film.thickness and"
          + " film.layers to match, or initial.resample: on for a film of the same size"),
  START_HAS_OTHER_SIZE(
      "<path> has <cells>, the film <wanted>; resampled or not, both films must be equally large:"
          + " set film.size and film.thickness to match"),
  START_HAS_HOLES(
      "<path> has no magnetisation in cell <cell>, where there is film; fill it, or cut the cell"
          + " out with film.mask"),
  ONLY_STRAY_FIELD_HAS_HEIGHT("only pictures of a stray-field have a height; leave it out"),
  NO_DMI("0 forms no maze of stripes; give a value such as 6.5 mA, or another initial.texture"),
  TOO_WEAK_DMI(
      "<value> is <relative> Dc, too weak for a maze of stripes; raise it beyond Dc = <threshold>,"
          + " lower material.Ku below <softest>, or choose another initial.texture"),
  OTHER_INPUTS("the inputs of weights <kind> are <inputs>; give <key> instead"),
  ONLY_SCALED_HAS_SCALING(
      "only the references scaled and untrained-scaled have a scaling; leave it out"),
  ONLY_MEAN_HAS_MAZES("only the reference untrained-mean has mazes; leave it out"),
  NO_REFERENCE_RUN_GIVEN(
      "\"<value>\" does not name a run; write {file: FOLDER} with the folder of a run"),
  NO_REFERENCE_RUN(
      "<path> is not the folder of a finished run with a summary.json; paths start at the folder of"
          + " the experiment file"),
  REFERENCE_WITHOUT_MATRIX(
      "<path> has no reference_matrix in its summary.json: it trained nothing, or an earlier"
          + " version wrote it; run it again"),
  REFERENCE_OF_OTHER_ELECTRODES(
      "<path> has the electrodes <names>, this experiment <wanted>; they must be the same, in one"
          + " order"),
  REFERENCE_OF_OTHER_WEIGHTS(
      "<path> has the weights <kind>, this experiment <wanted>; set network.weights to match"),
  REFERENCE_RUN_SAYS("the run of the reference gives its <key>; leave it out"),
  ONLY_DOPRI5_HAS_TOLERANCE("only the integrator dopri5 has a tolerance; leave it out"),
  NOISE_NEEDS_RK4(
      "<value> needs steps that do not depend on the noise, but dopri5 takes back those that noise"
          + " made inaccurate; set numerics.integrator: rk4 (numerics.step shortens its steps), or"
          + " temperature: 0 K"),
  NO_COUPLING(
      "\"<value>\" is none of adaptive | every-step | {every: steps}, steps from 1 to 999999"),

  // Disorder.
  HEAT_NEEDS_OPEN_EDGES("heat needs open edges; use film.edges: open, not <edges>"),
  WARM_WITHOUT_HEAT("nothing heats the film: add the section heat, such as heat: {ambient: 300 K}"),
  TC_TOO_LOW(
      "<curie> is too near heat.ambient, <ambient>; give more than <least>, or a lower ambient"),
  EXPONENTS_WITHOUT_TC(
      "exponents describe how the material changes below material.Tc; give it too"),
  NOISE_AT_OTHER_TEMPERATURE(
      "the noise is that of the film's own temperature, which starts at <ambient>; give <ambient>"
          + " here, or 0 K for no noise"),
  SINK_WITHOUT_HEAT("a heat sink needs heat: add the section heat, such as heat: {ambient: 300 K}"),
  PINNED_BY_WHAT(
      "missing; give the anisotropy in the sites, such as Ku: 100 kJ/m^3, or frozen: true"),
  FROZEN_HAS_NO_KU("frozen sites have no anisotropy of their own; keep one of the two"),
  TOO_MANY_SITES(
      "<n> sites of <radius> radius are too many for this film; allowed up to <limit>, lower the"
          + " density"),
  GRAINS_TOO_SMALL("<size> is less than a cell of <cell>; use <cell> or more"),

  // Electrodes.
  LAYOUT_HAS_NO("the layout <layout> has no <key>; leave it out"),
  NO_SUCH_EDGES("<layout> needs two opposite edges, but the film is <edges>; use film.edges: open"),
  NO_GRID("\"<value>\" is not rows x columns, such as 3x3"),
  GRID_OUT_OF_RANGE("<n> electrodes are out of range; allowed 2 to <limit>"),
  WIRED_NEEDS_PLAN("missing; give what is wired, such as {grid: 8x8, neurons: 16, signs: both}"),
  WIRED_UNEVEN(
      "<n> neurons cannot share <contacts> contacts; take a number that divides them and leaves"
          + " each neuron <least> or more"),
  PATCHES_GIVEN("patches are given as well; leave <key> out, or give it in each of the patches"),
  NO_PLUS_PATCH("all patches have the sign -; one or more must have the sign +"),
  GRID_NEEDS_RADIUS("missing; a grid needs the radius of its discs, such as 40 nm"),
  FACE_NEEDS_LAYERS(
      "<face> is a face of a film of several layers, and this one has one; set film.layers to 2 or"
          + " more, or leave it out"),
  BAD_NAME("\"<value>\" is not a name; a name has 1 to 40 letters, digits, - and _"),
  SAME_NAME("two electrodes are called <name>; give each a name of its own"),
  TOO_FEW_ELECTRODES("<n> in the list; a current needs two electrodes or more, list them all"),
  CORNERS_MEET(
      "<radius> is too much for a film of <x> x <y>; contacts at its corners need less than"
          + " <most>"),
  ELECTRODES_DO_NOT_FIT("<reason>"),
  NOTHING_DRIVES(
      "nothing drives a current; give one electrode or more drive: voltage, or two or more drive:"
          + " current"),

  // Protocol.
  NO_PROTOCOL(
      "missing; the default is for 4 electrodes and there are <n>: list steps such as \"- train:"
          + " {pattern: <example>}\""),
  NO_STEPS_LIST(
      "\"<value>\" is not a list of steps; write each step in a line with \"- \" before it"),
  NO_STEPS("empty; list one step or more"),
  NO_STEP("\"<value>\" is not a step; write \"- step: {...}\" with one of <steps>"),
  UNKNOWN_STEP("unknown step <step>; known here: <steps>"),
  UNKNOWN_STEP_NEAR("unknown step <step>; did you mean <near>?"),
  TOO_MANY_STEPS("<n> steps with all repeats are too many; allowed up to <limit>, repeat less"),
  NO_SIGN(
      "\"<value>\" has '<sign>' at position <place>; write + or - for each electrode, such as"
          + " <example>"),
  HOW_MANY_SIGNS(
      "\"<value>\" has <n> signs for <electrodes> electrodes; write one sign for each, such as"
          + " <example>"),
  NO_PATTERN(
      "missing; give a pattern such as <example>, several patterns: [...], or voltages: [...]"),
  PATTERN_LIST(
      "is a list; write patterns: [...] to train several in turn, or \"sweep: train.pattern:"
          + " [...]\" for one run each"),
  CURRENTS_GIVEN("currents are given as well; keep one of the two"),
  NOT_SO_DRIVEN("the electrodes are driven by <inputs> here; give <key> instead, or another drive"),
  VALUES_MISSING("missing; <n> electrodes take <key>; give them as a list, <key>: [...]"),
  CURRENTS_DO_NOT_CANCEL(
      "the currents into the film add up to <sum>; no electrode has a voltage, so they must add up"
          + " to 0"),
  PATTERN_NEEDS_ONE_DRIVE(
      "a pattern needs electrodes that are all driven by voltages or all by currents; give"
          + " voltages: [...] and currents: [...]"),
  VOLTAGES_GIVEN("voltages are given as well; keep one of the two"),
  PATTERNS_GIVEN("patterns are given as well; keep one of the two"),
  HOW_MANY_VOLTAGES("<n> values for <electrodes> electrodes; give one for each, such as <example>"),
  ONLY_VERIFIED_HAS("only training until: verified has <key>; leave it out"),
  ONLY_A_PATTERN_IS_VERIFIED(
      "only patterns can be verified; give pattern: <example>, patterns: [...], or until: settled"),
  ONLY_A_SET_HAS(
      "only training of several patterns with tests in between has <key>; give patterns: [...] and"
          + " until: verified or order: worst, or leave it out"),
  NEEDS_PATTERNS("this needs several patterns; give patterns: [...]"),
  ONE_IS_NO_CONTROL("the control needs two patterns or more; leave show out"),
  MIXED_NEEDS_TWO("sum-and-difference is of two patterns; give two, or drive: patterns"),
  MIXED_SHOWS_ALL("sum-and-difference shows both patterns; use drive: patterns, or leave show out"),
  MIXED_NEEDS_VOLTAGES(
      "sum-and-difference needs electrodes that are all driven by voltages; use drive: patterns"),
  A_SET_DOES_NOT_SETTLE(
      "training of several patterns with tests in between takes until: time or until: verified;"
          + " choose one"),
  SAME_PATTERN_TWICE("<one> and <other> are one memory; give each pattern once"),
  VERIFY_TOO_MANY(
      "to verify, all 2^<electrodes> inputs are tried at each check; allowed up to <limit>"
          + " electrodes, use patterns: [...], also with one, to try copies instead"),
  CLEARANCE_TOO_MANY(
      "for a clearance all 2^<electrodes> patterns are tried; allowed up to <limit> electrodes,"
          + " leave it out"),
  RAMP_TOO_LONG("<ramp> up and as much down do not fit into <time>; allowed up to <half>"),
  TOO_MANY_TURNS("<n> turns in <time> are too many; allowed up to <limit>, make each longer"),
  ONLY_SINE_HAS_FREQUENCY("only the shape sine has a frequency; leave it out"),
  NO_PART(
      "<part> is no part of <time>; give two times up to that, the later one second, such as [0 ns, 1"
          + " ns]"),
  SHAPE_NEEDS_TIME("0 ns is too short for a <shape>; give a time, such as 1 ns"),
  NO_REST_IN_A_FIELD(
      "a film in a field that changes does not come to rest; leave it out, or take field.shape:"
          + " constant"),
  BAD_LABEL("\"<value>\" is not a name; a name has 1 to 60 letters, digits, blanks, dots, - and _"),
  SAME_LABEL("two measures are called <label>; give each a name of its own"),
  NO_MEASURE_BEFORE("there is no measure before it; put \"- measure: trained\" above"),
  NO_TRAIN_BEFORE(
      "with network.reference: <reference> there are no weights before the first train step; put a"
          + " train step above"),
  ONLY_GRADED_HAS_GAIN("only graded updates have a gain; leave it out"),
  ONLY_ASYNCHRONOUS_HAS_ORDER("only asynchronous updates have an order; leave it out"),
  ONLY_NOISY_HAS("only from: noisy has <key>; leave it out"),
  FLIPPED_GIVEN("retrieve.flipped gives the number of flipped signs; leave one of the two out"),
  NOTHING_FOR_NOISY("noisy copies need a pattern that was trained before; put a train step above"),
  TOO_MANY_FLIPS(
      "<n> signs of <electrodes> electrodes cannot be flipped; allowed 1 to <electrodes>"),
  TOO_MANY_STARTS("<n> starts for <electrodes> electrodes are too many; allowed up to <limit>"),
  TOO_MANY_PATTERNS(
      "all 2^<electrodes> patterns are too many; allowed up to <limit> electrodes, use noisy or a"
          + " list"),
  NO_STARTS("\"<value>\" is none of all | noisy | a list of patterns such as [<example>]"),

  // Output.
  TOO_MANY_ROWS(
      "<n> rows of <columns> columns in <time> are too many; allowed up to <limit> rows, use"
          + " <interval> or more"),
  TOO_MANY_SNAPSHOTS(
      "<n> snapshots in <time> are too many; allowed up to <limit>, use <interval> or more"),

  // Sweep and --set.
  NO_SWEEP(
      "\"<value>\" is not a sweep; write keys with lists, such as train.pattern: [+-+-, +--+]"),
  NO_RANGE("<value> is not a range; write the smaller number first, and at most <limit> numbers"),
  TOO_MANY_RUNS("<n> runs are too many; allowed up to <limit>, shorten the lists"),
  TOO_MANY_VALUES(
      "all runs together have <n> values and steps; allowed up to <limit>, shorten the sweep or the"
          + " lists that each run has"),
  NO_SETTING("write key=value, such as film.cell=2nm"),
  NO_VALUE("no value; write key=value, such as film.cell=2nm"),
  NO_KEY("\"<key>\" is not a key; write for example film.cell or train[2].pattern"),
  COUNTED_FROM_1("steps and list entries are counted from 1; write for example train[1]"),
  NO_KEYS_BELOW("<key> is a value and has no keys below it; leave out <rest>"),
  NOT_A_LIST("<key> is not a list; leave out [<index>]"),
  NO_SUCH_ENTRY("the file has no list of <name> with an entry <index>; use one that is there"),
  NO_SUCH_STEP("the protocol has no <step> step; add one to the file"),
  NO_SUCH_STEP_NUMBER("the number of <step> steps in the protocol is <n>; use a number up to that"),

  // Optimisation.
  NO_OBJECTIVE("missing objective; give maximise or minimise: <values>"),
  TWO_OBJECTIVES("maximise is given as well; keep one of the two"),
  NO_PARAMETERS(
      "\"<value>\" does not name keys to vary; write keys with ranges, such as {train.voltage: [20"
          + " mV, 80 mV]}"),
  NOT_VARIABLE("is not a number with a unit; only such keys can be varied, sweep it instead"),
  NO_PARAMETER_RANGE(
      "<value> is not a range; write [low, high], the smaller first, or [low, high, log]"),
  LOG_FROM_ZERO("a logarithmic range cannot begin at <low>; begin above 0, or leave out log"),
  SWEPT_TOO("<key> is swept as well; keep one of the two"),
  NEVER_SWEPT("cannot be swept; give one value"),

  // Command line.
  DISK_TOO_SMALL(
      "about <needed> will be written, but <free> are free there; name a folder on another disk"
          + " with --out, or write fewer snapshots (output.snapshots)"),
  RESUME_NOTHING("has no experiment.yaml, so there is no run to resume; name the folder of a run"),
  RESUME_UNWRITABLE("cannot be written; change its permissions, or resume a copy of it"),
  RESUME_FORMAT("<problem>, or run the experiment again"),
  RESUME_VERSION(
      "was written by version <other>, this is <version>; resume with that version, or run the"
          + " experiment again"),
  RESUME_OTHER_EXPERIMENT(
      "is of another experiment: experiment.yaml, a file that it names or status.json was changed or"
          + " damaged; undo that, or run it again"),
  RESUME_UNREADABLE(
      "this or a file that it names was changed or damaged since the run began (line <line>:"
          + " <problem>); undo that, or run the experiment again"),
  RESUME_UNKNOWN(
      "holds results but no status.json, so their inputs are not known; move the folder"
          + " elsewhere and run the experiment again"),
  RESUME_NOT_WITH("resumes the experiment in that folder; remove <option> from the command"),
  OPTION_THREADS("is not a number of threads; give 1 or more"),
  REPORT_NO_RUN("has no experiment.yaml; name the folder of a run or sweep"),
  REPORT_NOT_DONE(
      "is not finished and has no report yet; resume it with hopfilm run --resume <folder>"),
  REPORT_DATA_LOST("has lost data that its report needs: <files>; run the experiment again"),
  STATUS_NONE("has no status.json that can be read; name the folder of a run or sweep"),
  FOLDER_IN_USE(
      "is in use by process <pid> on <host> since <time>; wait for it, or name another folder"),
  FOLDER_LINK(
      "holds the symbolic link <link>, and nothing is written through links; put the file or folder"
          + " itself there, or remove the link"),
  FOLDER_OF_ANOTHER_HOST(
      "is in use by process <pid> on <host> since <time>; if that has ended, remove <file>"),
  OPTION_USAGE("<reason>; see hopfilm <command>--help"),
  OPTION_UNKNOWN("unknown option <option>; see hopfilm <command>--help"),
  OPTION_UNKNOWN_NEAR("unknown option <option>; did you mean <near>?"),
  OPTION_TOO_MANY("unexpected argument '<value>'; see hopfilm <command>--help"),
  OPTION_COMMAND("unknown command '<word>'; known are <commands>; see hopfilm help"),
  OPTION_COMMAND_NEAR("unknown command '<word>'; did you mean <near>? See hopfilm help"),
  OPTION_COMMAND_SOURCES(
      "'<word>' is not in a release; call ./hopfilm <word> in the sources, where it builds what it"
          + " needs"),
  OPTION_NO_PATH("'<value>' is not a path on this system; name another"),
  OPTION_WORKERS("<value> is out of range; give a whole number from 1, such as 2"),
  OPTION_PORT("<port> is not a port; give 0 to 65535, or leave it out for a free one"),
  OPTION_PORT_TAKEN("port <port> is in use; give another one, or leave it out for a free one"),
  OPTION_BIND("cannot listen on <address> (<reason>); give an address of this computer"),
  OPTION_NO_TOKEN("is for this computer alone; leave it out beside --bind"),
  OPTION_LIVE_SWEEP(
      "the experiment is a sweep of <runs> runs; watch one of them, with --set for the swept keys"),
  OPTION_ONLY("write which share of how many, such as 2/4"),
  OPTION_ONLY_RANGE("give a share from 1 to the number of shares, such as 2/4"),
  OPTION_ONLY_EMPTY("the sweep has <runs> runs, none of them in this share; use fewer shares"),
  OPTION_ONLY_SINGLE("the experiment is a single run and has no sweep; leave it out"),
  OPTION_SPARK_MASTER(
      "\"<value>\" is not a Spark master; write local[2], local-cluster[2,1,1024],"
          + " spark://host:7077, yarn or k8s://https://host:port"),
  OPTION_SPARK_SINGLE("the experiment is a single run and has no sweep; leave it out"),
  OPTION_SPARK_WORKERS("is for runs on this machine alone; leave it out beside --spark"),
  OPTION_SPARK_MISSING(
      "Spark is not in a release; call ./hopfilm run --spark in the sources, which fetches it, or"
          + " spread the sweep with run --only k/n and gather"),
  SPARK_RUN_TOO_LARGE(
      "leaves about <size>, and a run comes back from Spark in one piece of at most 2 GB; write"
          + " fewer snapshots (output.snapshots), or share the sweep out with --only k/n"),
  SPARK_UNREACHABLE("no master of Spark answers there (<reason>); start it, see docs/cluster.md"),
  OPTION_HELP_SEVERAL("several keys end in this word: <keys>; give one of them in full"),
  OPTION_HELP_UNKNOWN("no such key, section or command; see hopfilm help, and hopfilm help keys"),
  OPTION_HELP_UNKNOWN_NEAR("no such key, section or command; did you mean <near>?"),
  OPTION_OUT_FILE("is a file; name a new folder with --out"),
  OPTION_OUT_NOT_EMPTY("is not empty; name a new folder with --out, or remove it"),
  FORCE_NO_OUT("replaces what is in the folder of --out; name it"),
  FORCE_NO_RESULTS(
      "holds other things than results of hopfilm; --force does not remove them, name another"
          + " folder"),
  FORCE_INPUT("holds <file>, from which the run begins; name another folder with --out"),
  OPTION_OUT_UNWRITABLE("<folder> cannot be written; name another with --out"),
  OPTION_OUT_NO_FOLDER("there is no folder <folder>; make it first"),
  OPTION_OUT_IS_FOLDER("is a folder; name a file with --out"),

  NEW_UNKNOWN("is none of <names>; name one of them, or leave it out"),
  NEW_UNKNOWN_NEAR("is none of <names>; did you mean <near>?"),
  MATERIAL_UNKNOWN("there is no material '<name>'; there are <names>"),
  MATERIAL_UNKNOWN_NEAR("there is no material '<name>'; did you mean <near>?"),

  // gather.
  GATHER_NO_FOLDER("is not a folder; name folders that run --only has filled"),
  GATHER_NO_SWEEP("is not the folder of a sweep; name folders that run --only has filled"),
  GATHER_OTHER_EXPERIMENT(
      "is of another experiment than <first> (\"<line>\" instead of \"<other>\"); gather folders of"
          + " one experiment"),
  GATHER_TWICE("run <run> is in <first> too; leave out one of them"),
  GATHER_NO_SHARES(
      "the shares <shares> are missing; run them with --only, or name their folders too"),
  GATHER_NO_RUNS(
      "<n> runs are missing, the first is run <run>; name the folders that have them too"),
  GATHER_NOT_ENDED("run <run> is <status>; resume it with hopfilm run --resume <folder>"),

  // evaluate.
  EVALUATE_SWEEP("sweeps <key>, but one film is evaluated at a time; choose with --set <key>=..."),
  EVALUATE_OTHER_GRID(
      "<path> has <cells>, the film <wanted>; set film.size, film.cell and film.thickness to"
          + " match"),
  EVALUATE_HOLES(
      "<path> has no magnetisation in cell <cell>, where there is film; fill it, or cut the cell"
          + " out with film.mask"),
  EVALUATE_HOW_MANY("<n> given, but there are <electrodes> electrodes (<names>); give one each"),

  // convert.
  CONVERT_NO_FORMAT("missing; give the format, one of <formats>"),
  CONVERT_NO_HEIGHT("is for mfm alone; leave it out, or write --to mfm"),
  CONVERT_NO_ENDING("has no ending of a format; give --to with one of <formats>"),
  CONVERT_HOW_MANY_LENGTHS("<n> given; give three lengths, such as \"4 nm, 4 nm, 1 um\""),
  CONVERT_FILE_FOR_SEVERAL("is a file, but <n> inputs need a folder; name one"),
  CONVERT_SAME_OUTPUT("a second input would become <file>; convert them apart"),
  CONVERT_ONTO_ITSELF("would be replaced by itself; name another file with --out"),
  CONVERT_EXISTS("exists already; add --force to replace it, or name another with --out"),
  CONVERT_FOLDER(
      "is a folder; a run folder can be converted with --to zarr, hdf5, npz, csv or spice"),
  CONVERT_NO_RUN("is not the folder of a run; --to <format> needs one"),
  SPICE_HALL(
      "has a Hall effect or inverters, so that resistors between electrodes are not all (measure"
          + " <label>); leave out --over-time"),
  SPICE_ONLY("is for --to spice; leave it out"),

  // plot.
  PLOT_NO_RUN("is not a folder; name the folder of a run"),
  PLOT_SWEEP("is a sweep and has no table.txt; name run folders in it, such as <sweep>/0*"),
  PLOT_NO_TABLE("has no table.txt; name the folder of a run"),
  PLOT_UNKNOWN("no column <column>; known here: <columns>"),
  PLOT_UNKNOWN_NEAR("no column <column>; did you mean <near>?"),
  PLOT_NO_COLUMN("name at least one column to draw against <x>; hopfilm plot <run> lists them"),
  PLOT_UNITS(
      "<column> is in <unit> but <other> is in <another>; plot columns of one unit together"),
  PLOT_TOO_MANY(
      "<n> curves are more than the <limit> that can be told apart; plot fewer columns or runs"),
  PLOT_NOTHING("<x> and <columns> cannot be plotted (<reason>); choose other columns"),
  PLOT_ENDING("end the name with .svg or .png"),
  PLOT_MOVIE_ALONE("takes one run folder and nothing else; leave the rest out"),
  PLOT_TOO_FEW_SNAPSHOTS(
      "has no two snapshots m000000.ovf of one film; run with output.formats=[ovf] and shorter"
          + " output.snapshots"),

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
  WHERE_HOLES("has no magnetisation in cell <cell>; name a state that fills the film"),

  // optimise.
  OPTIMISE_NOTHING("has no section optimise; see hopfilm help optimise"),
  OPTIMISE_NO_FOLDER("is not the folder of an optimisation; name one, or use hopfilm run --resume"),
  OPTIMISE_FOLDER("holds an optimisation; resume it with hopfilm optimise --resume <folder>"),

  // map.
  MAP_NO_SWEEP("has no runs.csv; name the folder of a sweep"),
  MAP_DAMAGED("line <line> is not what a sweep writes; run the sweep again"),
  MAP_NO_KEYS("has one value of each swept key; sweep a key over two or more"),
  MAP_KEY_UNKNOWN("was not swept; swept were <keys>"),
  MAP_KEY_SEVERAL("several swept keys end in this word: <keys>; give one of them in full"),
  MESH_NO_MEASURE("needs a film that is measured; put \"- measure: NAME\" into its protocol"),
  MESH_CELLS("needs two or more different lengths, such as \"8 nm, 4 nm, 2 nm\""),
  MAP_NO_NUMBERS("has no numbers for an axis; name another swept key than <key>"),
  MAP_SAME_KEY("is <key>, as the other axis; give another swept key"),
  MAP_TOO_MANY("has <n> values, more than the <limit> of a map; take another key"),
  MAP_APART(
      "leaves more lines or panels than can be drawn; name swept keys whose runs are to be taken"
          + " together, --pool KEY"),
  MAP_VALUE("none of the values there are: <words>"),
  MAP_NOTHING("no finished run has a value of <value>; take another value"),
  MAP_ENDING("end the name with .svg, .png or .csv"),

  // reproduce.
  REPRODUCE_UNKNOWN("there is no claim '<name>'; there are <names>"),
  REPRODUCE_UNKNOWN_NEAR("there is no claim '<name>'; did you mean <near>?"),
  REPRODUCE_FOLDER_QUICK(
      "holds a quick reproduction; add --quick, or name another folder with --out"),
  REPRODUCE_FOLDER_FULL(
      "holds a full reproduction; leave out --quick, or name another folder with --out"),

  // gallery and validate.
  GALLERY_NO_EXAMPLES("is not a folder here; start from the repository or name experiment files"),
  VALIDATE_UNKNOWN("there is no problem '<name>'; there are <names>");

  private static final Pattern SLOT = Pattern.compile("<[a-z]+>");

  /** A count with its noun, and the same of one. */
  private static final Pattern COUNTED = Pattern.compile("<n> ([a-z]+?)s\\b( are| take)?");

  private static final Map<String, String> VERBS = Map.of(" are", " is", " take", " takes");

  private static final Function<MatchResult, String> ONE =
      m ->
          "<n> "
              + m.group(1).replaceAll("ie$", "y")
              + (m.group(2) == null ? "" : VERBS.get(m.group(2)));

  private static final int LONGEST = 400;

  private final String template;

  Message(String template) {
    this.template = template;
  }

  /** The message with its slots. */
  public String template() {
    return template;
  }

  /**
   * The message.
   *
   * @param values of the slots, in their order; a slot that comes again takes its value again
   * @throws IllegalArgumentException if there are more or fewer values than slots
   */
  public String text(Object... values) {
    Map<String, String> filled = new HashMap<>();
    StringBuilder text = new StringBuilder();
    Matcher slots =
        SLOT.matcher(isOne(values) ? COUNTED.matcher(template).replaceAll(ONE) : template);
    while (slots.find()) {
      if (!filled.containsKey(slots.group())) {
        if (filled.size() == values.length) {
          throw new IllegalArgumentException(name() + " has more slots than " + values.length);
        }
        filled.put(slots.group(), shown(values[filled.size()]));
      }
      slots.appendReplacement(text, Matcher.quoteReplacement(filled.get(slots.group())));
    }
    if (filled.size() != values.length) {
      throw new IllegalArgumentException(name() + " has fewer slots than " + values.length);
    }
    return slots.appendTail(text).toString();
  }

  /** True if it counts one thing. */
  private boolean isOne(Object... values) {
    int n =
        SLOT.matcher(template).results().map(MatchResult::group).distinct().toList().indexOf("<n>");
    return n >= 0 && n < values.length && shown(values[n]).equals("1");
  }

  private static String number(double x) {
    BigDecimal exact = new BigDecimal(x);
    boolean isShort = x < 1e7 && x == Math.rint(x);
    BigDecimal rounded = isShort ? exact : exact.round(new MathContext(3)).stripTrailingZeros();
    return x < 1e7 ? rounded.toPlainString() : rounded.toString().replace("E+", "e");
  }

  private static String shown(Object value) {
    String text = value instanceof Double d ? number(d) : value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
