// npm run simulate:city -- [--presses 2500] [--seconds 300] [--seed N]
// A city-wide event at 1:20 of 50,000 presses in five minutes: so many people press once each, at random moments, as the
// page does, with its grace; AURA's stand-in then takes each callout to its end, with webhooks. On the production build with
// a database and a sandbox of its own. Exits with 1 when a press is lost or doubled. To try it out: --presses 250 --seconds 30.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ownSecretKey } from './chaos/own-settings.ts';
import { print } from './chaos/report.ts';
import { runCity } from './city/run-city.ts';

const { values } = parseArgs({
  options: {
    presses: { type: 'string', default: '2500' },
    seconds: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
  },
});

mkdirSync('test-results', { recursive: true });
const chapters = await runCity(ownSecretKey(), {
  presses: Number(values.presses),
  seconds: Number(values.seconds),
  seed: Number(values.seed),
});
for (const chapter of chapters) print(chapter);
process.exit(chapters.some(({ figures }) => figures.some(({ holds }) => holds === false)) ? 1 : 0);
