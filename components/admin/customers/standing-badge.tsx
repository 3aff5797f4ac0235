import { standingNames } from '#components/admin/customers/words.ts';
import { Badge, type BadgeTone } from '#components/ui/badge.tsx';
import type { Standing } from '#lib/customers/subscriptions/schema.ts';

const TONES: Record<Standing, BadgeTone> = {
  active: 'good',
  not_yet: 'accent',
  lapsed: 'attention',
  cancelled: 'attention',
  none: 'attention',
};

export function StandingBadge({ standing }: { standing: Standing }) {
  return <Badge tone={TONES[standing]}>{standingNames[standing]}</Badge>;
}
