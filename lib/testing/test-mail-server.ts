import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { cleanUp } from './clean-up.ts';

type Mail = { from: string; to: string; text: string };

/** A minimal SMTP server, which refuses the given addresses. */
export async function testMailServer() {
  const mails: Mail[] = [];
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const mail: Mail = { from: '', to: '', text: '' };
    let isText = false;
    socket.write('220 mail.test ESMTP\r\n');
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n').slice(0, -1)) {
        if (isText && line === '.') {
          isText = false;
          mails.push({ ...mail });
          socket.write('250 taken\r\n');
        } else if (isText) mail.text += `${line}\n`;
        else if (/^MAIL FROM/i.test(line)) {
          mail.from = addressIn(line);
          socket.write('250 ok\r\n');
        } else if (/^RCPT TO/i.test(line)) {
          mail.to = addressIn(line);
          socket.write(refused.has(mail.to) ? '550 nobody here\r\n' : '250 ok\r\n');
        } else if (/^DATA/i.test(line)) {
          isText = true;
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
    socket.on('error', () => socket.destroy());
  });
  cleanUp(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    refused,
  };
}

const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';
