/**
 * What is said where input is wrong: every message, the place it points to, the name that was
 * probably meant. It knows neither experiments nor films, so that all others can use it.
 */
package hopfilm.input;
