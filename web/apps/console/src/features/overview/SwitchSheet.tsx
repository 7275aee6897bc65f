import {
  levels,
  settled,
  switchChannel,
  useApi,
  usePlatform,
  type ChannelFigures,
  type Level,
} from '@qiao/api';
import { commonWords, money, useFormat, useWords } from '@qiao/i18n';
import { rolesWords } from '@qiao/i18n/roles';
import { SwitchLevel } from '@qiao/ui/desk';
import { useState } from 'react';
import { ChangeSheet } from '../../parts/ChangeSheet';
import css from './overview.module.css';

/** Sets how far a channel is open: closing further at once, opening by a proposal. */
export function SwitchSheet({ channel, onClose }: { channel: ChannelFigures; onClose: () => void }) {
  const words = useWords(rolesWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const api = useApi();
  const platform = usePlatform().data;
  const [level, setLevel] = useState<Level>(channel.level);
  const closes = levels.indexOf(level) > levels.indexOf(channel.level);
  const title = words.switchOf(format.name(channel));
  return (
    <ChangeSheet
      title={title}
      lead={words.switchLead}
      label={closes ? words.closeNow : words.proposeOpen}
      danger={closes}
      fault={level === channel.level ? words.same : undefined}
      send={(reason) => settled(switchChannel(api, channel.id, level, reason))}
      onClose={onClose}
    >
      <fieldset className={css.levels}>
        <legend className="vh">{title}</legend>
        {levels.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="level"
              value={value}
              checked={value === level}
              onChange={() => setLevel(value)}
            />
            <SwitchLevel level={value} word={common.switchLevels[value]} />
            <small>
              {words.levelText[value]}
              {value === 'limited' &&
                platform &&
                ` · ${words.limitedTo(format.money(money(platform.limited_payment_limit, platform.currency)))}`}
              {value === channel.level && ` · ${words.now}`}
            </small>
          </label>
        ))}
      </fieldset>
    </ChangeSheet>
  );
}
