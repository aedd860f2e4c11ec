/**
 * The claims of the paper, one class each: criteria stated beforehand, the runs behind them, a
 * verdict. A claim decides from finished run folders, so that claims share runs; what other
 * packages need belongs below.
 */
package hopfilm.claims;
