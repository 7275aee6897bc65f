package dev.qiao;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that a database holds, as text. */
public final class Dump {
  private final Map<String, List<String>> rows;

  private Dump(Map<String, List<String>> rows) {
    this.rows = rows;
  }

  /** Of every table that is not PostgreSQL's own, as its owner sees it. */
  public static Dump of(JdbcClient db) {
    List<String> tables =
        db.sql(
                """
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'm') and not c.relispartition
                  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                  and c.relname <> 'flyway_schema_history'
                order by 1
                """)
            .query(String.class)
            .list();
    Map<String, List<String>> rows = new java.util.TreeMap<>();
    for (String table : tables) {
      rows.put(table, db.sql("select t::text from " + table + " t").query(String.class).list());
    }
    return new Dump(rows);
  }

  /** Of the database of a server under test. */
  public static Dump of(Environment server) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.getRequiredProperty("qiao.database.owner-url"));
    return of(JdbcClient.create(source));
  }

  public java.util.Set<String> tables() {
    return rows.keySet();
  }

  public long size() {
    return rows.values().stream().mapToLong(List::size).sum();
  }

  /** The tables in which a text stands, as it is or within bytes, each with the row. */
  public List<String> with(String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    rows.forEach(
        (table, lines) ->
            lines.stream()
                .filter(line -> line.contains(text) || line.contains(hex))
                .forEach(line -> found.add(table + ": " + line)));
    return found;
  }
}
