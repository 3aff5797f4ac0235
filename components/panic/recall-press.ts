import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { asRecalled } from '#components/panic/press.ts';
import { hear, type PressCourse } from '#components/panic/press-client.ts';
import { ageMs, giveUp } from '#components/panic/press-course.ts';
import { isFinal } from '#components/panic/send-press.ts';
import type { ReadReceipt } from '#components/panic/use-receipt.ts';

/** How long a recalled press waits to hear whether it had arrived. */
const ASKED_FOR_MS = 2_000;
/** Until this age a press that was never sent is shown as too late; later only the button counts. */
const SHOWN_UNTIL_MS = 60 * 60_000;

/** Goes on with a press whose page was closed before its end was known; gives its age while it may be sent. */
export async function recallPress(course: PressCourse): Promise<number | undefined> {
  const { client, current } = course;
  const recalled = client.keeper.recall();
  if (!recalled || current.press) return undefined;
  const known = await knownOf(recalled.pressId, client.readReceipt);
  // There is a new press by now.
  if (current.press) return undefined;
  const age = ageMs(recalled);
  // Too old: the person who opens the page now wants the button.
  const isForgotten = known ? isFinal(known) : age > Math.max(client.expiryMs, SHOWN_UNTIL_MS);
  if (isForgotten) {
    client.keeper.forget(recalled.pressId);
    return undefined;
  }
  current.press = asRecalled(recalled);
  current.mayHaveGone = true;
  current.meantAtMs = Date.parse(recalled.pressedAt);
  if (known) hear(course, recalled.pressId, known);
  else if (age <= client.expiryMs) return age;
  else giveUp(course, recalled.pressId);
  return undefined;
}

async function knownOf(pressId: string, readReceipt?: ReadReceipt): Promise<RaiseOutcome | undefined> {
  // Unknown to the server, or no answer: in both cases it has to be sent.
  const answer = readReceipt?.(pressId).catch(() => undefined);
  return Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, ASKED_FOR_MS))]);
}
