/**
 * The sections and steps of an experiment file, a class for each that needs more than the binder:
 * its rules, read and written. Rules between sections belong to {@code file}.
 */
package hopfilm.section;
