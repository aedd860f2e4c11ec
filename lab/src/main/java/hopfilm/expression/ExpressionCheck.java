package hopfilm.expression;

import hopfilm.expression.Names.What;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Nearest;
import hopfilm.input.Origin;
import hopfilm.input.Spelling;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.parser.ASTAddNode;
import org.apache.commons.jexl3.parser.ASTAndNode;
import org.apache.commons.jexl3.parser.ASTArrayAccess;
import org.apache.commons.jexl3.parser.ASTDivNode;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTFalseNode;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTModNode;
import org.apache.commons.jexl3.parser.ASTMulNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNotNode;
import org.apache.commons.jexl3.parser.ASTNullLiteral;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTOrNode;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTReferenceExpression;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.ASTSubNode;
import org.apache.commons.jexl3.parser.ASTTernaryNode;
import org.apache.commons.jexl3.parser.ASTTrueNode;
import org.apache.commons.jexl3.parser.ASTUnaryMinusNode;
import org.apache.commons.jexl3.parser.JexlNode;

/**
 * Checks an expression before it is used: only arithmetic, comparisons, logic, names and functions
 * of its scope, each with the types that it takes.
 */
final class ExpressionCheck {

  private static final Map<Class<?>, String> SIGNS =
      Map.ofEntries(
          Map.entry(ASTAddNode.class, "+"),
          Map.entry(ASTSubNode.class, "-"),
          Map.entry(ASTUnaryMinusNode.class, "-"),
          Map.entry(ASTMulNode.class, "*"),
          Map.entry(ASTDivNode.class, "/"),
          Map.entry(ASTModNode.class, "%"),
          Map.entry(ASTLTNode.class, "<"),
          Map.entry(ASTLENode.class, "<"),
          Map.entry(ASTGTNode.class, ">"),
          Map.entry(ASTGENode.class, ">"),
          Map.entry(ASTAndNode.class, "and"),
          Map.entry(ASTOrNode.class, "or"),
          Map.entry(ASTNotNode.class, "not"));

  private final String text;
  private final Origin origin;
  private final String key;
  private final Scope scope;

  ExpressionCheck(String text, Origin origin, String key, Scope scope) {
    this.text = text;
    this.origin = origin;
    this.key = key;
    this.scope = scope;
  }

  /**
   * Type of the value.
   *
   * @throws ExperimentException if anything is wrong with the expression
   */
  Type type() {
    return type(new ExpressionSyntax(text, origin, key).tree());
  }

  private ExperimentException wrong(Message message, Object... values) {
    return ExperimentException.at(origin, key, message, values);
  }

  private static Stream<JexlNode> parts(JexlNode n) {
    return IntStream.range(0, n.jjtGetNumChildren()).mapToObj(n::jjtGetChild);
  }

  private Type type(JexlNode n) {
    if (n instanceof ASTNumberLiteral) {
      return Type.NUMBER;
    }
    if (n instanceof ASTStringLiteral) {
      return Type.TEXT;
    }
    if (n instanceof ASTTrueNode || n instanceof ASTFalseNode) {
      return Type.TRUTH;
    }
    if (n instanceof ASTNullLiteral) {
      return Type.NONE;
    }
    if (n instanceof ASTReferenceExpression) {
      return type(n.jjtGetChild(0));
    }
    if (n instanceof ASTFunctionNode) {
      return function(n);
    }
    if (n instanceof ASTReference) {
      return element(n);
    }
    if (n.getClass() == ASTIdentifier.class) {
      return name(n.toString());
    }
    return operation(n);
  }

  private Type operation(JexlNode n) {
    if (n instanceof ASTTernaryNode && n.jjtGetNumChildren() == 3) {
      require(n.jjtGetChild(0), Type.TRUTH, "?");
      Type yes = type(n.jjtGetChild(1));
      Type no = type(n.jjtGetChild(2));
      if (yes != no && yes != Type.NONE && no != Type.NONE) {
        throw wrong(
            ExpressionMessage.EXPRESSION_TYPE, "a ? b : c", "two values of one type", no.words());
      }
      return yes == Type.NONE ? no : yes;
    }
    if (n instanceof ASTEQNode || n instanceof ASTNENode) {
      Type left = value(n.jjtGetChild(0));
      Type right = value(n.jjtGetChild(1));
      if (left != right && left != Type.NONE && right != Type.NONE) {
        throw wrong(
            ExpressionMessage.EXPRESSION_TYPE,
            "a comparison with " + left.words(),
            left.words(),
            right.words());
      }
      return Type.TRUTH;
    }
    String sign = sign(n);
    boolean isLogic = Character.isLetter(sign.charAt(0));
    Type of = isLogic ? Type.TRUTH : Type.NUMBER;
    parts(n).forEach(p -> require(p, of, sign));
    return isLogic || "<>".indexOf(sign.charAt(0)) >= 0 ? Type.TRUTH : Type.NUMBER;
  }

  /** The sign of an operation; refuses all others. */
  private String sign(JexlNode n) {
    String sign = SIGNS.get(n.getClass());
    if (sign == null) {
      throw wrong(ExpressionMessage.EXPRESSION_PART, shown(n));
    }
    return sign;
  }

  /** The expression from a part on. */
  private String shown(JexlNode n) {
    JexlInfo at = n.jexlInfo();
    int column = at == null ? 1 : at.getColumn();
    String rest = column < 1 || column > text.length() ? text : text.substring(column - 1);
    return "'" + (rest.length() > 30 ? rest.substring(0, 30) + "..." : rest) + "'";
  }

