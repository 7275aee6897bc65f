package dev.qiao.identity;

import dev.qiao.api.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller whose session was found to be live. */
final class CallerAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;
  private final transient Caller caller;

  /** The authority of those who must set up a second factor first, in place of their own. */
  static final String ENROLLING = "ROLE_ENROLLING";

  CallerAuthentication(Sessions.Holder holder) {
    super(
        AuthorityUtils.createAuthorityList(
            holder.mustEnrol() ? ENROLLING : "ROLE_" + holder.caller().kind()));
    this.caller = holder.caller();
    setAuthenticated(true);
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }
}
