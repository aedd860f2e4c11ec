package hopfilm.expression;

/** A value that has an element for each of several films, see {@link Type#isColumn}. */
public interface ColumnValue {}
