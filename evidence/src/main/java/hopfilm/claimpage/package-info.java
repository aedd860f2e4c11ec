/**
 * Claims as pages: a YAML file names films, what is read of each, and criteria that are stated
 * before the runs. A page is checked in full when it is read: keys, names, functions with the types
 * of their arguments, kinds of films, and every experiment. Its expressions reach no class, file or
 * process. How a claim is run and reported stands in {@code hopfilm.reproduce}.
 */
package hopfilm.claimpage;
