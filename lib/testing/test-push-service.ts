import { cleanUp } from './clean-up.ts';
import { startPushService } from './push-service.ts';

/** A push service on this machine, until the test or file ends. */
export async function testPushService() {
  const service = await startPushService();
  cleanUp(service.close);
  return service;
}
