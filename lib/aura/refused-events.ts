import { AuraError } from './error.ts';

/** The event names in AURA's refusal of a registration; none when it was refused for another reason. */
export function refusedEvents(error: unknown, events: readonly string[]): string[] {
  if (!(error instanceof AuraError) || error.endpoint !== 'registerWebhook') return [];
  const words = new Set((error.revealUpstreamMessage() ?? '').match(/\w+/g));
  return events.filter((name) => words.has(name));
}
