package dev.qiao.proposal;

import dev.qiao.identity.OperatorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Proposals as stored. What was proposed is never changed; who decided is written once. */
@Component
class ProposalTables {
  private final JdbcClient db;
  private final ObjectMapper json;

  ProposalTables(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  /** False when one of this kind waits for this subject already. */
  boolean insert(Proposal proposal) {
    return db.sql(
                """
                insert into proposal.proposal
                  (id, kind, subject, content, changes, reason, proposed_by, proposed_at, expires_at)
                values (:id, :kind, :subject, :content, :changes, :reason, :by, :at, :expiresAt)
                on conflict (kind, subject) where state = 'proposed' do nothing
                """)
            .param("id", proposal.id().value())
            .param("kind", proposal.kind())
            .param("subject", proposal.subject())
            .param("content", proposal.content())
            .param("changes", json.writeValueAsString(proposal.changes()))
            .param("reason", proposal.reason())
            .param("by", proposal.proposedBy().value())
            .param("at", Timestamp.from(proposal.proposedAt()))
            .param("expiresAt", Timestamp.from(proposal.expiresAt()))
            .update()
        == 1;
  }

  Optional<Proposal> find(ProposalId id) {
    return db.sql(
            """
            select id, kind, subject, content, changes, reason, proposed_by, proposed_at, expires_at,
                   state, decided_by, decided_at, decision_reason
            from proposal.proposal
            where id = :id
            """)
        .param("id", id.value())
        .query(this::proposal)
        .optional();
  }

  /** Of these kinds, newest first, below an id; an empty state means all. */
  List<Proposal> list(
      Collection<String> kinds,
      Optional<Proposal.State> state,
      Optional<UUID> before,
      Instant now,
      int limit) {
    return db.sql(
            """
            select id, kind, subject, content, changes, reason, proposed_by, proposed_at, expires_at,
                   state, decided_by, decided_at, decision_reason
            from proposal.proposal
            where kind = any(:kinds)
              and (:state::text is null or :state::text
                = case when state = 'proposed' and expires_at <= :now then 'expired' else state end)
              and (:before::uuid is null or id < :before::uuid)
            order by id desc
            limit :limit
            """)
        .param("kinds", kinds.toArray(String[]::new))
        .param("state", state.map(Proposal.State::text).orElse(null), Types.VARCHAR)
        .param("before", before.orElse(null), Types.OTHER)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query(this::proposal)
        .list();
  }

  /** How many of these kinds wait for somebody other than this operator. */
  long waiting(Collection<String> kinds, OperatorId other, Instant now) {
    return db.sql(
            """
            select count(*)
            from proposal.proposal
            where kind = any(:kinds) and state = 'proposed' and expires_at > :now
              and proposed_by <> :other
            """)
        .param("kinds", kinds.toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .param("other", other.value())
        .query(Long.class)
        .single();
  }

  /** False when it is decided already, or its time is over. */
  boolean decide(Proposal decided, Instant now) {
    return db.sql(
                """
                update proposal.proposal
                set state = :state, decided_by = :by, decided_at = :at, decision_reason = :reason
                where id = :id and state = 'proposed' and expires_at > :now
                """)
            .param("id", decided.id().value())
            .param("state", decided.state().text())
            .param("by", decided.decidedBy().map(OperatorId::value).orElse(null), Types.OTHER)
            .param("at", Timestamp.from(decided.decidedAt().orElseThrow()))
            .param("reason", decided.decisionReason().orElse(null), Types.VARCHAR)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Ends those that nobody decided in time; returns how many. */
  int expire(Instant now) {
    return db.sql(
            """
            update proposal.proposal
            set state = 'expired', decided_at = expires_at
            where state = 'proposed' and expires_at <= :now
            """)
        .param("now", Timestamp.from(now))
        .update();
  }

  private Proposal proposal(ResultSet row, int n) throws SQLException {
    return new Proposal(
        new ProposalId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("content"),
        List.of(json.readValue(row.getString("changes"), Change[].class)),
        row.getString("reason"),
        new OperatorId(row.getObject("proposed_by", UUID.class)),
        row.getTimestamp("proposed_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        Proposal.State.find(row.getString("state")).orElseThrow(),
        Optional.ofNullable(row.getObject("decided_by", UUID.class)).map(OperatorId::new),
        Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("decision_reason")));
  }
}
