package dev.qiao.verification;

import dev.qiao.api.HeldData;
import dev.qiao.identity.Subject;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person's requests to be verified, and their documents. */
@Component
@Order(-1) // Before the keys that open it are destroyed.
class VerificationData implements HeldData {
  private final RequestTables requests;
  private final DocumentTables documents;
  private final InstantSource clock;

  VerificationData(RequestTables requests, DocumentTables documents, InstantSource clock) {
    this.requests = requests;
    this.documents = documents;
    this.clock = clock;
  }

  @Override
  public Map<String, Object> held(UUID person) {
    List<Document> all = documents.of(Subject.person(person));
    return Map.of(
        "verification",
        requests.all(Subject.person(person)).stream()
            .map(request -> request(request, all))
            .toList());
  }

  private Map<String, Object> request(Request request, List<Document> all) {
    Map<String, Object> held = new LinkedHashMap<>();
    held.put("id", request.id().text());
    held.put("tier", request.tier());
    held.put("state", request.state());
    held.put("reason", request.reason().orElse(null));
    held.put("opened_at", request.openedAt());
    held.put("submitted_at", request.submittedAt().orElse(null));
    held.put("decided_at", request.decidedAt().orElse(null));
    held.put("documents_expire_on", request.documentsExpireOn().orElse(null));
    held.put(
        "documents",
        all.stream()
            .filter(document -> document.request().equals(request.id()))
            .map(this::document)
            .toList());
    return held;
  }

  private Map<String, Object> document(Document document) {
    Map<String, Object> held = new LinkedHashMap<>();
    held.put("kind", document.kind());
    held.put("type", document.type().media());
    held.put("added_at", document.addedAt());
    held.put(
        "content_base64",
        documents.content(document).map(Base64.getEncoder()::encodeToString).orElse(null));
    return held;
  }

  @Override
  public void erase(UUID person) {
    requests.withdraw(Subject.person(person), clock.instant()).ifPresent(documents::removeAll);
    documents.forget(Subject.person(person));
  }
}
