/**
 * Problems with known answers, each solved anew and compared: what {@code hopfilm validate} runs.
 */
package hopfilm.validation;
