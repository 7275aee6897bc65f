import { answer, problemOf, useApi, useMay, type PersonLine } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { individualLimitWords } from '@qiao/i18n/individual-limits';
import { waysInWords } from '@qiao/i18n/ways-in';
import { Button, buttonClass, EmptyState } from '@qiao/ui';
import { DataTable, PageHead, Panel, ProblemCard, RowActs, Search, Tag, Toolbar } from '@qiao/ui/desk';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DiscloseSheet } from './DiscloseSheet';

/** Finding somebody, who stays masked until there is a reason to see them. */
export function People() {
  const words = useWords(consoleWords);
  const limits = useWords(individualLimitWords);
  const locks = useWords(waysInWords);
  const may = useMay();
  const maySeeLimits = may('people.verify');
  const { http } = useApi();
  const [seeing, setSeeing] = useState<PersonLine | null>(null);
  // Not a query: what was typed is personal, so it is kept in no cache and no address.
  const find = useMutation({
    mutationFn: (q: string) => answer(http.POST('/v1/operations/people/search', { body: { q } })),
  });

  return (
    <>
      <PageHead title={words.people} note={words.peopleLead} />
      <Toolbar>
        <Search
          label={words.peopleFind}
          atEnter
          value=""
          onSearch={(q) => (q ? find.mutate(q) : find.reset())}
        />
      </Toolbar>
      <Panel>
        {find.isError ? (
          <ProblemCard problem={problemOf(find.error)} />
        ) : find.data === undefined ? (
          <EmptyState title={words.peopleEmpty}>{words.peopleEmptyTodo}</EmptyState>
        ) : find.data.items.length === 0 ? (
          <EmptyState title={words.peopleNone}>{words.peopleNoneTodo}</EmptyState>
        ) : (
          <DataTable
            label={words.people}
            items={find.data.items}
            keyOf={(person) => person.id}
            columns={[
              {
                key: 'name',
                head: words.columns.name,
                phone: 'title',
                cell: (person) =>
                  person.erased ? <Tag tone="amber">{words.erased}</Tag> : <b>{person.name_masked}</b>,
              },
              {
                key: 'phone',
                head: words.columns.phone,
                phone: 'note',
                cell: (person) => <span className="n">{person.phone_masked}</span>,
              },
              { key: 'id', head: words.columns.id, cell: (person) => <span className="n">{person.id}</span> },
              {
                key: 'see',
                head: '',
                numeric: true,
                phone: 'foot',
                cell: (person) => (
                  <RowActs>
                    {maySeeLimits && !person.erased && (
                      <Link
                        to="/people/$id/limits"
                        params={{ id: person.id }}
                        className={buttonClass({ kind: 'quiet', size: 'm' })}
                        aria-label={limits.seeOf(person.name_masked)}
                      >
                        {limits.see}
                      </Link>
                    )}
                    {may('locks.read') && !person.erased && (
                      <Link
                        to="/locks"
                        search={{ party: person.id }}
                        className={buttonClass({ kind: 'quiet', size: 'm' })}
                        aria-label={locks.seeOf(person.name_masked)}
                      >
                        {locks.see}
                      </Link>
                    )}
                    <Button kind="quiet" size="m" icon="eye" onClick={() => setSeeing(person)}>
                      {words.see}
                    </Button>
                  </RowActs>
                ),
              },
            ]}
          />
        )}
      </Panel>
      {seeing && <DiscloseSheet key={seeing.id} person={seeing} onClose={() => setSeeing(null)} />}
    </>
  );
}
