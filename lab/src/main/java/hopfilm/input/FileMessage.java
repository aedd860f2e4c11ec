package hopfilm.input;

/** Messages about an experiment file: see {@link Message}. */
public enum FileMessage implements Message {

  // The file as such.
  NO_SUCH_FILE("there is no such file; check the path"),
  IS_A_FOLDER("is a folder; name the experiment file in it"),
  FILE_SPELLED_OUT(
      "takes <size> MB with all values written out, as in a run folder; allowed up to <limit>"
          + " MB, use repeat for repeated steps"),
  FILE_TOO_LARGE("<size> MB are too large for an experiment file; allowed up to <limit> MB"),
  EMPTY_FILE("is empty; give keys, or {} for the film of the defaults"),
  NO_TEXT("is not text in UTF-8; save it as UTF-8"),

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
  SET_SWEEPS_BY_KEY("a sweep is set by its keys; write for example initial.seed=1..3"),
  REGION_WITHOUT_SHAPE(
      "missing; a name alone is an element of a device drawing (section device), give a shape, such"
          + " as disc"),
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

  NO_AXIS("<value> is not a direction of three numbers; write for example [1, 1, 0]"),
  NOT_TWO_AXES("has <n> instead of 2 directions; the third follows: write [[1, 0, 0], [0, 1, 0]]"),
  AXES_NOT_SQUARE("<value>: not at right angles; write for example [[1, 1, 0], [-1, 1, 0]]"),

