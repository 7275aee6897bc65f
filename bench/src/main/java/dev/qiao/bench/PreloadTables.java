package dev.qiao.bench;

import dev.qiao.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The statements that store many postings at once, as the database's owner. */
record PreloadTables(Connection connection) {

  /**
   * Makes what is needed, and lets the first period end before these postings begin, as it does
   * where a ledger was installed before them.
   */
  void prepare(OffsetDateTime begin) throws SQLException {
    run(
        """
        create schema bench;

        create table bench.preload (postings bigint not null, months integer not null);

        create procedure bench.shorten_first_period(moment timestamptz) language plpgsql as $$
        declare
          kept text;
        begin
          if exists (select from ledger.posting) then
            raise exception 'Only an empty ledger can be preloaded.';
          end if;
          for kept in select k.kept from ledger.kept_in_periods() k loop
            execute format('alter table ledger.%1$I detach partition ledger.%2$I', kept, kept || '_first');
            execute format('alter table ledger.%1$I attach partition ledger.%2$I for values from (minvalue) to (%3$L)',
              kept, kept || '_first', ledger.first_id_of(moment));
          end loop;
          update ledger.period set end_id = ledger.first_id_of(moment) where name = 'first';
        end
        $$;

        -- A month that no writer needs: its indexes are built when its rows are there.
        create procedure bench.create_month(month timestamptz) language plpgsql as $$
        declare
          kept text;
        begin
          for kept in select k.kept from ledger.kept_in_periods() k loop
            execute format('create table ledger.%I (like ledger.%I including defaults including constraints)',
              kept || '_' || to_char(month at time zone 'UTC', 'YYYY_MM_DD'), kept);
          end loop;
        end
        $$;

        create procedure bench.attach_month(month timestamptz) language plpgsql as $$
        declare
          kept text;
          name text := to_char(month at time zone 'UTC', 'YYYY_MM_DD');
          first_id uuid := ledger.first_id_of(month);
          end_id uuid := ledger.first_id_of((month at time zone 'UTC' + interval '1 month') at time zone 'UTC');
        begin
          insert into ledger.period (name, first_id, end_id) values (name, first_id, end_id);
          for kept in select k.kept from ledger.kept_in_periods() k loop
            execute format('alter table ledger.%I attach partition ledger.%I for values from (%L) to (%L)',
              kept, kept || '_' || name, first_id, end_id);
            execute format('create trigger append_only before update or delete or truncate on ledger.%I for each statement execute function ledger.refuse_change()', kept || '_' || name);
          end loop;
        end
        $$;

        -- What the writer stores for a posting of one leg. In round r the account at place i of the circle pays the one
        -- who stands w places further: it has been paid before in this round when w <= i, and the other has paid before
        -- when i + w goes past the end. The fingerprint is that of the command, so that asking again is a replay.
        create procedure bench.fill(
          target text, first_number bigint, end_number bigint, begins timestamptz, ends timestamptz,
          accounts bigint, first_account bigint, step bigint) language plpgsql as $$
        begin
          execute format($sql$
            insert into ledger.%I (
              id, at, digest, verb, kind, reference, debit, credit, amount,
              debit_sequence, debit_posted, credit_sequence, credit_posted)
            select
              hex::uuid, to_timestamp((millis + 2) / 1000.0),
              substr(sha256(
                '\\x0004'::bytea || 'post'::bytea || '\\x0007'::bytea || 'payment'::bytea
                || '\\x001e'::bytea || convert_to(reference, 'UTF8') || '\\x000000'::bytea
                || '\\x00000001'::bytea || int8send(debit) || int8send(credit)
                || int8send(amount) || '\\x0003'::bytea || 'CNY'::bytea || '\\x00000002'::bytea
                || '\\x00000000'::bytea), 1, 16),
              'post', 'payment', reference, debit, credit, amount,
              2 * r + case when w <= i then 2 else 1 end,
              case when w <= i then amount else 0 end - amount,
              2 * r + case when i + w >= $5 then 2 else 1 end,
              amount - case when i + w >= $5 then amount else 0 end
            from generate_series($1, $2 - 1) n
            cross join lateral (
              select n / $5 as r, n %% $5 as i, 1 + (n / $5 * 7919) %% ($5 - 1) as w, 1 + n / $5 %% 97 as amount,
                (extract(epoch from $3) * 1000)::bigint
                  + ((extract(epoch from $4 - $3) * 1000)::bigint * (n - $1)) / ($2 - $1) as millis
            ) a
            cross join lateral (
              select $6 + (i * $7 + r) %% $5 as debit, $6 + (((i + w) %% $5) * $7 + r) %% $5 as credit,
                encode(int8send((millis << 16) | 28672 | (n & 4095))
                  || int8send((hashint8extended(n, 1) & 4611686018427387903) | (-9223372036854775808)), 'hex') as hex
            ) b
            cross join lateral (select 'pay_' || left(hex, 26) as reference) c
            order by n
            $sql$, target)
          using first_number, end_number, begins, ends, accounts, first_account, step;
        end
        $$;
        """);
    call("call bench.shorten_first_period(?)", begin);
  }

