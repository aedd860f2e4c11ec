/**
 * The commands of the program: options, what is printed, exit status. What a command does stands in
 * a library below, which neither prints nor ends the program.
 */
package hopfilm.cli;
