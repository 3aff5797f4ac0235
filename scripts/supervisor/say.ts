import { log } from '#lib/platform/log.ts';

/** How a command tells what it does: in words, and in production as the log does, so that a host reads one format. */
export function speaker(nodeEnv: string | undefined): (text: string) => void {
  if (nodeEnv !== 'production') return (text) => console.log(text);
  return (text) => {
    for (const line of text.split('\n').filter((each) => each.trim() !== '')) log.info(line.trim());
  };
}