  /** The postings of a month that is over, in tables of their own; of the present one, in place. */
  void fill(Preload preload, Preload.Share share) throws SQLException {
    String target = "posting";
    if (!share.isPresent()) {
      call("call bench.create_month(?)", share.begin());
      target += "_" + share.begin().toLocalDate().toString().replace('-', '_');
    }
    call(
        "call bench.fill(?, ?, ?, ?, ?, ?, ?, ?)",
        target,
        (long) share.from(),
        (long) share.to(),
        share.begin(),
        share.end(),
        (long) preload.accounts(),
        preload.firstAccount(),
        (long) preload.step());
  }

  /** Makes the month a part of the ledger, which builds its indexes. */
  void attach(Preload.Share share) throws SQLException {
    if (!share.isPresent()) {
      run("set maintenance_work_mem = '1GB'");
      call("call bench.attach_month(?)", share.begin());
    }
  }

  /** Each account stands where its latest posting has left it. */
  void storeAccounts(Preload preload) throws SQLException {
    long rounds = preload.postings() / preload.accounts();
    call(
        """
        update ledger.account a
        set posted = l.posted, sequence = l.sequence, version = l.sequence, touched_at = l.at
        from (
          select distinct on (t.account) t.account, t.sequence, t.posted, p.at
          from (
            select id, at, debit, debit_sequence, debit_posted, credit, credit_sequence, credit_posted
            from ledger.posting
            where debit_sequence >= ? or credit_sequence >= ?
          ) p
          cross join lateral (
            values (p.debit, p.debit_sequence, p.debit_posted), (p.credit, p.credit_sequence, p.credit_posted)
          ) t (account, sequence, posted)
          order by t.account, t.sequence desc
        ) l
        where a.id = l.account
        """,
        2 * rounds,
        2 * rounds);
    run("vacuum analyze");
  }

  /**
   * What was stored to its end.
   *
   * @param postings how many
   * @param months in how many months they lie
   */
  record Finished(long postings, int months) {
    String said() {
      return Report.said("%,d postings in %d months", postings, months);
    }
  }

  /** Empty when nothing was, or not to its end. */
  static Optional<Finished> finished(DatabaseAddress address) throws SQLException {
    try (Connection connection = owner(address);
        Statement statement = connection.createStatement()) {
      try (var row = statement.executeQuery("select to_regclass('bench.preload') is not null")) {
        row.next();
        if (!row.getBoolean(1)) {
          return Optional.empty();
        }
      }
      try (var row = statement.executeQuery("select postings, months from bench.preload")) {
        return row.next()
            ? Optional.of(new Finished(row.getLong("postings"), row.getInt("months")))
            : Optional.empty();
      }
    }
  }

  static void finish(DatabaseAddress address, Finished finished) throws SQLException {
    try (Connection connection = owner(address)) {
      new PreloadTables(connection)
          .call("insert into bench.preload values (?, ?)", finished.postings(), finished.months());
    }
  }

  static Connection owner(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.ownerUser(), address.ownerPassword());
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void call(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
