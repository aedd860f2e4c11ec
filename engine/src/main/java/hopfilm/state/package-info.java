/**
 * Numbers written to a checkpoint and read back to the bit, part by part. Each class writes and
 * reads its own state; none is described here. Uses no other package.
 */
package hopfilm.state;
