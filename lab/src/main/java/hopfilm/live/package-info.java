/**
 * A film that is steered while it learns: commands, undo, and what was done as an experiment. It
 * walks with {@code protocol} to the bits of a run; HTTP and pages belong to {@code web}.
 */
package hopfilm.live;
