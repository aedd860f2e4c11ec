/**
 * How long trained films remember: bakes, and what they leave of the weights. How runs are carried
 * out stands in {@code sweep}.
 */
package hopfilm.retention;
