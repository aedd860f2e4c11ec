/**
 * Expressions in files: arithmetic, comparisons, names and functions, each checked with its types
 * when the file is read. An expression reaches no class, file or process. What it can read stands
 * in classes above; of films nothing is known here but the words of a network.
 */
package hopfilm.expression;
