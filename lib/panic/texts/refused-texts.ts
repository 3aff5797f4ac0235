import 'server-only';
import type { TextRefusal } from '#lib/panic/texts/model.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

type Counts = Map<TextRefusal, number>;
const counts = () => processSingleton('refused-texts', (): Counts => new Map());

/** Counts a refused text. */
export function noteRefusedText(reason: TextRefusal): void {
  counts().set(reason, (counts().get(reason) ?? 0) + 1);
}

/** How many texts this process has refused, by reason. */
export function refusedTexts(): { reason: TextRefusal; times: number }[] {
  return [...counts()].map(([reason, times]) => ({ reason, times }));
}
