package hopfilm.manual;

import hopfilm.file.ExperimentKeys;
import java.util.Map;
import java.util.Optional;

/** A piece of an experiment file for each section of its manual. */
final class KeyExamples {

  private static final Map<String, String> BY_SECTION =
      Map.ofEntries(
          Map.entry(
              "",
              """
              name: three mazes
              seed: 1
              sweep:
                initial.seed: 1..3
              """),
          Map.entry(
              "film",
              """
              film:
                size: [512 nm, 512 nm]
                cell: 4 nm
                thickness: 1 um
                edges: open
                mask:
                  - {shape: disc, centre: [256 nm, 256 nm], radius: 60 nm}
              """),
          Map.entry(
              "material",
              """
              material:
                Ms: 700 kA/m
                A: 10 pJ/m
                Ku: 172 kJ/m^3
                D: 6.5 mA
                dmi: bulk
                alpha: 0.3
                rho_perp: 0.15 uOhm m
                amr: 150 %
              """),
          Map.entry(
              "device",
              """
              device: {svg: device.svg, scale: 4 nm}
              film: {cell: 4 nm}
              electrodes:
                - {name: west}
                - {name: east, resistance: 5 Ohm}
              protocol:
                - train: {pattern: "+-"}
              """),
          Map.entry(
              ExperimentKeys.PARTS,
              """
              electrodes:
                - name: gate
                  shape: difference
                  parts:
                    - {shape: rectangle, centre: [256 nm, 0 nm], size: [120 nm, 80 nm]}
                    - {shape: ellipse, centre: [256 nm, 40 nm], size: [60 nm, 30 nm], rotate: 20 deg}
                - {name: pads, shape: disc, centre: [40 nm, 400 nm], radius: 20 nm, copies: 1x3, spacing: [60 nm, 0 nm]}
              protocol:
                - train: {pattern: "+-"}
              """),
          Map.entry(
              "film.mask[]",
              """
              film:
                mask:
                  - {shape: rectangle, centre: [256 nm, 0 nm], size: [40 nm, 200 nm]}
                  - {shape: polygon, points: [[0 nm, 512 nm], [80 nm, 512 nm], [0 nm, 432 nm]]}
                  - {shape: disc, centre: [256 nm, 256 nm], radius: 300 nm, keep: inside}
              """),
          Map.entry(
              "material.spin_orbit",
              """
              material: {dmi: interfacial, spin_orbit: {damping_like: 0.1, field_like: 0.02}}
              """),
          Map.entry(
              "pinning",
              """
              pinning: {density: 100 1/um^2, radius: 8 nm, Ku: 100 kJ/m^3, seed: 1}
              """),
          Map.entry(
              "grains",
              """
              grains: {size: 30 nm, spread: {Ku: 5 %, D: 2 %, axis: 3 deg}, seed: 1}
              """),
          Map.entry(
              "material.exponents",
              """
              material: {Tc: 850 K, exponents: {A: 2, D: 1.5, Ku: 3}}
              heat: {ambient: 300 K}
              """),
          Map.entry(
              "heat",
              """
              heat:
                ambient: 300 K
                capacity: 3.5 MJ/m^3/K
                conductivity: 30 W/m/K
                interface: 100 MW/m^2/K
                substrate: MgO
              """),
          Map.entry(
              "heat.substrate",
              """
              heat: {substrate: {capacity: 2.3 MJ/m^3/K, conductivity: 10 W/m/K}}
              """),
          Map.entry(
              "electrodes",
              """
              electrodes: {layout: corners, radius: 154 nm}
              """),
          Map.entry(
              "electrodes[]",
              """
              electrodes:
                - {name: source, shape: disc, centre: [0 nm, 256 nm], radius: 60 nm}
                - {name: drain, shape: rectangle, centre: [502 nm, 256 nm], size: [20 nm, 200 nm]}
                - name: wired
                  patches:
                    - {shape: disc, centre: [150 nm, 60 nm], radius: 30 nm}
                    - {shape: disc, centre: [350 nm, 450 nm], radius: 30 nm, sign: -}
              protocol:
                - train: {pattern: "+-+"}
              """),
          Map.entry(
              "initial",
              """
              initial: {texture: maze, seed: 1, relax: {time: 10 ns, alpha: 0.5}}
              """),
          Map.entry(
              "protocol.relax",
              """
              protocol:
                - relax: {time: 10 ns, alpha: 0.5}
              """),
          Map.entry(
              "protocol.rest",
              """
              protocol:
                - train: {pattern: "+-+-"}
                - rest: 1.5 ns
                - measure: remembered
              """),
          Map.entry(
              "protocol.train",
              """
              protocol:
                - train: {pattern: "+-+-", voltage: 38.4 mV, time: 20 ns}
                - train: {voltages: [50 mV, 0 V, 0 V, 50 mV], time: 5 ns}
                - train: {patterns: ["+-+-", "++--"], slot: 2 ns, time: 40 ns, until: settled}
                - train: {pattern: "+-+-", pulse: {on: 2 ns, off: 1 ns}, ramp: 0.1 ns}
                - train: {pattern: "+-+-", time: 60 ns, until: verified}
                - train: {patterns: ["+-+-", "+--+"], slot: 3 ns, time: 40 ns, until: verified, order: worst, drive: sum-and-difference}
                - train: {pattern: "+-+-", time: 20 ns, field: {value: [0 mT, 0 mT, 50 mT], shape: ramp}}
              """),
          Map.entry(
              "protocol.measure",
              """
              protocol:
                - measure: untrained
                - train: {pattern: "+-+-"}
                - measure: under-current      # as long as the current flows
                - rest: 1.5 ns
                - measure: trained            # at rest as the untrained film: E' is judged here
              """),
          Map.entry(
              "protocol.retrieve",
              """
              protocol:
                - train: {pattern: "+-+-"}
                - rest: 1.5 ns
                - measure: trained
                - retrieve: {from: all, update: asynchronous, order: random}
                - retrieve: {from: ["+--+", "++-+"], update: graded, gain: 1.2}
                - retrieve: {from: noisy, copies: 50, flipped: [0 %, 25 %, 50 %]}
              """),
          Map.entry(
              "protocol.field",
              """
              protocol:
                - field: {value: [0 mT, 0 mT, 100 mT], time: 1 ns}
                - field: {value: [20 mT, 0 mT, 0 mT], time: 5 ns, shape: sine, frequency: 1 GHz}
              """),
          Map.entry(
              "protocol.repeat",
              """
              protocol:
                - repeat:
                    times: 3
                    steps:
                      - train: {pattern: "+-+-", time: 5 ns}
                      - rest: 1 ns
              """),
          Map.entry(
              "network",
              """
              electrodes: {layout: corners, drive: current}
              protocol:
                - train: {pattern: "+-+-", current: 400 mA}
              network: {weights: resistance, reference: untrained, self_term: zero}
              """),
          Map.entry(
              "numerics",
              """
              numerics: {discretisation: covariant, coupling: adaptive, kernels: auto}
              """),
          Map.entry(
              "optimise",
              """
              sweep: {initial.seed: [1, 2], train.pattern: ["+-+-", "++-+"]}
              optimise:
                maximise: margin
                parameters:
                  train.voltage: [20 mV, 80 mV]
                  material.alpha: [0.05, 1, log]
                evaluations: 30
              """),
          Map.entry(
              "output",
              """
              output: {table: 100 ps, snapshots: 10 ns, formats: [ovf, png]}
              """));

  private KeyExamples() {}

  /** That of a section, if there is one. */
  static Optional<String> of(String section) {
    return Optional.ofNullable(BY_SECTION.get(section));
  }
}
