'use client';

import { useEffect, useRef } from 'react';

/**
 * Whether reading the position now would put a question in front of the page. Such a question takes the
 * finger off the button on phones, so a press that would ask looks for the position only after the hold.
 */
export function useWouldAskForPosition(): () => boolean {
  const permission = useRef<PermissionStatus>(undefined);
  useEffect(() => {
    // Where the browser cannot tell, we look at once: a position is worth more than an undisturbed first hold.
    navigator.permissions?.query({ name: 'geolocation' }).then(
      (status) => {
        permission.current = status;
      },
      () => {
        permission.current = undefined;
      },
    );
  }, []);
  return () => permission.current?.state === 'prompt';
}
