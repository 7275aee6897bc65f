package dev.qiao.identity;

import dev.qiao.api.OpenSessions;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether sessions are open, for what was begun in one and goes on. */
@Component
class OpenSessionTables implements OpenSessions {
  private final JdbcClient db;
  private final InstantSource clock;

  OpenSessionTables(JdbcClient db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public boolean isOpen(UUID session) {
    return db.sql(
            """
            select exists (
              select 1
              from identity.session s
              left join identity.staff t on t.id = s.party
              left join identity.operator o on o.id = s.party
              where s.id = :id and s.revoked_at is null and s.expires_at > :now
                and (t.id is null or t.state = 'active')
                and (o.id is null or o.state = 'active')
                and not exists (select 1 from identity.party_lock k where k.party = s.party))
            """)
        .param("id", session)
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }
}
