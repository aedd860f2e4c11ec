// What drives a film: voltages, or currents where those are its inputs.

/** What a sign of the pattern stands for: its name in commands, value and unit; the value is null where there is none. */
export const given = (state) =>
  state.drive === "current" ? { key: "current", value: state.current, unit: "A" } : { key: "voltage", value: state.voltage, unit: "V" };
