import { isLoopbackUrl, isPublicUrl } from '#lib/platform/public-address.ts';

/**
 * Whether webhooks may go to this address: a server of the public internet by https, or with the sandbox one on this machine.
 * What a name leads to is looked at again at each attempt.
 */
export function mayBeCalled(url: string, { isLive }: { isLive: boolean }): boolean {
  return isPublicUrl(url) || (!isLive && isLoopbackUrl(url));
}
