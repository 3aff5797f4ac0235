// Guarantees: without a connection the panic page and the call sheet open, each whole with the files of its own build;
// a press that was made offline goes out when the line is back, within two minutes of the press and never later.
// Keeps no answer of the API. A new version may take over at once, as it serves only what is stored whole.
//
// Each build has a store of its own. A page goes into it after all that it needs, so a store that has a page has all
// of it, and nothing is ever taken out of a store but a page whose person is gone. A store goes as a whole, when a
// newer one has all its pages. So renewals side by side, of one build or of several, take nothing from each other.

const STORE = 'vigil-build-';
const PANIC = '/panic';
const CALL_SHEET = '/offline';
const PATIENCE_MS = 2_000;
/** Older than this, only the person can say whether help is still needed; the page asks. */
const ASK_AGAIN_MS = 120_000;
/** The page sends first, with the position that it looks for; this long it has for that, and for the answer. */
const PAGE_FIRST_MS = 12_000;

self.addEventListener('install', (event) => {
  event.waitUntil(renewAll().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (request.method === 'POST') {
      // The page kept the press before it went out as a form: back there, it is taken up again.
      if (pathname === '/api/panic') {
        event.respondWith(fetch(request).catch(() => Response.redirect(PANIC, 303)));
      }
    } else if (pathname === PANIC) event.respondWith(panicPage(event, search === ''));
    else if (!pathname.startsWith('/api/')) event.respondWith(fetch(request).catch(() => stored(CALL_SHEET)));
  } else if (request.method === 'GET' && pathname.startsWith('/_next/static/')) {
    // From any store, and without the name of the deployment that asks: a file is named after what is in it.
    const known = caches.match(request, { ignoreSearch: true });
    event.respondWith(known.then((asset) => asset ?? fetch(request)));
  }
});

/** How often somebody has signed out: a page that was asked for before that is not stored after it. */
let signOuts = 0;

/** From the server if it answers within two seconds, else as it was stored. */
async function panicPage(event, isPlain) {
  const asked = signOuts;
  const answer = fetch(event.request);
  if (isPlain)
    event.waitUntil(answer.then((response) => keep(PANIC, response.clone(), asked)).catch(() => undefined));
  const inTime = await Promise.race([answer.catch(() => undefined), patience()]);
  if (inTime && inTime.status < 500) return inTime;
  return (await newest(PANIC)) ?? inTime ?? answer.catch(() => stored(CALL_SHEET));
}

function patience() {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}

async function stored(path) {
  return (await newest(path)) ?? Response.error();
}

/** The page of the newest store that has it. Stores are named in the order in which they were made. */
async function newest(path) {
  for (const cacheName of (await caches.keys()).reverse()) {
    const page = await caches.match(path, { cacheName });
    if (page) return page;
  }
  return undefined;
}

function renewAll() {
  return Promise.all([renew(CALL_SHEET), renew(PANIC)]);
}

async function renew(path) {
  const asked = signOuts;
  try {
    await keep(path, await fetch(path, { cache: 'no-store', redirect: 'manual' }), asked);
  } catch {
    // No connection: what is stored stays.
  }
}

/** Stores a page when all that it needs is stored; one that leads away, as after signing out, is forgotten. */
async function keep(path, response, asked) {
  if (response.type === 'opaqueredirect' || response.status === 401) return forget(path);
  if (!response.ok) return undefined;
  const html = await response.clone().text();
  const name = STORE + buildOf(html);
  const store = await caches.open(name);
  await keepAssets(store, assetsIn(html));
  await store.put(path, response);
  if (path === PANIC && asked !== signOuts) await forget(path);
  return dropOlderThan(name);
}

function buildOf(html) {
  return html.match(/data-dpl-id="([\w-]*)"/)?.[1] || 'unnamed';
}

function assetsIn(html) {
  return [...new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g))];
}

async function keepAssets(store, paths) {
  const isKept = await Promise.all(paths.map((path) => store.match(path)));
  await store.addAll(paths.filter((_path, index) => !isKept[index]));
}

async function forget(path) {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(path);
}

/** One after the other: of two at once, one might drop by its name what was made anew under that name. */
let dropping = Promise.resolve();

function dropOlderThan(name) {
  dropping = dropping.then(() => dropOlder(name)).catch(() => undefined);
  return dropping;
}

async function dropOlder(name) {
  const names = await caches.keys();
  const older = names.slice(0, Math.max(0, names.indexOf(name)));
  for (const path of [CALL_SHEET, PANIC]) {
    const pages = await Promise.all(older.map((cacheName) => caches.match(path, { cacheName })));
    const isMissing = !(await caches.match(path, { cacheName: name }));
    if (isMissing && pages.some(Boolean)) return;
  }
  await Promise.all(older.map((each) => caches.delete(each)));
}

