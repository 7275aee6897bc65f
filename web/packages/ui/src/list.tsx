import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';
import css from './list.module.css';

/** Rows with a hairline between them, from the edge of the text. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={css.rows} aria-label={label}>
      {children}
    </ul>
  );
}

/** For the link or button that fills a row. */
export const rowClass = css.row ?? '';

interface RowProps {
  tile: ReactNode;
  title: ReactNode;
  note?: ReactNode;
  /** Amber: something is still open. */
  waiting?: boolean;
  end?: ReactNode;
  endNote?: ReactNode;
}

/** What stands in a row: a tile, a name with a note, and an amount. */
export function RowContent({ tile, title, note, waiting = false, end, endNote }: RowProps) {
  return (
    <>
      {tile}
      <span className={css.mid}>
        <b>{title}</b>
        {note && <small className={waiting ? css.waiting : undefined}>{note}</small>}
      </span>
      {(end || endNote) && (
        <span className={`${css.end} ${waiting ? css.open : ''}`}>
          <b>{end}</b>
          {endNote && <small>{endNote}</small>}
        </span>
      )}
    </>
  );
}

/** A rounded square: a shop, a category, a bank. */
export function IconTile({ icon }: { icon: IconName }) {
  return (
    <span className={css.tile}>
      <Icon name={icon} />
    </span>
  );
}

/** A circle: a person. `own` is the reader. */
export function PersonTile({
  name,
  own = false,
  size = 'm',
}: {
  name: string;
  own?: boolean;
  size?: 's' | 'm' | 'l';
}) {
  return (
    <span
      className={`${css.tile} ${css.person} ${own ? css.own : ''} ${css[`person-${size}`]}`}
      aria-hidden="true"
    >
      {initialOf(name)}
    </span>
  );
}

/** Of a masked name the part that is left: *小满 → 满, *xiaoman → X; of a whole one its beginning. */
export function initialOf(name: string): string {
  const bare = name.replace(/^\*+/, '').trim();
  const characters = [...bare];
  const masked = bare !== name.trim();
  const isHan = /\p{Script=Han}/u.test(bare);
  return ((masked && isHan ? characters.at(-1) : characters[0]) ?? '·').toUpperCase();
}

/** 今天 11月21日 周六 ··· 支 88.00 · 收 200.00 */
export function DayHeader({ day, date, totals }: { day: string; date: string; totals: ReactNode }) {
  return (
    <h2 className={css.day}>
      {day} <small>{date}</small>
      <span className={css.totals}>{totals}</span>
    </h2>
  );
}

/** Names and values below each other. */
export function Facts({ children, dashed = false }: { children: ReactNode; dashed?: boolean }) {
  return <dl className={`${css.facts} ${dashed ? css.dashed : ''}`}>{children}</dl>;
}

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
