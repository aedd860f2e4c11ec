/**
 * The parts that commands share: arguments, their messages, the terminal, exit status, signals. No
 * command stands here.
 */
package hopfilm.console;