// --- presses: the page hands them over, and takes them back when it has heard their end -------------------

self.addEventListener('message', (event) => {
  const { type, press, pressId } = event.data ?? {};
  if (type === 'renew') event.waitUntil(renewAll());
  if (type === 'keep-press') event.waitUntil(keepPress(press));
  if (type === 'forget-press') event.waitUntil(inPresses('readwrite', (presses) => presses.delete(pressId)));
  if (type === 'sign-out') event.waitUntil(forgetPerson());
});

self.addEventListener('sync', (event) => {
  if (event.tag === 'press') event.waitUntil(sendPresses());
});

async function keepPress(press) {
  const before = await inPresses('readonly', (presses) => presses.get(press.pressId));
  const keptAt = before?.keptAt ?? Date.now();
  await inPresses('readwrite', (presses) => presses.put({ ...press, keptAt }, press.pressId));
  // An extra, where the browser has it. It fires at once where there is a connection, so sending waits.
  await self.registration.sync?.register('press').catch(() => undefined);
}

async function forgetPerson() {
  signOuts += 1;
  await forget(PANIC);
  await inPresses('readwrite', (presses) => presses.clear());
  await endPushes();
}

async function sendPresses() {
  for (const pressId of await inPresses('readonly', (presses) => presses.getAllKeys())) {
    const press = await unsentByPage(pressId);
    if (!press || (await isSettled(press))) {
      await inPresses('readwrite', (presses) => presses.delete(pressId));
    }
  }
}

/** The press as it is kept when the page has had its time; undefined when the page has heard its end. */
async function unsentByPage(pressId) {
  const kept = await inPresses('readonly', (presses) => presses.get(pressId));
  if (!kept) return undefined;
  const leftMs = (kept.keptAt ?? 0) + PAGE_FIRST_MS - Date.now();
  if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(leftMs, PAGE_FIRST_MS)));
  return inPresses('readonly', (presses) => presses.get(pressId));
}

/** Whether the worker has nothing more to do with a press. Throws without an answer: the browser calls again. */
async function isSettled({ keptAt, ...press }) {
  // A clock that was set since tells no age, in whichever direction.
  const ageMs = Math.abs(Date.now() - Date.parse(press.pressedAt));
  if (ageMs > ASK_AGAIN_MS) return true;
  const response = await fetch('/api/panic', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...press, sentAt: new Date().toISOString() }),
  });
  // A button that was switched off: nothing of its person is to stay on this device.
  if (response.status === 403 && (await response.json()).code === 'press.token_revoked') await forgetPerson();
  if (response.status >= 500) throw new Error(`the press was not taken: ${response.status}`);
  return true;
}

/** Does one thing with the kept presses and gives its result once it is safely stored. */
function inPresses(mode, use) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('vigil', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('presses');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('presses', mode);
      const request = use(transaction.objectStore('presses'));
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(request.result);
      };
      transaction.onerror = () => reject(transaction.error);
    };
  });
}

// --- pushes: a browser that knows declarative ones shows them by itself, and this shows the same in the others -----

self.addEventListener('push', (event) => {
  event.waitUntil(showPush(event.data.json().notification));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data));
});

/** The browser changed its address at the push service: our server gets the new one, if it had the old one. */
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renewPushes());
});

/** Not where its page is being looked at: that tells by itself. */
async function showPush({ title, navigate, ...options }) {
  const pages = await self.clients.matchAll({ type: 'window' });
  if (pages.some(({ url, visibilityState }) => url === navigate && visibilityState === 'visible')) return;
  await self.registration.showNotification(title, { ...options, renotify: true, data: navigate });
}

async function openPage(address) {
  const pages = await self.clients.matchAll({ type: 'window' });
  const open = pages.find(({ url }) => url === address);
  await (open ? open.focus() : self.clients.openWindow(address));
}

async function renewPushes() {
  const answer = await fetch('/api/push');
  const { publicKey, isOn } = answer.ok ? await answer.json() : {};
  if (!isOn) return;
  const subscription = await self.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  await fetch('/api/push', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...subscription.toJSON(), publicKey }),
  });
}

/** Of somebody who has signed out: nothing that is still on its way is shown here. */
async function endPushes() {
  try {
    await (await self.registration.pushManager?.getSubscription())?.unsubscribe();
  } catch {
    // The push service cannot be reached: our server has ended it on its side.
  }
}
