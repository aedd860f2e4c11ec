/**
 * Loops shared out to threads, with results that do not depend on how many. Nothing that knows what
 * a loop computes. Uses no other package.
 */
package hopfilm.parallel;
