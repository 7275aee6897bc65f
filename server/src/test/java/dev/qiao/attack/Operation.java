package dev.qiao.attack;

import dev.qiao.ids.TypeId;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the API, as its description has it.
 *
 * @param body the schema of its JSON body; a missing node where it takes none
 * @param permission what its role must have; empty where being signed in to its app is enough
 * @param live whether it answers with a stream that does not end
 */
record Operation(
    String method,
    String path,
    String id,
    List<String> parameters,
    JsonNode body,
    boolean keyed,
    String permission,
    boolean live) {

  private static final Pattern THING = Pattern.compile("([a-z-]+)/\\{");

  /** What ids of these things begin with; without it a request ends at an id that is none. */
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("accounts", "per"),
          Map.entry("activities", "pay"),
          Map.entry("emails", "eml"),
          Map.entry("channels", "chn"),
          Map.entry("locks", "per"),
          Map.entry("merchants", "mer"),
          Map.entry("one-time-codes", "otc"),
          Map.entry("operators", "opr"),
          Map.entry("passkeys", "psk"),
          Map.entry("payments", "pay"),
          Map.entry("people", "per"),
          Map.entry("recoveries", "rec"),
          Map.entry("proposals", "prp"),
          Map.entry("sessions", "ses"),
          Map.entry("staff", "stf"),
          Map.entry("stores", "sto"),
          Map.entry("top-ups", "top"),
          Map.entry("transfers", "trf"),
          Map.entry("verification-documents", "doc"),
          Map.entry("verifications", "ver"),
          Map.entry("withdrawals", "wdr"));

  boolean isUnsafe() {
    return !method.equals("GET");
  }

  boolean takesBody() {
    return !body.isMissingNode();
  }

  /** Its path with an id that is well formed and nobody's. */
  String atNothing() {
    Matcher thing = THING.matcher(path);
    String prefix = thing.find() ? PREFIXES.getOrDefault(thing.group(1), "") : "";
    return at(prefix.isEmpty() ? "x" : new TypeId(prefix, UUID.randomUUID()).toString());
  }

  /** Its path with this in place of what names a thing. */
  String at(String thing) {
    return path.replaceAll("\\{[^}]+}", thing);
  }

  /** Completes a request: its method, its body, and a key of its own where it takes one. */
  HttpRequest.Builder on(HttpRequest.Builder request, String text) {
    if (keyed) {
      request.setHeader("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (live) {
      // Nobody wants to wait for the stream's end: whoever may listen is told that this is none.
      request.setHeader("Accept", "application/json");
    }
    return request.method(
        method, text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
