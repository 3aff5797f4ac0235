/** Asks whether this page may read the position. Undefined where the browser does not say: it throws, rejects or has no such question. */
export async function askPermission(): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: 'geolocation' });
  } catch {
    // Some browsers do not know the question, some forbid it. The position is then sought at once.
    return undefined;
  }
}