  // Film, start and numerics.
  NO_WHOLE_CELLS(
      "<size> along <axis> is not a whole number of cells of <cell>; use a length of <less> or"
          + " <more>"),
  TOO_FEW_CELLS(
      "<size> along <axis> is less than two cells of <cell>; use a length of <least> or more"),
  TOO_MANY_CELLS(
      "<n> cells are too many; allowed up to <limit>, use larger cells or a smaller film"),
  TOO_LITTLE_MEMORY(
      "<n> cells need about <memory> GB, but Java may use <limit> GB here; use larger cells,"
          + " a smaller film, or more memory (export JAVA_TOOL_OPTIONS=-Xmx...)"),
  NO_FILM_LEFT("no cell of the film is left; cut out less, or move it"),
  OERSTED_NEEDS_OPEN_EDGES("the Oersted field needs open edges; use film.edges: open, not <edges>"),
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
      "finding the cells of all shapes takes <n> comparisons in all runs; allowed up to"
          + " <limit>, give fewer or simpler shapes, larger cells, or a shorter sweep"),
  SPACING_OF_WHAT("spacing needs copies; give copies, such as 1x2, or leave it out"),
  FILES_NOT_READ("files are not read here; use hopfilm on the command line"),
  BAD_DRAWING("<reason>"),
  NO_PICTURE_HERE(
      "pictures are not read here; use hopfilm run, or send the experiment that hopfilm check"
          + " --json prints"),
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
  CENTRES_GIVEN("centres are given as well; keep one of the two"),
  NO_FILE("there is no file <path>; paths start at the folder of the experiment"),
  OTHER_INPUTS("the inputs of weights <kind> are <inputs>; give <key> instead"),
  NO_REFERENCE_RUN_GIVEN(
      "\"<value>\" is not the folder of a run; write {file: FOLDER} with the folder of a run"),
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
  NOISE_NEEDS_RK4(
      "<value> does not work with dopri5, which rejects steps because of the noise; set"
          + " numerics.integrator: rk4 (numerics.step shortens its steps), or temperature: 0 K"),
  NO_COUPLING(
      "\"<value>\" is none of adaptive | every-step | {every: steps}, steps from 1 to 999999"),

  NO_BLOCKS("\"<value>\" is not across x up; write for example 16x16"),
  MORE_BLOCKS_THAN_CELLS("<blocks> blocks in a film of <cells> cells; take <cells> or fewer"),
  NO_PAIR("\"<value>\" is not a pair of contacts; write for example [[n1, n2]]"),
  PAIR_OF_UNKNOWN("no contact is called \"<name>\"; the contacts are <names>"),
  PAIR_OF_ONE("a resistance needs two different contacts, not <name> twice"),
  PAIR_TWICE("<a> and <b> are a pair twice; keep one of the two"),
  TOO_MANY_SAMPLES(
      "<n> samples in <time> are too many; allowed up to <limit>, use <least> or more"),

  // Disorder.
  HEAT_NEEDS_OPEN_EDGES("heat needs open edges; use film.edges: open, not <edges>"),
  NO_TORQUE_TO_INJECT(
      "a current through this film has no torque; give material.slonczewski, such as {P: 0.4}"),
  WARM_WITHOUT_HEAT("nothing heats the film: add the section heat, such as heat: {ambient: 300 K}"),
  TC_TOO_LOW(
      "<curie> is too near heat.ambient, <ambient>; give more than <least>, or a lower ambient"),
  NOISE_AT_OTHER_TEMPERATURE(
      "with heat, the noise follows the temperature of the film, which starts at <ambient>;"
          + " give <ambient> here, or 0 K for no noise"),
  GRADIENT_WITH_HEAT("heat computes the temperature of each cell; leave out heat or the gradient"),
  GRADIENT_ACROSS_PERIODIC_EDGE(
      "a gradient does not fit the periodic edges it crosses; use film.edges: open, not <edges>"),
  GRADIENT_BELOW_ZERO(
      "the coldest corner is <difference> below the middle of the film, which has <temperature>;"
          + " raise temperature, or lower the gradient"),
  STEP_TOO_HOT(
      "at <temperature> the film has no order left; use less than <limit>, 95 % of material.Tc"),
  STEP_WITHOUT_RESISTIVITY(
      "at <temperature> little or nothing is left of the resistivity; use <limit>, or a smaller"
          + " material.temperature_coefficient"),
  SINK_WITHOUT_HEAT("a heat sink needs heat: add the section heat, such as heat: {ambient: 300 K}"),
  PLAIN_REGION("changes nothing; give one of Ms, A, Ku, axis, D, alpha, Ku2, Kc1, P, rho_perp"),
  REGION_WITH_SPIN_ORBIT(
      "beside material.spin_orbit all of the film has one P; leave out P of the regions, or the"
          + " spin-orbit torque"),
  PINNED_BY_WHAT(
      "missing; give the anisotropy in the sites, such as Ku: 100 kJ/m^3, or frozen: true"),
  TOO_MANY_SITES(
      "<n> sites of <radius> radius are too many for this film; allowed up to <limit>, lower the"
          + " density"),
  GRAINS_TOO_SMALL("<size> is less than a cell of <cell>; use <cell> or more"),

  // Electrodes.
  NO_SUCH_EDGES("<layout> needs two opposite edges, but the film is <edges>; use film.edges: open"),
  NO_GRID("\"<value>\" is not rows x columns, such as 3x3"),
  GRID_OUT_OF_RANGE("<n> electrodes are out of range; allowed 2 to <limit>"),
  WIRED_NEEDS_PLAN("missing; give the wiring, such as {grid: 8x8, neurons: 16, signs: both}"),
  WIRED_UNEVEN(
      "<n> neurons cannot share <contacts> contacts; take a number that divides them and leaves"
          + " each neuron <least> or more"),
  ROWS_NEED_PLAN("missing; give the grid and the pixels, such as {grid: 8x8, pixels: 32}"),
  SPACING_GIVES("follows from electrodes.rows.spacing; leave out <key>, or spacing"),
  TOO_MANY_PIXELS(
      "<n> pixels need a contact each, and a grid of <grid> has <dealt> for pixels; take a larger"
          + " grid or fewer pixels"),
  TOO_MANY_PLACES(
      "<n> junctions are too many: <pixels> pixels of a grid of <grid> have <places>"
          + " junctions with the row on average; take a larger grid or fewer pixels"),
  PATCHES_GIVEN("patches are given as well; leave <key> out, or give it in each of the patches"),
  NO_PLUS_PATCH("all patches have the sign -; one or more must have the sign +"),
  GRID_NEEDS_RADIUS("missing; a grid needs the radius of its discs, such as 40 nm"),
  FACE_NEEDS_LAYERS(
      "<face> is a face of a film of several layers, and this one has one; set film.layers to 2 or"
          + " more, or leave it out"),
  BAD_NAME("\"<value>\" is not a name; a name has 1 to 40 letters, digits, - and _"),
  SAME_NAME("two electrodes are called <name>; give each a name of its own"),
  SAME_COLUMN(
      "<from> and <to> would have the column G_<pair> of two other electrodes; write - instead of"
          + " _ in their names"),
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
  NO_PROTOCOL_OF_NONE(
      "missing; the default trains, and this film has no electrodes: list steps such as \"- relax:"
          + " 1 ns\" or \"- measure: end\""),
  NO_CURRENT(
      "a film without electrodes has no current that could make it; leave it out, or give it"
          + " electrodes"),
  STEP_NEEDS_ELECTRODES(
      "a film without electrodes has no current and no network; leave the step out, or give it"
          + " electrodes"),
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
  WRITE_NEEDS_ROWS(
      "a picture is written into a row; give electrodes: {rows: {grid: 8x8, pixels: 32}, ...}, or"
          + " use train"),
  WRITE_NEEDS_VOLTAGES("a picture is written by voltages; use electrodes.drive: voltage"),
  WRITE_NEEDS_UNTRAINED(
      "a row is read by its conductance changes, but the network has weights <weights> and"
          + " reference <reference>; use network.weights: conductance and network.reference:"
          + " untrained"),
  WRITE_NO_TILE(
      "<tile> is no tile: <n> signs in tiles of <pixels> pixels; count whole tiles from 1"),
  HOW_MANY_PIXELS("<n> signs for <pixels> pixels; give one for each, such as \"+-\""),
  NO_PIXEL(
      "\"<value>\" is not a pixel; write 1, true or +, and -1, false or -: of grey values those"
          + " above their mean are 1"),
  UNEQUAL_ROWS("row <row> has <n> pixels, the first <first>; give all rows as many"),
  NO_PICTURE("\"<value>\" is neither signs + and - nor a file"),
  BAD_PICTURE("<reason>"),
  NO_FACTOR(
      "<value> is not a factor of the reference; give {untrained: 1.027}, from 0.5 to 2, or of rows"
          + " {untrained: fitted}"),
  FITTED_NEEDS_ROWS(
      "a reference is fitted to the picture of a row; give electrodes: {rows: {grid: 8x8, pixels:"
          + " 32}, ...}, or a factor such as {untrained: 1.027}"),
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
      "each verify read tries all 2^<electrodes> inputs; allowed up to <limit> electrodes,"
          + " use patterns: [...], even with one pattern, to try corrupted probes instead"),
  CLEARANCE_TOO_MANY(
      "a clearance tries all 2^<electrodes> patterns; allowed up to <limit> electrodes, leave"
          + " it out"),
  RAMP_TOO_LONG("<ramp> up and as much down do not fit into <time>; allowed up to <half>"),
  TOO_MANY_TURNS(
      "<n> presentations in <time> are too many; allowed up to <limit>, make each longer"),
  NO_PART(
      "<part> is not a part of <time>; give two times up to that, the later one second, such"
          + " as [0 ns, 1 ns]"),
  SHAPE_NEEDS_TIME("0 ns is too short for a <shape>; give a time, such as 1 ns"),
  NO_REST_IN_A_FIELD(
      "a film in a changing field reaches no equilibrium; leave it out, or use field.shape:"
          + " constant"),
  BAD_LABEL("\"<value>\" is not a name; a name has 1 to 60 letters, digits, blanks, dots, - and _"),
  RESERVED_LABEL(
      "\"<value>\" is a device on Windows, where no file of that name can be written; use another"),
  SAME_LABEL("two measures are called <label>; give each a name of its own"),
  NO_MEASURE_BEFORE("there is no measure before it; put \"- measure: trained\" above"),
  NO_TRAIN_BEFORE(
      "with network.reference: <reference> there are no weights before the first train step; put a"
          + " train step above"),
  NO_GOAL("has no limit; give where the step ends, such as {column: <column>, below: 0}"),
  TWO_GOALS("a step ends at one value, <first> or <second>; leave one of the two out"),
  NO_TABLE_COLUMN_NEAR("the table has no column <column>; did you mean <near>?"),
  NO_TABLE_COLUMN("the table has no column <column>; its columns are <columns>"),
  OTHER_UNIT("<value> is <given>, but the column <column> <wanted>; write <example>"),
  NO_DRIVE_TIME("missing; give the duration, such as time: 40 ns"),
  NO_CONTACT_NAMES(
      "\"<value>\" does not name contacts; write each by its name, such as {<contact>: <example>}"),
  UNKNOWN_CONTACT_NEAR("there is no contact <name>; did you mean <near>? The contacts are <names>"),
  UNKNOWN_CONTACT("there is no contact <name>; the contacts are <names>"),
  SAME_CONTACT("the contact has a voltage and a current; keep one of the two"),
  ALL_FLOAT("all contacts float, so that no current flows; give one of them a voltage"),
  SIGNALS_DO_NOT_CANCEL(
      "without a contact at a voltage, the currents into the film must add up to 0 at all"
          + " times; balance the currents, or give a contact a voltage"),
  NO_FIELD("\"<value>\" is not a field; write three components, such as [0 T, 0 T, 10 mT]"),
  NO_SIGNAL("has no signal; give one of value, sine, pulses and samples"),
  TWO_SIGNALS("a signal has one of <first> and <second>; leave one of the two out"),
  OTHER_QUANTITY("<value> is <given>; expected <wanted>, such as <example>"),
  COLUMN_OF_A_LIST("a list has no columns; leave it out"),
  NO_SAMPLE(
      "\"<value>\" is not a sample; write plain numbers, which scale makes a voltage or"
          + " current"),
  BAD_SAMPLES("<reason>"),
  WHICH_COLUMN("<file> has <n> columns (<names>); choose one with column"),
  SAME_COLUMNS(
      "<file> has <n> columns <name>; give the number of one, such as <number>, or rename them"),
  SIGNAL_TOO_LARGE("the signal reaches <value>; allowed <range>"),
  NO_COLUMN_NEAR("<file> has no column <name>; did you mean <near>?"),
  NO_COLUMN("<file> has no column <name>; its columns are <names>"),
  ONLY_NOISY_HAS("only from: noisy has <key>; leave it out"),
  FLIPPED_GIVEN("retrieve.flipped gives the number of flipped signs; leave one of the two out"),
  NOTHING_FOR_NOISY("corrupted probes need a trained pattern; put a train step above"),
  TOO_MANY_FLIPS(
      "<n> signs of <electrodes> electrodes cannot be flipped; allowed 1 to <electrodes>"),
  TOO_MANY_STARTS("<n> starts for <electrodes> electrodes are too many; allowed up to <limit>"),
  TOO_MANY_PATTERNS(
      "all 2^<electrodes> patterns are too many; allowed up to <limit> electrodes, use noisy or a"
          + " list"),
  NO_STARTS("\"<value>\" is none of all | noisy | a list of patterns such as [<example>]"),

  // Output.
  NO_SAMPLED("\"<value>\" names no samples; write off, or keys such as {every: 10 ps, of: [V, I]}"),
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
  SWEPT_TWICE("has <value> twice; the same film would count twice"),
  SWEPT_IN_VAIN(
      "all its values make the same film, as another swept key sets it again; leave one of the two"
          + " out"),
  ZIP_LENGTHS("keys that move together need as many values each; here are <lengths>"),
  TOO_MANY_VALUES(
      "all runs together have <n> values and steps; allowed up to <limit>, shorten the sweep or the"
          + " lists that each run has"),
  NO_SETTING("write key=value, such as film.cell=2nm"),
  NO_VALUE("no value; write key=value, such as film.cell=2nm"),
  NO_KEY("\"<key>\" is not a key; write for example film.cell or train[2].pattern"),
  COUNTED_FROM_1("steps and list entries are counted from 1; write for example train[1]"),
  NO_KEYS_BELOW("<key> is a value and has no keys below it; leave out <rest>"),
  ENTRY_BY_NUMBER("<key> is a list, whose entries have numbers; write <entry>"),
  NOT_A_LIST("<key> is not a list; leave out [<index>]"),
  STEP_BY_NAME("steps are counted by name; write for example train[2] for the second train step"),
  NO_SUCH_ENTRY("the file has no list of <name> with an entry <index>; use one that is there"),
  NO_SUCH_STEP("the protocol has no <step> step; add one to the file"),
  NO_SUCH_STEP_NUMBER("the number of <step> steps in the protocol is <n>; use a number up to that"),

  // Optimisation.
  OBJECTIVE_WITHOUT_STEP(
      "no run has a value of <objective> without a <step> step; add one to the protocol"),
  NO_OBJECTIVE("missing objective; give maximise or minimise: <values>"),
  TWO_OBJECTIVES("maximise is given as well; keep one of the two"),
  NO_PARAMETERS(
      "\"<value>\" does not name keys to vary; write keys with ranges, such as {material.alpha:"
          + " [0.1, 0.5]}"),
  NOT_VARIABLE("is not a number with a unit; only such keys can be varied, sweep it instead"),
  NO_PARAMETER_RANGE(
      "<value> is not a range; write [low, high], the smaller first, or [low, high, log]"),
  LOG_FROM_ZERO("a logarithmic range cannot begin at <low>; begin above 0, or leave out log"),
  FITTED_SWEEP("a fit is of one film; leave out the sweep"),
  FITTED_NOISE("thermal noise differs from run to run; set temperature: 0 K"),
  FITTED_OPEN_END(
      "a step of the protocol may end before its time, and readings at other times cannot be"
          + " compared; leave out until and torque"),
  FITTED_NO_MEASURE("no measure step reads G between two contacts; add one, such as measure: rest"),
  FITTED_NO_SAMPLES(
      "<column> is not sampled; write output.samples: {every: 20 ps, of: [<kind>]} with what else"
          + " is sampled"),
  FITTED_DRIVEN(
      "<column> is given in every step with current and has no information; leave it out"),
  FITTED_RUNS("<n> runs are too few for so many unknown numbers; allowed from <fewest>"),
  FITTED_STEP("is a key of a step; only numbers of the film can be found, such as material.alpha"),
  FITTED_ZERO("<low> begins a range with 0 in it; give both ends the same sign"),
  FITTED_NONE("the film has no single number there; give it one in the file"),
  FITTED_UNIT("is <what> in the file; write the range in its unit"),
  FITTED_IDLE("acts on no reading, as <reason>; add such a step, or leave the key out"),
  FITTED_TWICE("<column> of this file is in another entry of data too; keep one"),
  FITTED_OUTSIDE("is <value> in the file, which is outside of the range; change one of the two"),
  FITTED_KEY("means nothing with of: <of>; leave it out, or write <other>"),
  FITTED_DRAWS("the start has no seed; leave draws out, or write initial.texture: maze"),
  FITTED_START(
      "a start from a picture shows whether it is that of the film by G before the first current;"
          + " add those readings"),
  FITTED_AT("no measure step is called <label>; known: <labels>"),
  FITTED_IMAGE("<reason>"),
  FITTED_NO_STRIPES(
      "<file> shows no stripes with two periods along the longer side and four cells of the film"
          + " in a period; give the size of the picture, or another picture"),
  MEASURED_HEAD("<file> begins with \"<line>\"; write a line of names such as <example>"),
  MEASURED_PAIR(
      "<file>: <column> names no two contacts; rename it, such as <example>, or leave it out"),
  MEASURED_UNIT(
      "<file>: <column> is in \"<unit>\"; give its values in <example> and name it"
          + " <column>[<example>]"),
  MEASURED_CELLS("<file>, line <line>: <n> values in a table of <columns> columns"),
  MEASURED_NONE("<file> has no measured values; write a line for each measure or time"),
  MEASURED_NUMBER("<file>, line <line>: <column> is \"<text>\"; write a finite number"),
  MEASURED_SIGN("<file>, line <line>: <column> is <value>, but between two contacts <rule>"),
  MEASURED_LABEL("<file>, line <line>: no measure step is called <label>; known: <labels>"),
  MEASURED_TWICE("<file>, line <line>: <what> is there twice; keep one"),
  MEASURED_ORDER("<file>, line <line>: the time is not after that of the line above"),
  MEASURED_TIME("<file>, line <line>: <time> is outside of the protocol, 0 s to <end>"),
  NO_READING(
      "<value> is not a reading; write G, R, period, or columns such as [<contact>_V, <contact>_I]"),
  NO_NOISE("<value> is not the noise of these readings; write for example <example>"),
  SWEPT_TOO("<key> is swept as well; keep one of the two"),
  NEVER_SWEPT("cannot be swept; give one value");

  private final String template;

  FileMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
