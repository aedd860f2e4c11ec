/**
 * What an experiment is, as values in SI units that do not change. Each says how it is a key of the
 * experiment file ({@link hopfilm.experiment.Keys}). No text, no files, no running: {@code file}
 * reads and writes these values, {@code film} makes a film of them.
 */
package hopfilm.experiment;
