/**
 * Pages and tables of whatever there is: a {@link hopfilm.page.Sheet} has named columns with unit,
 * meaning and form and becomes CSV, text, HTML or Markdown. Nothing of films comes in.
 */
package hopfilm.page;
