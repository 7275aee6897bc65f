package dev.qiao.identity;

/**
 * What became of the wish to have someone sign in for a merchant or the platform; refusals in order
 * of precedence.
 */
public sealed interface Hiring<T> {
  record Hired<T>(T member) implements Hiring<T> {}

  /** They still have to open {@code path}, which holds a secret that is told only this once. */
  record Invited<T>(T member, String path) implements Hiring<T> {
    @Override
    public String toString() {
      return "Invited[" + member + "]";
    }
  }

  record NameInvalid<T>() implements Hiring<T> {}

  /** Not 2 to 60 letters, digits or {@code . _ @ + -}. */
  record LoginInvalid<T>() implements Hiring<T> {}

  record PasswordRefused<T>(PasswordRefusal reason) implements Hiring<T> {}

  record LoginTaken<T>() implements Hiring<T> {}
}
