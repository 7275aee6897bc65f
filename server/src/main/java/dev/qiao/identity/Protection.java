package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.Denials;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may ask for what, and what browsers are told to forbid. What is not named here is denied. */
@Configuration(proxyBeanMethods = false)
class Protection {
  /**
   * Styles may be inline because the components set positions and colours that way; scripts never.
   */
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
          + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String PERMISSIONS =
      "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), "
          + "publickey-credentials-create=(self)";

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http, Sessions sessions, ProblemWriter problems, Denials denials)
      throws Exception {
    return http.csrf(
            AbstractHttpConfigurer::disable) // SessionFilter does it, bound to the session.
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new SessionFilter(sessions, problems, denials), AuthorizationFilter.class)
        .authorizeHttpRequests(Protection::permissions)
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (request, response, e) -> unauthenticated(request, response, problems))
                    .accessDeniedHandler(
                        (request, response, e) -> {
                          Problem problem = denied();
                          denials.note(request, problem);
                          problems.write(response, problem);
                        }))
        .headers(Protection::headers)
        .build();
  }

  /** Turns off the default user and its printed password: nobody signs in this way. */
  @Bean
  AuthenticationManager nobody() {
    return authentication -> {
      throw new ProviderNotFoundException("Sessions are opened by /v1/sessions alone");
    };
  }

  /** A request too odd to look at, such as one with an encoded slash in its path. */
  @Bean
  RequestRejectedHandler oddRequests(ProblemWriter problems) {
    return (request, response, rejected) ->
        problems.write(response, Problem.of(ErrorCode.NOT_FOUND));
  }

  private static void permissions(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          paths) {
    paths
        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll() // They follow a request that was permitted.
        .requestMatchers(HttpMethod.GET, PublicPaths.READS)
        .permitAll()
        .requestMatchers(HttpMethod.POST, PublicPaths.WRITES.toArray(String[]::new))
        .permitAll()
        .requestMatchers("/v1/session", "/v1/session/**")
        .authenticated()
        .requestMatchers("/v1/passkeys", "/v1/passkeys/*")
        .authenticated()
        .requestMatchers("/v1/factors", "/v1/password", "/v1/authenticator", "/v1/authenticator/*")
        .authenticated()
        .requestMatchers("/v1/sessions", "/v1/sessions/*", "/v1/events")
        .hasAnyRole("PERSON", "STAFF", "OPERATOR")
        .requestMatchers("/v1/merchant", "/v1/merchant/**")
        .hasRole("STAFF")
        .requestMatchers("/v1/operations/**")
        .hasRole("OPERATOR")
        .requestMatchers("/v1/**")
        .hasRole("PERSON")
        .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
        .permitAll()
        .requestMatchers("/actuator/**")
        .denyAll()
        .requestMatchers(HttpMethod.GET, "/**")
        .permitAll() // The apps' own files.
        .requestMatchers(HttpMethod.HEAD, "/**")
        .permitAll()
        .anyRequest()
        .denyAll();
  }

  private static void unauthenticated(
      HttpServletRequest request, HttpServletResponse response, ProblemWriter problems)
      throws IOException {
    if (!SessionFilter.isExpired(request)) {
      problems.write(response, Problem.of(ErrorCode.SESSION_REQUIRED));
      return;
    }
    App app = Browser.claimedApp(request).orElseThrow();
    response.addHeader(HttpHeaders.SET_COOKIE, Browser.noCookie(app, request));
    problems.write(response, Problem.of(ErrorCode.SESSION_EXPIRED));
  }

  private static Problem denied() {
    boolean enrolling =
        SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream()
            .anyMatch(one -> CallerAuthentication.ENROLLING.equals(one.getAuthority()));
    return Problem.of(enrolling ? ErrorCode.SECOND_FACTOR_REQUIRED : ErrorCode.NOT_PERMITTED);
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .frameOptions(frames -> frames.deny())
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }
}
