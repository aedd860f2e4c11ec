package hopfilm.file;

import static hopfilm.file.YamlValues.list;
import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.numbers;
import static hopfilm.file.YamlValues.optional;
import static hopfilm.file.YamlValues.scalar;
import static hopfilm.file.YamlValues.text;
import static hopfilm.file.YamlValues.word;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.Integrator;
import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.ElectrodesSpec.Entry;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.NumericsSpec;
import hopfilm.experiment.Outline;
import hopfilm.experiment.OutputSpec;
import hopfilm.file.KeyKind.Measure;
import hopfilm.hopfield.WeightKind;
import hopfilm.transport.Electrode.Drive;
import hopfilm.units.Dimension;
import java.util.List;

/** Spells an experiment out as the tree of a file that reads back bit for bit. */
final class ExperimentWriter {

  private ExperimentWriter() {}

  /** The tree of one run. */
  static YamlNode.Mapping tree(Experiment e) {
    YamlNode.Mapping root = map().with("name", scalar(e.name()));
    root = root.with("film", film(e.film())).with("material", material(e.material()));
    if (e.disorder().pinning().isPresent()) {
      root = root.with("pinning", pinning(e.disorder().pinning().get()));
    }
    if (e.disorder().grains().isPresent()) {
      root = root.with("grains", grains(e.disorder().grains().get()));
    }
    root = root.with("electrodes", electrodes(e.electrodes()));
    root = root.with("initial", initial(e.initial()));
    root = root.with("protocol", list(e.protocol().stream().map(ProtocolWriter::step).toList()));
    root = root.with("network", network(e.network())).with("numerics", numerics(e.numerics()));
    root = root.with("output", output(e.output()));
    root = root.with("temperature", number("temperature", e.temperature()));
    return root.with("seed", scalar(Long.toString(e.seed())));
  }

  private static YamlNode film(FilmSpec f) {
    YamlNode.Mapping map =
        map()
            .with("size", numbers("film.size", f.sizeX(), f.sizeY()))
            .with("cell", number("film.cell", f.cell()))
            .with("thickness", number("film.thickness", f.thickness()))
            .with("layers", scalar(Integer.toString(f.layers())))
            .with("edges", word(f.edges()))
            .with("demag", word(f.demag()));
    if (f.outline() instanceof Outline.Points p) {
      map = map.with("shape", scalar("polygon")).with("points", corners(p.corners()));
    } else if (f.outline() != null) {
      map = map.with("shape", scalar("disc"));
    }
    if (!f.mask().isEmpty()) {
      map = map.with("mask", list(f.mask().stream().map(ExperimentWriter::cut).toList()));
    }
    return map;
  }

  private static YamlNode cut(FilmSpec.Cut cut) {
    return outline("film.mask[]", map(), cut.outline())
        .with("keep", scalar(cut.keepsInside() ? "inside" : "outside"));
  }

  private static YamlNode.Mapping outline(String path, YamlNode.Mapping map, Outline outline) {
    if (outline instanceof Outline.Disc d) {
      return map.with("shape", scalar("disc"))
          .with("centre", numbers(path + ".centre", d.x(), d.y()))
          .with("radius", number(path + ".radius", d.radius()));
    } else if (outline instanceof Outline.Rectangle r) {
      return map.with("shape", scalar("rectangle"))
          .with("centre", numbers(path + ".centre", r.x(), r.y()))
          .with("size", numbers(path + ".size", r.sizeX(), r.sizeY()));
    }
    return map.with("shape", scalar("polygon"))
        .with("points", corners(((Outline.Points) outline).corners()));
  }

  private static YamlNode corners(List<List<Double>> corners) {
    return list(corners.stream().map(c -> numbers("electrodes[].centre", c)).toList());
  }

