package hopfilm.expression;

import hopfilm.input.Message;

/** Messages about expressions: see {@link Message}. */
public enum ExpressionMessage implements Message {
  EXPRESSION_SYNTAX("<text> is no expression: <reason>"),
  EXPRESSION_TOO_LONG("an expression has at most <n> characters and <limit> parentheses"),
  EXPRESSION_PART(
      "<part> is not allowed in an expression; use numbers, texts in quotes, names, functions,"
          + " + - * / %, comparisons, and, or, not, a ? b : c"),
  EXPRESSION_NAME("unknown name <name>; known names: <names>"),
  EXPRESSION_NAME_NEAR("unknown name <name>; did you mean <other>?"),
  EXPRESSION_FUNCTION("unknown function <name>; known functions: <names>"),
  EXPRESSION_FUNCTION_NEAR("unknown function <name>; did you mean <other>?"),
  EXPRESSION_CALLED("<name> is a reading; write it without parentheses"),
  EXPRESSION_NOT_CALLED("<name> is a function; write <form>"),
  EXPRESSION_HIDDEN("<form> cannot be called beside a value <name>; give the value another name"),
  EXPRESSION_ARGUMENTS("<form> does not take <n> arguments"),
  EXPRESSION_ARGUMENT("argument <place> of <form> must be <type>, found <other>"),
  EXPRESSION_TYPE("<part> takes <type>, found <other>"),
  EXPRESSION_COLUMN(
      "<name> has a value for each film; take a number of all, such as mean(<name>) or"
          + " share(<name>)"),
  EXPRESSION_RESULT("must be <type>, found <other>"),
  EXPRESSION_KIND("no kind of films is named <text>; kinds: <names>"),
  EXPRESSION_MEASURE("no film has a measure <text>; measures: <names>"),
  EXPRESSION_TABLE("no film has a column <text> in its table; columns: <names>"),
  EXPRESSION_WORD("<text> is none of <words>"),
  EXPRESSION_SETTING("<text> cannot be set: <reason>"),
  EXPRESSION_VALUE("<text> has no value: <reason>");

  private final String template;

  ExpressionMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
