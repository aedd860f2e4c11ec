package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.magnet.DmiKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The papers whose methods an experiment uses, for references.bib. */
public final class References {

  /**
   * @param paper what to cite
   * @param reason why, as the note of the entry
   * @param used whether an experiment uses it
   */
  private record Entry(Paper paper, String reason, Predicate<Experiment> used) {}

  private static final List<Entry> ALL =
      List.of(
          new Entry(
              new Paper(
                  "Yu2021",
                  "Yu, Weichao and Xiao, Jiang and Bauer, Gerrit E. W.",
                  "Hopfield neural network in magnetic textures with intrinsic Hebbian learning",
                  "Physical Review B",
                  "104",
                  "L180405",
                  2021,
                  "10.1103/PhysRevB.104.L180405"),
              "the idea: a magnetic texture that learns by the currents through it",
              e -> true),
          new Entry(
              new Paper(
                  "Gilbert2004",
                  "Gilbert, T. L.",
                  "A phenomenological theory of damping in ferromagnetic materials",
                  "IEEE Transactions on Magnetics",
                  "40",
                  "3443--3449",
                  2004,
                  "10.1109/TMAG.2004.836740"),
              "the equation of motion and its damping",
              e -> e.duration() > 0),
          new Entry(
              new Paper(
                  "Zhang2004",
                  "Zhang, S. and Li, Z.",
                  "Roles of nonequilibrium conduction electrons on the magnetization dynamics of"
                      + " ferromagnets",
                  "Physical Review Letters",
                  "93",
                  "127204",
                  2004,
                  "10.1103/PhysRevLett.93.127204"),
              "the spin-transfer torque",
              e -> trains(e) && e.material().P() != 0),
          new Entry(
              new Paper(
                  "McGuire1975",
                  "McGuire, T. and Potter, R.",
                  "Anisotropic magnetoresistance in ferromagnetic 3d alloys",
                  "IEEE Transactions on Magnetics",
                  "11",
                  "1018--1038",
                  1975,
                  "10.1109/TMAG.1975.1058782"),
              "anisotropic magnetoresistance",
              e -> e.material().amr() != 0),
          new Entry(
              new Paper(
                  "Nagaosa2010",
                  "Nagaosa, Naoto and Sinova, Jairo and Onoda, Shigeki and MacDonald, A. H. and Ong,"
                      + " N. P.",
                  "Anomalous {Hall} effect",
                  "Reviews of Modern Physics",
                  "82",
                  "1539--1592",
                  2010,
                  "10.1103/RevModPhys.82.1539"),
              "the anomalous Hall effect",
              e -> e.material().hallAngle() != 0),
          new Entry(
              new Paper(
                  "Dzyaloshinsky1958",
                  "Dzyaloshinsky, I.",
                  "A thermodynamic theory of ``weak'' ferromagnetism of antiferromagnetics",
                  "Journal of Physics and Chemistry of Solids",
                  "4",
                  "241--255",
                  1958,
                  "10.1016/0022-3697(58)90076-3"),
              "the Dzyaloshinskii-Moriya interaction",
              References::isChiral),
          new Entry(
              new Paper(
                  "Moriya1960",
                  "Moriya, T{\\^o}ru",
                  "Anisotropic superexchange interaction and weak ferromagnetism",
                  "Physical Review",
                  "120",
                  "91--98",
                  1960,
                  "10.1103/PhysRev.120.91"),
              "the Dzyaloshinskii-Moriya interaction",
              References::isChiral),
          new Entry(
              new Paper(
                  "Bak1980",
                  "Bak, P. and Jensen, M. H.",
                  "Theory of helical magnetic structures and phase transitions in {MnSi} and {FeGe}",
                  "Journal of Physics C: Solid State Physics",
                  "13",
                  "L881--L885",
                  1980,
                  "10.1088/0022-3719/13/31/002"),
              "bulk Dzyaloshinskii-Moriya interaction of cubic crystals and its helices",
              e -> isChiral(e) && e.material().dmi() == DmiKind.BULK),
          new Entry(
              new Paper(
                  "Bogdanov1994",
                  "Bogdanov, A. and Hubert, A.",
                  "Thermodynamically stable magnetic vortex states in magnetic crystals",
                  "Journal of Magnetism and Magnetic Materials",
                  "138",
                  "255--269",
                  1994,
                  "10.1016/0304-8853(94)90046-9"),
              "the threshold of chiral stripes and their period",
              e -> isChiral(e) && e.material().Ku() > 0),
          new Entry(
              new Paper(
                  "Rohart2013",
                  "Rohart, S. and Thiaville, A.",
                  "Skyrmion confinement in ultrathin film nanostructures in the presence of"
                      + " {Dzyaloshinskii-Moriya} interaction",
                  "Physical Review B",
                  "88",
                  "184422",
                  2013,
                  "10.1103/PhysRevB.88.184422"),
              "chiral edges of the film, and the sign of the interfacial interaction",
              References::isChiral),
          new Entry(
              new Paper(
                  "Hopfield1982",
                  "Hopfield, J. J.",
                  "Neural networks and physical systems with emergent collective computational"
                      + " abilities",
                  "Proceedings of the National Academy of Sciences",
                  "79",
                  "2554--2558",
                  1982,
                  "10.1073/pnas.79.8.2554"),
              "the network, its energy and its updates",
              e -> true),
          new Entry(
              new Paper(
                  "Hopfield1984",
                  "Hopfield, J. J.",
                  "Neurons with graded response have collective computational properties like those"
                      + " of two-state neurons",
                  "Proceedings of the National Academy of Sciences",
                  "81",
                  "3088--3092",
                  1984,
                  "10.1073/pnas.81.10.3088"),
              "graded retrieval",
              e -> e.steps().stream().anyMatch(References::isGraded)),
          new Entry(
              new Paper(
                  "Alibart2012",
                  "Alibart, Fabien and Gao, Ligang and Hoskins, Brian D. and Strukov, Dmitri B.",
                  "High precision tuning of state for memristive devices by adaptable"
                      + " variation-tolerant algorithm",
                  "Nanotechnology",
                  "23",
                  "075201",
                  2012,
                  "10.1088/0957-4484/23/7/075201"),
              "training by pulses, each followed by a test",
              e -> resolved(e, "until: verified")),
          new Entry(
              new Paper(
                  "Hestenes1952",
                  "Hestenes, M. R. and Stiefel, E.",
                  "Methods of conjugate gradients for solving linear systems",
                  "Journal of Research of the National Bureau of Standards",
                  "49",
                  "409--436",
                  1952,
                  "10.6028/jres.049.044"),
              "the solver of the electric potential",
              e -> true),
          new Entry(
              new Paper(
                  "Berg1981",
                  "Berg, B. and L{\\\"u}scher, M.",
                  "Definition and statistical distributions of a topological number in the lattice"
                      + " {O(3)} sigma-model",
                  "Nuclear Physics B",
                  "190",
                  "412--424",
                  1981,
                  "10.1016/0550-3213(81)90568-X"),
              "the topological charge in table.txt",
              e -> true),
          new Entry(
              new Paper(
                  "Wang2018",
                  "Wang, X. S. and Yuan, H. Y. and Wang, X. R.",
                  "A theory on skyrmion size",
                  "Communications Physics",
                  "1",
                  "31",
                  2018,
                  "10.1038/s42005-018-0029-0"),
              "profile and size of the skyrmions at the start",
              e -> resolved(e, "texture: skyrmion")),
          new Entry(
              new Paper(
                  "Dormand1980",
                  "Dormand, J. R. and Prince, P. J.",
                  "A family of embedded {Runge-Kutta} formulae",
                  "Journal of Computational and Applied Mathematics",
                  "6",
                  "19--26",
                  1980,
                  "10.1016/0771-050X(80)90013-3"),
              "time stepping with adaptive steps",
              e -> resolved(e, "integrator: dopri5")),
          new Entry(
              new Paper(
                  "Barzilai1988",
                  "Barzilai, J. and Borwein, J. M.",
                  "Two-point step size gradient methods",
                  "IMA Journal of Numerical Analysis",
                  "8",
                  "141--148",
                  1988,
                  "10.1093/imanum/8.1.141"),
              "relaxation by descent on the energy",
              e -> resolved(e, "\\bdescent\\b")),
          new Entry(
              new Paper(
                  "Manchon2019",
                  "Manchon, A. and {\\v{Z}}elezn{\\'y}, J. and Miron, I. M. and Jungwirth, T. and"
                      + " Sinova, J. and Thiaville, A. and Garello, K. and Gambardella, P.",
                  "Current-induced spin-orbit torques in ferromagnetic and antiferromagnetic systems",
                  "Reviews of Modern Physics",
                  "91",
                  "035004",
                  2019,
                  "10.1103/RevModPhys.91.035004"),
              "spin-orbit torque",
              e -> resolved(e, "spin_orbit:")),
          new Entry(
              new Paper(
                  "Newell1993",
                  "Newell, A. J. and Williams, W. and Dunlop, D. J.",
                  "A generalization of the demagnetizing tensor for nonuniform magnetization",
                  "Journal of Geophysical Research: Solid Earth",
                  "98",
                  "9551--9555",
                  1993,
                  "10.1029/93JB00694"),
              "the demagnetising field",
              e -> resolved(e, "demag: on")),
          new Entry(
              new Paper(
                  "Brown1963",
                  "Brown, W. F.",
                  "Thermal fluctuations of a single-domain particle",
                  "Physical Review",
                  "130",
                  "1677--1686",
                  1963,
                  "10.1103/PhysRev.130.1677"),
              "thermal noise",
              e -> resolved(e, "temperature: *[0-9.]*[1-9]")),
          new Entry(
              new Paper(
                  "Leliaert2014",
                  "Leliaert, J. and Van de Wiele, B. and Vansteenkiste, A. and Laurson, L. and"
                      + " Durin, G. and Dupr{\\'e}, L. and Van Waeyenberge, B.",
                  "Current-driven domain wall mobility in polycrystalline {Permalloy} nanowires: A"
                      + " numerical study",
                  "Journal of Applied Physics",
                  "115",
                  "233903",
                  2014,
                  "10.1063/1.4883297"),
              "grains as Voronoi cells",
              e -> e.disorder().grains().isPresent()),
          new Entry(
              new Paper(
                  "Wilson1927",
                  "Wilson, E. B.",
                  "Probable inference, the law of succession, and statistical inference",
                  "Journal of the American Statistical Association",
                  "22",
                  "209--212",
                  1927,
                  "10.1080/01621459.1927.10502953"),
              "intervals of success fractions",
              e -> false));

  private References() {}

  /** BibTeX entries of an experiment, each with the reason as its note. */
  public static String of(Experiment experiment) {
    return ALL.stream()
        .filter(entry -> entry.used().test(experiment))
        .map(entry -> entry.paper().bibtex(entry.reason()))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isChiral(Experiment e) {
    return e.material().D() != 0;
  }

  private static boolean trains(Experiment e) {
    return e.steps().stream().anyMatch(Step.Train.class::isInstance);
  }

  private static boolean isGraded(Step step) {
    return step instanceof Step.Retrieve r && r.update() == UpdateRule.GRADED;
  }

  /** Whether the file with all values filled in has a key and value; its name does not count. */
  private static boolean resolved(Experiment e, String pattern) {
    String yaml = ExperimentFile.write(e).replaceFirst("^name:.*", "");
    return Pattern.compile(pattern).matcher(yaml).find();
  }
}
