/** The position permission of this page. Undefined where the browser has no such query, or it throws or rejects. */
export async function askPermission(): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: 'geolocation' });
  } catch {
    // Unsupported or forbidden: the position is then sought at once.
    return undefined;
  }
}
