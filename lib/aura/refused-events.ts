import { AuraError } from './error.ts';

/** Which of the event names AURA's refusal of a registration names; none when it was refused for something else. */
export function refusedEvents(error: unknown, events: readonly string[]): string[] {
  if (!(error instanceof AuraError) || error.endpoint !== 'registerWebhook') return [];
  const words = new Set((error.revealUpstreamMessage() ?? '').match(/\w+/g));
  return events.filter((name) => words.has(name));
}
