/**
 * Templates of the innermost loops of the engine. {@link hopfilm.autocode.Main} writes the loops
 * while the engine is built; nothing here is part of the program.
 */
package hopfilm.autocode;
