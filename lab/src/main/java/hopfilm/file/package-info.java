/**
 * Experiment files as a whole: settings, drawings, sweeps, rules between sections, the study that
 * results. What a value does to a film belongs elsewhere.
 */
package hopfilm.file;
