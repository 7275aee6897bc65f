import { useMay, type ChannelFigures } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { rolesWords } from '@qiao/i18n/roles';
import { Button, EmptyState, Icon, type IconName } from '@qiao/ui';
import { DataTable, Panel, RowActs, Sparkline, SwitchLevel } from '@qiao/ui/desk';
import { useState } from 'react';
import css from './overview.module.css';
import { ATTENTION_BELOW_BP, percent } from './percent';
import { SwitchSheet } from './SwitchSheet';

const SCENE_ICONS: Partial<Record<ChannelFigures['scene'][number], IconName>> = {
  qr_static: 'qr',
  qr_dynamic: 'qr',
  pay_code: 'paycode',
  app: 'phone',
  web: 'globe',
  link: 'share',
  device: 'chip',
  agent: 'ai',
  api: 'term',
};

/** Every channel with its last hours, its rate of success and how far its switch is open. */
export function Channels({ channels }: { channels: readonly ChannelFigures[] }) {
  const words = useWords(consoleWords);
  const roles = useWords(rolesWords);
  const common = useWords(commonWords);
  const maySwitch = useMay()('channels.switch');
  const [switching, setSwitching] = useState<ChannelFigures | null>(null);
  const format = useFormat();
  const weak = (c: ChannelFigures) => c.count > 0 && c.success_rate_bp < ATTENTION_BELOW_BP;
  return (
    <Panel title={words.channels} note={words.channelsNote(channels.length)}>
      {channels.length === 0 ? (
        <EmptyState title={words.noChannels} />
      ) : (
        <DataTable
          label={words.channels}
          items={channels}
          keyOf={(c) => c.id}
          columns={[
            {
              key: 'entry',
              head: words.columns.entry,
              phone: 'title',
              cell: (c) => (
                <span className={css.channel}>
                  <Icon name={SCENE_ICONS[c.scene[0] ?? 'app'] ?? 'bridge'} size="s" />
                  <b>{format.name(c)}</b>
                  <small>{words.channelKinds[c.kind] ?? c.kind}</small>
                </span>
              ),
            },
            {
              key: 'hours',
              head: words.columns.hours,
              cell: (c) => <Sparkline values={c.hours} tone={weak(c) ? 'amber' : 'jade'} />,
            },
            {
              key: 'count',
              head: words.columns.count,
              numeric: true,
              cell: (c) => c.count.toLocaleString('en'),
            },
            {
              key: 'success',
              head: words.columns.success,
              numeric: true,
              phone: 'endNote',
              cell: (c) =>
                c.count === 0 ? (
                  '—'
                ) : (
                  <span className={weak(c) ? css.weak : undefined}>{percent(c.success_rate_bp)}%</span>
                ),
            },
            {
              key: 'volume',
              head: words.columns.volume,
              numeric: true,
              phone: 'end',
              cell: (c) => format.large(c.total).replace('¥', ''),
            },
            {
              key: 'level',
              head: words.columns.level,
              phone: 'foot',
              cell: (c) => <SwitchLevel level={c.level} word={common.switchLevels[c.level]} />,
            },
            ...(maySwitch
              ? [
                  {
                    key: 'switch',
                    head: roles.switch,
                    headHidden: true,
                    numeric: true,
                    phone: 'foot' as const,
                    cell: (c: ChannelFigures) => (
                      <RowActs>
                        <Button
                          kind="quiet"
                          size="m"
                          aria-label={roles.switchOf(format.name(c))}
                          onClick={() => setSwitching(c)}
                        >
                          {roles.switch}
                        </Button>
                      </RowActs>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {switching && <SwitchSheet key={switching.id} channel={switching} onClose={() => setSwitching(null)} />}
    </Panel>
  );
}
