package dev.qiao.api;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes into the audit trail who was refused what, so that trying doors is seen. The first refusal
 * of a minute is an entry at once; the same again is counted, and told in one entry when the minute
 * is over. So nobody fills the trail, however often they try.
 */
@Component
public class Denials {
  private static final Logger log = LoggerFactory.getLogger(Denials.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** How many different refusals of one actor are told apart within a minute. */
  static final int KINDS_MAX = 10;

  /** How many actors are told apart within a minute. */
  static final int ACTORS_MAX = 500;

  /** What an honest client of ours is not answered, whatever its user types. */
  private static final Set<String> TOLD =
      Set.of(
          ErrorCode.NOT_PERMITTED.code(),
          ErrorCode.OWN_PROPOSAL.code(),
          ErrorCode.CSRF_INVALID.code(),
          ErrorCode.FIELD_UNKNOWN.code(),
          ErrorCode.BODY_TOO_LARGE.code(),
          ErrorCode.RATE_LIMITED.code(),
          ErrorCode.TOO_MANY_ATTEMPTS.code(),
          ErrorCode.TOO_MANY_LOOKUPS.code());

  private static final String OTHERS = "others";

  /** The caller, or where nobody is signed in an address and what its app would let in. */
  private record Actor(String name, Optional<Caller> caller, String address, Optional<App> app) {}

  /** Stands for all who are too many to be told apart. */
  private static final Actor NOBODY_KNOWN =
      new Actor(OTHERS, Optional.empty(), OTHERS, Optional.empty());

  private record Refused(String operation, String code) {}

  /** One actor's minute: how often each refusal came. */
  private static final class Minute {
    private final Actor actor;
    private final Instant endsAt;
    private final Map<Refused, Integer> counts = new LinkedHashMap<>();

    private Minute(Actor actor, Instant endsAt) {
      this.actor = actor;
      this.endsAt = endsAt;
    }
  }

  private final AuditTrail trail;
  private final InstantSource clock;
  private final Map<String, Minute> minutes = new HashMap<>();

  Denials(AuditTrail trail, InstantSource clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /** Notes a refusal of whoever is signed in, or of an address, if it is one to tell. */
  public void note(HttpServletRequest request, Problem problem) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    note(
        who != null && who.getPrincipal() instanceof Caller caller
            ? Optional.of(caller)
            : Optional.empty(),
        request,
        problem);
  }

  /** The same where the caller is known before the rest of the request is looked at. */
  public void note(Optional<Caller> caller, HttpServletRequest request, Problem problem) {
    if (!TOLD.contains(problem.code())) {
      return;
    }
    String address = request.getRemoteAddr();
    var actor =
        new Actor(
            caller.map(Caller::partyText).orElse(address),
            caller,
            address,
            Optional.ofNullable(request.getHeader(App.HEADER)).flatMap(App::find));
    var refused = new Refused(operation(request), problem.code());
    if (isFirst(actor, refused)) {
      write(actor, refused, problem.code());
    }
  }

  private synchronized boolean isFirst(Actor actor, Refused refused) {
    Instant now = clock.instant();
    String name =
        minutes.containsKey(actor.name()) || minutes.size() < ACTORS_MAX ? actor.name() : OTHERS;
    Actor whose = name.equals(OTHERS) ? NOBODY_KNOWN : actor;
    Minute minute = minutes.computeIfAbsent(name, fresh -> new Minute(whose, now.plus(MINUTE)));
    boolean known = minute.counts.containsKey(refused);
    if (!known && minute.counts.size() >= KINDS_MAX) {
      minute.counts.merge(new Refused("*", refused.code()), 1, Integer::sum);
      return false;
    }
    return minute.counts.merge(refused, 1, Integer::sum) == 1 && !name.equals(OTHERS);
  }

  /** Tells how often it went on, of the minutes that are over. */
  @Scheduled(fixedDelayString = "PT10S")
  void tellOfMinutesThatAreOver() {
    tell(clock.instant());
  }

  @PreDestroy
  void tellOfAll() {
    tell(Instant.MAX);
  }

  private void tell(Instant now) {
    Map<Minute, Map<Refused, Integer>> over = new LinkedHashMap<>();
    synchronized (this) {
      minutes
          .entrySet()
          .removeIf(
              entry -> {
                boolean ended = !entry.getValue().endsAt.isAfter(now);
                if (ended) {
                  over.put(entry.getValue(), entry.getValue().counts);
                }
                return ended;
              });
    }
    for (Map.Entry<Minute, Map<Refused, Integer>> minute : over.entrySet()) {
      for (Map.Entry<Refused, Integer> refused : minute.getValue().entrySet()) {
        int more = refused.getValue() - (refused.getKey().operation().equals("*") ? 0 : 1);
        String reason = refused.getKey().code() + " +" + more;
        if (more > 0 && !write(minute.getKey().actor, refused.getKey(), reason)) {
          return; // The database is away: waiting for it once more for each would hold up a stop.
        }
      }
    }
  }

  /** False when the database could not be reached. */
  private boolean write(Actor actor, Refused refused, String reason) {
    try {
      if (actor.caller().isPresent()) {
        trail.record(actor.caller().get(), "access.refuse", refused.operation(), "refused", reason);
      } else {
        trail.record(
            kind(actor),
            null,
            actor.address(),
            "access.refuse",
            refused.operation(),
            "refused",
            reason);
      }
      return true;
    } catch (DataAccessException | TransactionException unreachable) {
      log.warn("A refusal could not be written in the audit trail: {}", refused.code());
      return false;
    }
  }

  private static String kind(Actor actor) {
    return switch (actor.app().orElse(App.WALLET)) {
      case WALLET -> "person";
      case MERCHANT -> "staff";
      case CONSOLE -> "operator";
    };
  }

  /** The operation by its pattern: what a caller put into a path is no text for the trail. */
  private static String operation(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (pattern != null) {
      return request.getMethod() + " " + pattern;
    }
    String path = request.getRequestURI();
    for (String area : Set.of("/v1/operations", "/v1/merchant")) {
      if (path.startsWith(area)) {
        return request.getMethod() + " " + area + "/…";
      }
    }
    return request.getMethod() + " /v1/…";
  }
}
