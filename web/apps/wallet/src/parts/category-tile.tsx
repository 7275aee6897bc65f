import type { Category } from '@qiao/api';
import { IconTile, type IconName } from '@qiao/ui';

const ICONS: Record<Category, IconName> = {
  food: 'bread',
  cafe: 'cup',
  grocery: 'basket',
  transport: 'metro',
  shopping: 'bag',
  living: 'lamp',
  leisure: 'leisure',
};

/** A shop, drawn as what it sells. */
export function CategoryTile({ category }: { category: Category | null }) {
  return <IconTile icon={category ? ICONS[category] : 'shop'} />;
}
