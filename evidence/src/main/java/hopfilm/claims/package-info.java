/** The claims of the paper, each with a criterion, the runs behind it and a verdict. */
package hopfilm.claims;
