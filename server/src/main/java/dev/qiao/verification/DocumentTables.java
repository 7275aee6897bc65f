package dev.qiao.verification;

import dev.qiao.decision.Evidence;
import dev.qiao.identity.Subject;
import dev.qiao.vault.Life;
import dev.qiao.vault.SubjectKey;
import dev.qiao.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents: sealed under a key of their subject, bound to the row that they are in. */
@Component
class DocumentTables {
  private final JdbcClient db;
  private final Vault vault;

  DocumentTables(JdbcClient db, Vault vault) {
    this.db = db;
    this.vault = vault;
  }

  /** Stores a document in place of one of its kind. */
  void put(Document document, byte[] content) {
    remove(document.request(), document.kind());
    SubjectKey key = key(document.life(), document.subject());
    db.sql(
            """
            insert into verification.document (id, request, subject, subject_kind, kind, type, bytes, life, sealed, added_at)
            values (:id, :request, :subject, :subject_kind, :kind, :type, :bytes, :life, :sealed, :now)
            """)
        .param("id", document.id().value())
        .param("request", document.request().value())
        .param("subject", document.subject().value())
        .param("subject_kind", document.subject().kind().text())
        .param("kind", document.kind().text())
        .param("type", document.type().media())
        .param("bytes", document.bytes())
        .param("life", text(document.life()))
        .param("sealed", key.sealBytes(field(document.id()), content))
        .param("now", Timestamp.from(document.addedAt()))
        .update();
  }

  /** False when there was none. */
  boolean remove(VerificationId request, Evidence kind) {
    return db.sql("delete from verification.document where request = :request and kind = :kind")
            .param("request", request.value())
            .param("kind", kind.text())
            .update()
        == 1;
  }

  List<Document> of(VerificationId request) {
    return db.sql(
            """
            select id, request, subject, subject_kind, kind, type, bytes, life, added_at
            from verification.document
            where request = :request
            order by id
            """)
        .param("request", request.value())
        .query(DocumentTables::document)
        .list();
  }

  Optional<Document> find(DocumentId id) {
    return db.sql(
            """
            select id, request, subject, subject_kind, kind, type, bytes, life, added_at
            from verification.document
            where id = :id
            """)
        .param("id", id.value())
        .query(DocumentTables::document)
        .optional();
  }

  List<Document> of(Subject subject) {
    return db.sql(
            """
            select id, request, subject, subject_kind, kind, type, bytes, life, added_at
            from verification.document
            where subject = :subject
            order by id
            """)
        .param("subject", subject.value())
        .query(DocumentTables::document)
        .list();
  }

  /** What a document is; empty when its key is gone. */
  Optional<byte[]> content(Document document) {
    return vault
        .key(document.life(), document.subject().value())
        .map(
            key ->
                key.openBytes(
                    field(document.id()),
                    db.sql("select sealed from verification.document where id = :id")
                        .param("id", document.id().value())
                        .query(byte[].class)
                        .single()));
  }

  /** Seals a request's documents anew, under the key for what the law makes us keep. */
  void retain(VerificationId request) {
    for (Document document : of(request)) {
      byte[] content = content(document).orElseThrow();
      SubjectKey key = key(Life.RETAINED, document.subject());
      db.sql(
              """
              update verification.document
              set life = 'retained', sealed = :sealed
              where id = :id
              """)
          .param("sealed", key.sealBytes(field(document.id()), content))
          .param("id", document.id().value())
          .update();
    }
  }

  void removeAll(VerificationId request) {
    db.sql("delete from verification.document where request = :request")
        .param("request", request.value())
        .update();
  }

  /** Removes what nobody has to keep of somebody's. */
  void forget(Subject subject) {
    db.sql("delete from verification.document where subject = :subject and life = 'erasable'")
        .param("subject", subject.value())
        .update();
  }

  /** Removes the documents of requests that were refused before then. */
  int removeRefused(Instant before) {
    return db.sql(
            """
            delete from verification.document d
            using verification.request r
            where r.id = d.request and r.state = 'refused' and r.decided_at < :before
            """)
        .param("before", Timestamp.from(before))
        .update();
  }

  /** People have keys from the beginning on, a business from its first document on. */
  private SubjectKey key(Life life, Subject subject) {
    Optional<SubjectKey> known = vault.key(life, subject.value());
    return switch (subject.kind()) {
      case PERSON -> known.orElseThrow();
      case BUSINESS -> known.orElseGet(() -> made(life, subject));
    };
  }

  /** In the transaction that has locked the business's request, so never by two at once. */
  private SubjectKey made(Life life, Subject subject) {
    SubjectKey key = vault.fresh(subject.value(), life);
    vault.keep(key);
    return key;
  }

  private static String field(DocumentId id) {
    return "document/" + id.value();
  }

  private static String text(Life life) {
    return life.name().toLowerCase(Locale.ROOT);
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    return new Document(
        new DocumentId(row.getObject("id", UUID.class)),
        new VerificationId(row.getObject("request", UUID.class)),
        new Subject(
            Subject.Kind.of(row.getString("subject_kind")), row.getObject("subject", UUID.class)),
        Evidence.find(row.getString("kind")).orElseThrow(),
        DocumentType.of(row.getString("type")),
        row.getInt("bytes"),
        Life.valueOf(row.getString("life").toUpperCase(Locale.ROOT)),
        row.getTimestamp("added_at").toInstant());
  }
}
