import 'server-only';
import { stageOfStatus } from '#lib/callouts/model.ts';
import { insertCallout, type NewCallout } from '#lib/callouts/store.ts';
import type { Transaction } from '#lib/platform/db/database.ts';
import { seal } from '#lib/platform/secret-box.ts';

/** What a sealed tracking URL is bound to, so that it opens as nothing else. */
export const TRACKING_SEAL = 'tracking-url';

type CreatedCallout = {
  calloutId: number;
  personId: string;
  kind: 'real' | 'test';
  rawStatus: string | null;
  trackingUrl: string | null;
  fix: Pick<NewCallout, 'latitude' | 'longitude' | 'accuracyM' | 'fixedAt' | 'fixSource'> | null;
  at: Date;
};

/**
 * Keeps the callout that AURA created or returned for a press, in the transaction that settles the press.
 * Part of a delivery and no use case of its own, hence without a gate.
 */
export function recordCallout(tx: Transaction, created: CreatedCallout): Promise<void> {
  const { calloutId, personId, kind, rawStatus, trackingUrl, fix, at } = created;
  return insertCallout(tx, {
    id: calloutId,
    personId,
    kind,
    stage: stageOfStatus(rawStatus) ?? 'raised',
    rawStatus,
    trackingUrlSealed: trackingUrl && seal(TRACKING_SEAL, trackingUrl),
    latitude: fix?.latitude ?? null,
    longitude: fix?.longitude ?? null,
    accuracyM: fix?.accuracyM ?? null,
    fixedAt: fix?.fixedAt ?? null,
    fixSource: fix?.fixSource ?? null,
    raisedAt: at,
    asOf: at,
    askedAt: at,
  });
}