  private static YamlNode material(MaterialSpec m) {
    YamlNode.Mapping map =
        map()
            .with("Ms", number("material.Ms", m.Ms()))
            .with("A", number("material.A", m.A()))
            .with("Ku", number("material.Ku", m.Ku()));
    if (!m.axis().equals(List.of(0.0, 0.0, 1.0))) {
      map = map.with("axis", numbers("material.axis", m.axis()));
    }
    Measure d = (Measure) ExperimentKeys.find("material.D").kind();
    Dimension form = m.dmiStrength().isField() ? Dimension.CURRENT : Dimension.SURFACE_ENERGY;
    return map.with("D", scalar(text(m.dmiStrength().value(), d.form(form))))
        .with("dmi", word(m.dmi()))
        .with("alpha", number("material.alpha", m.alpha()))
        .with("P", number("material.P", m.P()))
        .with("xi", number("material.xi", m.xi()))
        .with("rho_perp", number("material.rho_perp", m.rhoPerp()))
        .with("amr", number("material.amr", m.amr()))
        .with("hall_angle", number("material.hall_angle", m.hallAngle()))
        .with("planar_hall", scalar(m.planarHall() ? "on" : "off"))
        .with(
            "spin_orbit",
            map()
                .with(
                    "damping_like",
                    number("material.spin_orbit.damping_like", m.spinOrbit().dampingLike()))
                .with(
                    "field_like",
                    number("material.spin_orbit.field_like", m.spinOrbit().fieldLike())));
  }

  private static YamlNode pinning(DisorderSpec.Pinning p) {
    YamlNode.Mapping map =
        map()
            .with("density", number("pinning.density", p.density()))
            .with("radius", number("pinning.radius", p.radius()));
    map =
        p.Ku().isEmpty()
            ? map.with("frozen", scalar("true"))
            : map.with("Ku", number("pinning.Ku", p.Ku().getAsDouble()));
    return map.with("seed", scalar(Long.toString(p.seed())));
  }

  private static YamlNode grains(DisorderSpec.Grains g) {
    YamlNode.Mapping spread =
        map()
            .with("Ku", number("grains.spread.Ku", g.Ku()))
            .with("D", number("grains.spread.D", g.D()))
            .with("axis", number("grains.spread.axis", g.axis()));
    return map()
        .with("size", number("grains.size", g.size()))
        .with("spread", spread)
        .with("seed", scalar(Long.toString(g.seed())));
  }

  private static YamlNode electrodes(ElectrodesSpec spec) {
    if (spec instanceof ElectrodesSpec.Listed listed) {
      return list(listed.entries().stream().map(ExperimentWriter::electrode).toList());
    } else if (spec instanceof ElectrodesSpec.Corners c) {
      return with(
          layout("corners").with("radius", number("electrodes.radius", c.radius())), c.contact());
    } else if (spec instanceof ElectrodesSpec.EdgeCentres c) {
      return with(
          layout("edge-centres").with("length", number("electrodes.length", c.length())),
          c.contact());
    } else if (spec instanceof ElectrodesSpec.Discs d) {
      return with(
          layout("grid")
              .with("grid", scalar(d.rows() + "x" + d.columns()))
              .with("radius", number("electrodes.radius", d.radius()))
              .with("margin", number("electrodes.margin", d.margin())),
          d.contact());
    } else if (spec instanceof ElectrodesSpec.SidesX x) {
      return with(layout("sides-x"), x.contact());
    }
    return with(layout("sides-y"), ((ElectrodesSpec.SidesY) spec).contact());
  }

  private static YamlNode.Mapping layout(String name) {
    return map().with("layout", scalar(name));
  }

  private static YamlNode electrode(Entry e) {
    YamlNode.Mapping map = map().with("name", scalar(e.name()));
    map = outline("electrodes[]", map, e.outline());
    if (e.face() != null) {
      map = map.with("face", scalar(e.face().toString()));
    }
    return with(map, e.contact());
  }

  private static YamlNode.Mapping with(YamlNode.Mapping map, ElectrodesSpec.Contact c) {
    YamlNode.Mapping all = map;
    if (c.resistance() != 0) {
      all = all.with("resistance", number("electrodes.resistance", c.resistance()));
    }
    return c.drive() == Drive.VOLTAGE ? all : all.with("drive", word(c.drive()));
  }

