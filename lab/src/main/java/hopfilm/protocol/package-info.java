/**
 * A film carried through the steps of its protocol, in time. What decides when to stop and what is
 * answered from before comes from outside, as a {@code Replay}; files but the table and the
 * snapshots are in {@code run}.
 */
package hopfilm.protocol;
