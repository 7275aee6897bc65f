import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useWide } from './use-wide';
import css from './data-table.module.css';

export interface Column<T> {
  key: string;
  head: string;
  cell: (item: T) => ReactNode;
  /** Numbers stand at the right edge. */
  numeric?: boolean;
  /** The head is read out but not shown. */
  headHidden?: boolean;
  /** Where the cell goes in a phone's two-line row; left out when undefined. */
  phone?: 'title' | 'note' | 'end' | 'endNote' | 'foot';
}

export interface DataTableProps<T> {
  label: string;
  columns: readonly Column<T>[];
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Highlighted: it has just arrived. */
  fresh?: (item: T) => boolean;
}

/**
 * A table on wide screens, two-line rows on phones, with a third line where something is at the foot. A link or button
 * with `data-row` inside a cell makes its whole row the target.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  return useWide(720) ? <Wide {...props} /> : <Rows {...props} />;
}

function Wide<T>({ label, columns, items, keyOf, fresh }: DataTableProps<T>) {
  const [box, overflows] = useOverflow();
  return (
    <div
      ref={box}
      className={css.scroll}
      role="group"
      aria-label={label}
      tabIndex={overflows ? 0 : undefined}
    >
      <table className={css.table}>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.key} scope="col" data-numeric={c.numeric || undefined}>
                {c.headHidden ? <span className="vh">{c.head}</span> : c.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)} data-fresh={fresh?.(item) || undefined}>
              {columns.map((c) => (
                <td key={c.key} data-numeric={c.numeric || undefined}>
                  {c.cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Rows<T>({ label, columns, items, keyOf, fresh }: DataTableProps<T>) {
  const at = (item: T, place: Column<T>['phone']) =>
    columns
      .filter((c) => c.phone === place)
      .map((c) => ({ key: c.key, cell: c.cell(item) }))
      .filter(({ cell }) => cell !== null)
      .map(({ key, cell }) => <span key={key}>{cell}</span>);
  return (
    <ul className={css.rows} aria-label={label}>
      {items.map((item) => {
        const foot = at(item, 'foot');
        return (
          <li key={keyOf(item)} data-fresh={fresh?.(item) || undefined}>
            <div>
              <div className={css.title}>{at(item, 'title')}</div>
              <div className={css.note}>{at(item, 'note')}</div>
            </div>
            <div className={css.end}>
              <div className={css.title}>{at(item, 'end')}</div>
              <div className={css.note}>{at(item, 'endNote')}</div>
            </div>
            {foot.length > 0 && <div className={css.foot}>{foot}</div>}
          </li>
        );
      })}
    </ul>
  );
}

/** Whether a box has more than it shows: only then must a keyboard be able to scroll it. */
function useOverflow(): [RefObject<HTMLDivElement | null>, boolean] {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return [box, overflows];
}