  private static YamlNode initial(InitialSpec i) {
    YamlNode.Mapping map = map();
    if (i.texture() instanceof InitialSpec.Uniform u) {
      map =
          map.with("texture", scalar("uniform"))
              .with("direction", numbers("initial.direction", u.x(), u.y(), u.z()));
    } else if (i.texture() instanceof InitialSpec.Helix h) {
      map = map.with("texture", scalar("helix")).with("angle", number("initial.angle", h.angle()));
      if (h.period().isPresent()) {
        map = map.with("period", number("initial.period", h.period().getAsDouble()));
      }
    } else if (i.texture() instanceof InitialSpec.Skyrmions k) {
      map = skyrmions(k);
    } else if (i.texture() instanceof InitialSpec.Wall w) {
      map = map.with("texture", scalar("wall"));
      if (!w.centre().isEmpty()) {
        map = map.with("centre", numbers("initial.centre", w.centre()));
      }
      map = map.with("angle", number("initial.angle", w.angle()));
      map = optional(map, "initial", "width", w.width());
    } else if (i.texture() instanceof InitialSpec.FromFile f) {
      map = map.with("texture", scalar("file")).with("file", scalar(f.path()));
    } else {
      map = map.with("texture", scalar("maze"));
    }
    return map.with("seed", scalar(Long.toString(i.seed())))
        .with(
            "relax",
            map()
                .with("time", number("initial.relax.time", i.relaxTime()))
                .with("alpha", number("initial.relax.alpha", i.relaxAlpha())));
  }

  private static YamlNode.Mapping skyrmions(InitialSpec.Skyrmions k) {
    YamlNode.Mapping map = map().with("texture", scalar("skyrmion"));
    if (!k.centres().isEmpty()) {
      map = map.with("centres", corners(k.centres()));
    }
    map = optional(map, "initial", "radius", k.radius());
    return optional(map, "initial", "width", k.width())
        .with("core", scalar(k.coreUp() ? "up" : "down"));
  }

  private static YamlNode network(NetworkSpec n) {
    YamlNode.Mapping map =
        map().with("reference", word(n.reference())).with("self_term", word(n.selfTerm()));
    boolean isResistance = n.weights() == WeightKind.RESISTANCE;
    if (isResistance) {
      map = map.with("weights", word(n.weights()));
    }
    map = optional(map, "network", isResistance ? "current" : "voltage", n.amplitude());
    if (n.reference() == hopfilm.hopfield.Reference.UNTRAINED_MEAN) {
      map = map.with("mazes", scalar(Integer.toString(n.mazes())));
    }
    if (n.scaling() != 1) {
      map = map.with("scaling", number("network.scaling", n.scaling()));
    }
    return map;
  }

  private static YamlNode numerics(NumericsSpec n) {
    Coupling c = n.numerics().coupling();
    YamlNode coupling =
        c instanceof Coupling.Every every
            ? map().with("every", scalar(Integer.toString(every.steps())))
            : scalar(c instanceof Coupling.EveryStep ? "every-step" : "adaptive");
    YamlNode.Mapping map =
        map()
            .with("discretisation", word(n.discretisation()))
            .with("integrator", word(n.numerics().integrator()));
    if (n.numerics().integrator() == Integrator.DOPRI5) {
      map = map.with("tolerance", number("numerics.tolerance", n.numerics().tolerance()));
    }
    if (Double.isFinite(n.step())) {
      map = map.with("step", number("numerics.step", n.step()));
    }
    return map.with("coupling", coupling).with("kernels", word(n.numerics().kernels()));
  }

  private static YamlNode output(OutputSpec o) {
    return map()
        .with("table", number("output.table", o.table()))
        .with("snapshots", number("output.snapshots", o.snapshots()))
        .with("checkpoint", number("output.checkpoint", o.checkpoint()))
        .with("formats", list(o.formats().stream().map(YamlValues::word).toList()));
  }
}
