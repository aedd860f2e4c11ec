package hopfilm.expression;

import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Origin;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.parser.ASTJexlScript;
import org.apache.commons.jexl3.parser.JexlNode;
import org.apache.commons.jexl3.parser.Parser;
import org.apache.commons.jexl3.parser.StringProvider;

/** Reads an expression as a tree; refuses what is no expression, or a form of JEXL beyond them. */
record ExpressionSyntax(String text, Origin origin, String key) {

  private static final int LONGEST = 2000;
  private static final int DEEPEST = 50;

  /** Quoted texts, and what begins with a digit. */
  private static final Pattern TOKENS =
      Pattern.compile("'[^']*'|\"[^\"]*\"|\\b\\d+(?:\\.\\d*)?[eE][+-]\\d+|\\b\\d[\\w.]*");

  /** A decimal number: 010 would be 8. */
  private static final Pattern NUMBER = Pattern.compile("(0|[1-9]\\d*)(\\.\\d*)?([eE][+-]?\\d*)?");

  static final JexlFeatures FEATURES =
      JexlFeatures.createScript()
          .namespaceIdentifier(true) // a : f(b) after a ? is no name of another space
          .loops(false)
          .newInstance(false)
          .sideEffect(false)
          .lambda(false)
          .localVar(false)
          .script(false)
          .pragma(false)
          .annotation(false);

  /**
   * The tree.
   *
   * @throws ExperimentException if the text is no expression
   */
  JexlNode tree() {
    long nested = text.chars().filter(c -> c == '(' || c == '[').count();
    if (text.length() > LONGEST || nested > DEEPEST) {
      throw wrong(ExpressionMessage.EXPRESSION_TOO_LONG, LONGEST, DEEPEST);
    }
    if (text.isBlank()) {
      throw wrong(ExpressionMessage.EXPRESSION_SYNTAX, "''", "it is empty");
    }
    int odd = text.indexOf('`') < 0 ? text.indexOf('#') : text.indexOf('`');
    if (odd >= 0) {
      throw wrong(ExpressionMessage.EXPRESSION_PART, text.charAt(odd));
    }
    TOKENS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(t -> Character.isDigit(t.charAt(0)) && !NUMBER.matcher(t).matches())
        .findFirst()
        .ifPresent(
            t -> {
              throw wrong(ExpressionMessage.EXPRESSION_PART, t);
            });
    try {
      ASTJexlScript script =
          new Parser(new StringProvider(";")).parse(new JexlInfo(key, 1, 1), FEATURES, text, null);
      if (script.jjtGetNumChildren() != 1) {
        throw wrong(ExpressionMessage.EXPRESSION_SYNTAX, text, "it is not one expression");
      }
      return script.jjtGetChild(0);
    } catch (JexlException.Feature e) {
      throw wrong(ExpressionMessage.EXPRESSION_PART, part(e));
    } catch (JexlException e) {
      throw wrong(ExpressionMessage.EXPRESSION_SYNTAX, text, reason(e));
    }
  }

  private static String part(JexlException e) {
    String detail = e.getDetail();
    return detail == null ? "this form" : detail;
  }

  private String reason(JexlException e) {
    boolean isOdd =
        text.chars().filter(c -> c == '\'').count() % 2 > 0
            || text.chars().filter(c -> c == '"').count() % 2 > 0;
    if (isOdd) {
      return "a quote is not closed";
    }
    int column = e.getInfo() == null ? 0 : e.getInfo().getColumn();
    String rest = column < 1 || column > text.length() ? "" : text.substring(column - 1).strip();
    return rest.isEmpty() ? "it is not complete" : "it cannot be read from '%s' on".formatted(rest);
  }

  private ExperimentException wrong(Message message, Object... values) {
    return ExperimentException.at(origin, key, message, values);
  }
}
