import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';

type FreshnessProps = {
  /** Our last question to Vigil failed. */
  isCutOff: boolean;
  servedAt: string;
  /** When AURA last told, and when it was last asked. */
  asOf?: string;
  askedAt?: string;
};

/** AURA is asked every two seconds or so; this much silence is worth saying. */
const AURA_SILENT_MS = 8_000;

/** Says when what is shown may be out of date, and since when. Nothing while all is well. */
export function Freshness({ isCutOff, servedAt, asOf, askedAt }: FreshnessProps) {
  if (isCutOff) {
    return (
      <Alert title="No connection to Vigil">
        <p>
          What you see was true <Age at={servedAt} now={servedAt} />. We keep trying.
        </p>
      </Alert>
    );
  }
  if (asOf && askedAt && Date.parse(askedAt) - Date.parse(asOf) > AURA_SILENT_MS) {
    return (
      <Alert title="AURA is not answering">
        <p>
          It last told us something <Age at={asOf} now={servedAt} />. We keep asking.
        </p>
      </Alert>
    );
  }
  return null;
}
