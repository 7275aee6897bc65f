import type { MerchantToday } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Amount, EmptyState } from '@qiao/ui';
import { Panel, ShareBars } from '@qiao/ui/desk';

/** Which scenes and channels today's money came by, largest first. */
export function Sources({ today }: { today: MerchantToday }) {
  const words = useWords(merchantWords);
  const format = useFormat();
  const sources = today.sources.toSorted((a, b) => b.total.amount - a.total.amount);
  return (
    <Panel title={words.sources}>
      {sources.length === 0 ? (
        <EmptyState title={words.hoursEmpty} />
      ) : (
        <ShareBars
          items={sources.map((source) => ({
            key: `${source.scene} ${source.channel.name}`,
            name: `${words.ways[source.scene]} · ${format.name(source.channel)}`,
            note: words.times(source.count),
            value: <Amount value={source.total} form="plain" />,
            amount: source.total.amount,
          }))}
        />
      )}
    </Panel>
  );
}
