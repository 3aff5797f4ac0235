'use client';

import { useEffect, useState } from 'react';

/** `unknown`: it was not read yet. `untold`: this browser tells nobody. */
export type PositionPermission = PermissionState | 'unknown' | 'untold';

/** Whether this page may read the position, kept up to date when the person changes it. */
export function usePositionPermission(): PositionPermission {
  const [permission, setPermission] = useState<PositionPermission>('unknown');
  useEffect(() => {
    const stop = new AbortController();
    if (!('permissions' in navigator)) {
      setPermission('untold');
      return undefined;
    }
    navigator.permissions.query({ name: 'geolocation' }).then(
      (status) => {
        if (stop.signal.aborted) return;
        const read = () => setPermission(status.state);
        read();
        status.addEventListener('change', read, { signal: stop.signal });
      },
      () => setPermission('untold'),
    );
    return () => stop.abort();
  }, []);
  return permission;
}
