/**
 * Problems with known answers, one class each, solved anew and compared by {@code hopfilm
 * validate}. Answers come from formulas, tables and other programs, never from this program; what
 * runs and films need belongs below.
 */
package hopfilm.validation;
