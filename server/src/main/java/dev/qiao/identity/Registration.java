package dev.qiao.identity;

/** What became of the wish to be known here; refusals in order of precedence. */
public sealed interface Registration {
  record Registered(Person person) implements Registration {}

  /** Blank, longer than 40 characters, or not printable. */
  record NameInvalid() implements Registration {}

  record PasswordRefused(PasswordRefusal reason) implements Registration {}

  /** It is somebody else's, or what showed it is good no more. */
  record ContactTaken() implements Registration {}
}
