package dev.qiao.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Channels as stored. */
@Component
class ChannelTables {
  private final JdbcClient db;

  ChannelTables(JdbcClient db) {
    this.db = db;
  }

  List<Channel> list() {
    return db.sql(
            """
            select id, name, name_en, kind, scenes, state, level
            from channel.channel
            order by id
            """)
        .query(ChannelTables::channel)
        .list();
  }

  void insert(Channel channel, Instant at) {
    db.sql(
            """
            insert into channel.channel (id, name, name_en, kind, scenes, state, level, created_at)
            values (:id, :name, :name_en, :kind, :scenes, :state, :level, :at)
            on conflict (kind, name) do nothing
            """)
        .param("id", channel.id().value())
        .param("name", channel.name())
        .param("name_en", channel.nameEn())
        .param("kind", channel.kind().text())
        .param("scenes", channel.scenes().stream().map(Scene::text).sorted().toArray(String[]::new))
        .param("state", channel.state().text())
        .param("level", channel.level().text())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** False when the switch does not stand at {@code from} any more. */
  boolean switchTo(ChannelId id, Channel.Level from, Channel.Level to) {
    return db.sql("update channel.channel set level = :to where id = :id and level = :from")
            .param("id", id.value())
            .param("from", from.text())
            .param("to", to.text())
            .update()
        == 1;
  }

  private static Channel channel(ResultSet row, int n) throws SQLException {
    Set<Scene> scenes = EnumSet.noneOf(Scene.class);
    for (String scene : (String[]) row.getArray("scenes").getArray()) {
      scenes.add(Scene.of(scene));
    }
    return new Channel(
        new ChannelId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("name_en"),
        Channel.Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
        scenes,
        Channel.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
        Channel.Level.valueOf(row.getString("level").toUpperCase(java.util.Locale.ROOT)));
  }
}
