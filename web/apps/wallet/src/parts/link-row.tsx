import { Icon, IconTile, RowContent, rowClass, type IconName } from '@qiao/ui';
import { Link, type LinkProps } from '@tanstack/react-router';

/** A row that leads to a page of its own. */
export function LinkRow({
  icon,
  title,
  note,
  ...link
}: Pick<LinkProps, 'to' | 'search'> & { icon: IconName; title: string; note?: string }) {
  return (
    <li>
      <Link {...link} className={rowClass}>
        <RowContent tile={<IconTile icon={icon} />} title={title} note={note} />
        <Icon name="right" size="xs" />
      </Link>
    </li>
  );
}