  private void require(JexlNode n, Type wanted, String by) {
    Type found = value(n);
    if (found != wanted) {
      throw wrong(ExpressionMessage.EXPRESSION_TYPE, by, wanted.words(), found.words());
    }
  }

  /** Type of what is no column. */
  private Type value(JexlNode n) {
    Type found = type(n);
    if (found.isColumn() && n.getClass() == ASTIdentifier.class) {
      throw wrong(ExpressionMessage.EXPRESSION_COLUMN, n.toString());
    }
    return found;
  }

  private Type name(String name) {
    Type type = scope.type(name);
    if (type != null) {
      return type;
    }
    if (scope.vocabulary().hasFunction(name)) {
      throw wrong(ExpressionMessage.EXPRESSION_NOT_CALLED, name, scope.vocabulary().form(name));
    }
    throw unknown(
        name,
        scope.all(),
        ExpressionMessage.EXPRESSION_NAME_NEAR,
        ExpressionMessage.EXPRESSION_NAME);
  }

  private ExperimentException unknown(
      String name, List<String> known, Message nearMessage, Message message) {
    Optional<String> near = Nearest.to(name, known);
    return near.isPresent()
        ? wrong(nearMessage, name, near.get())
        : wrong(message, name, String.join(", ", known));
  }

  /** An element of a matrix or list. */
  private Type element(JexlNode n) {
    JexlNode whole = n.jjtGetChild(0);
    Type of = type(whole);
    for (JexlNode index : parts(n).skip(1).toList()) {
      if (!(index instanceof ASTArrayAccess)) {
        throw wrong(ExpressionMessage.EXPRESSION_PART, shown(n));
      }
      for (JexlNode i : parts(index).toList()) {
        require(i, Type.NUMBER, "[ ]");
        if (of != Type.MATRIX && of != Type.LIST) {
          throw wrong(ExpressionMessage.EXPRESSION_TYPE, "[ ]", "a matrix or list", of.words());
        }
        of = of == Type.MATRIX ? Type.LIST : Type.NUMBER;
      }
    }
    return of;
  }

  private Type function(JexlNode n) {
    JexlNode named = n.jjtGetChild(0);
    String name = named.toString();
    Vocabulary known = scope.vocabulary();
    if (named.getClass() != ASTIdentifier.class) {
      throw wrong(ExpressionMessage.EXPRESSION_PART, shown(named));
    }
    if (!known.hasFunction(name)) {
      if (scope.type(name) != null) {
        throw wrong(ExpressionMessage.EXPRESSION_CALLED, name);
      }
      throw unknown(
          name,
          known.functions(),
          ExpressionMessage.EXPRESSION_FUNCTION_NEAR,
          ExpressionMessage.EXPRESSION_FUNCTION);
    }
    if (scope.names().containsKey(name)) { // the value would be called
      throw wrong(ExpressionMessage.EXPRESSION_HIDDEN, known.form(name), name);
    }
    List<JexlNode> arguments = parts(n.jjtGetChild(1)).toList();
    if (!known.takes(name, arguments.size())) {
      throw wrong(ExpressionMessage.EXPRESSION_ARGUMENTS, known.form(name), arguments.size());
    }
    List<Type> types = new ArrayList<>();
    for (int k = 0; k < arguments.size(); k++) {
      types.add(argument(name, k, arguments.get(k)));
    }
    return known.result(name, types);
  }

  private Type argument(String function, int k, JexlNode n) {
    Parameter p = scope.vocabulary().parameter(function, k);
    Type found = type(n);
    What names = Vocabulary.names(p);
    Type wanted = Vocabulary.type(p);
    boolean isAnyColumn = Vocabulary.isColumn(p.getType()) && names == null && found.isColumn();
    if (found != wanted && !isAnyColumn) {
      throw wrong(
          ExpressionMessage.EXPRESSION_ARGUMENT,
          k + 1,
          scope.vocabulary().form(function),
          wanted.words(),
          found.words());
    }
    if (names != null && n instanceof ASTStringLiteral) {
      named(names, n.toString());
    }
    return found;
  }

  /** Refuses a kind, measure, column of the table or setting that the films do not have. */
  private void named(What what, String text) {
    switch (what) {
      case KIND -> {
        if (scope.kinds().stream().noneMatch(Functions.fits(text))) {
          throw wrong(ExpressionMessage.EXPRESSION_KIND, text, String.join("; ", scope.kinds()));
        }
      }
      case MEASURE, STATE -> {
        boolean isState = what == What.STATE && List.of("before", "after", "up").contains(text);
        if (!isState && !scope.measures().contains(text)) {
          throw wrong(
              ExpressionMessage.EXPRESSION_MEASURE, text, String.join(", ", scope.measures()));
        }
      }
      case COLUMN -> {
        if (!scope.columns().contains(text)) {
          throw wrong(ExpressionMessage.EXPRESSION_TABLE, text, String.join(", ", scope.columns()));
        }
      }
      case REFERENCE -> word(text, Reference.values());
      case SELF_TERM -> word(text, SelfTerm.values());
      case UPDATE -> word(text, Retrieval.UpdateRule.values());
      case SETTING -> {
        String reason = scope.setting().apply(text);
        if (reason != null) {
          throw wrong(ExpressionMessage.EXPRESSION_SETTING, text, reason);
        }
      }
      default -> {}
    }
  }

  private void word(String text, Enum<?>... all) {
    List<String> words = Stream.of(all).map(Spelling::of).toList();
    if (!words.contains(text)) {
      throw wrong(ExpressionMessage.EXPRESSION_WORD, text, String.join(", ", words));
    }
  }
}
