/**
 * One run and its folder: status, lock, identity, checkpoints, summary, figures. What a step does
 * is in {@code protocol}; several runs are in {@code sweep}.
 */
package hopfilm.run;
