package dev.qiao.web;

import dev.qiao.api.PlatformClock;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells finders of weaknesses whom to tell (RFC 9116). It is there when the operator has named
 * somebody, and never about to expire: whoever runs the server stands behind it.
 */
@Hidden
@RestController
class SecurityContact {
  private static final Duration GOOD_FOR = Duration.ofDays(90);
  private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");

  private final Optional<String> contact;
  private final PlatformClock clock;

  SecurityContact(@Value("${qiao.security.contact:}") String contact, PlatformClock clock) {
    this.contact = Optional.of(contact.strip()).filter(text -> !text.isEmpty());
    this.clock = clock;
    if (this.contact.filter(text -> !text.matches("(mailto:|https://|tel:)\\S+")).isPresent()) {
      throw new IllegalArgumentException(
          "qiao.security.contact has to begin with mailto:, https:// or tel:");
    }
  }

  @GetMapping("/.well-known/security.txt")
  ResponseEntity<String> text() {
    return contact
        .map(
            who ->
                "Contact: %s%nExpires: %s%nPreferred-Languages: zh, en%n"
                    .formatted(who, clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS)))
        .map(text -> ResponseEntity.ok().contentType(TEXT).body(text))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
