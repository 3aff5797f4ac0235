import { z } from 'zod';

/** A gateway's report. Nothing of it is refused: one that cannot be read changes nothing. */
export const deliveryReport = z.looseObject({ id: z.unknown().optional(), status: z.unknown().optional() });

const said = z.union([z.string().max(200), z.number()]).transform(String);
export const readableReport = z.object({ id: said, status: said });
