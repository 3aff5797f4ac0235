import { useEffect, useState } from 'react';
import { askPermission } from '#components/panic/ask-permission.ts';

/** `unknown`: it was not read yet. `unsupported`: this browser has no such query. */
export type PositionPermission = PermissionState | 'unknown' | 'unsupported';

/** Whether this page may read the position, kept up to date when the person changes it. */
export function usePositionPermission(): PositionPermission {
  const [permission, setPermission] = useState<PositionPermission>('unknown');
  useEffect(() => {
    const stop = new AbortController();
    void askPermission().then((status) => {
      if (stop.signal.aborted) return;
      const read = () => setPermission(status?.state ?? 'unsupported');
      read();
      // Not every browser says when it changes.
      status?.addEventListener?.('change', read, { signal: stop.signal });
    });
    return () => stop.abort();
  }, []);
  return permission;
}
