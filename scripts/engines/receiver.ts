import { once } from 'node:events';
import { createServer } from 'node:http';

export type Place = { readonly latitude: number; readonly longitude: number; readonly accuracy: number };

/**
 * Stands in for satellites: both engines ask this address for the position, as Firefox asks a network service, so what
 * the page gets has gone through the engine's own watch, permission and timing.
 */
export async function startReceiver(start: Place) {
  let place = start;
  const server = createServer((_request, response) => {
    const { latitude, longitude, accuracy } = place;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ location: { lat: latitude, lng: longitude }, accuracy }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    moveTo: (next: Place) => {
      place = next;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
