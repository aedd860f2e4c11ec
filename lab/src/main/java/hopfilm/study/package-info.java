/** Experiment files, what they say, runs and sweeps of them, and the folders that those leave. */
package hopfilm.study;
