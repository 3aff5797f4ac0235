// Guarantees that the panic button works from the first paint, before React is there or if it never comes: hold,
// grace, position, one form post, the press kept on the device before it goes. Hands over what it has begun, once.
// Sent inside the page as it is, so: no imports, and the oldest browsers' syntax only where it costs nothing.
(() => {
  const KEY = 'vigil.press';
  const GOOD_ACCURACY_M = 50;
  const stop = new AbortController();
  let state = { name: 'idle' };
  let timer;
  let seek;
  let wouldAsk = false;

  navigator.permissions?.query({ name: 'geolocation' }).then(
    (status) => {
      wouldAsk = status.state === 'prompt';
    },
    // Not every browser can be asked; then the position is sought at once.
    () => undefined,
  );

  // When the page breaks under the press, its form is gone, and with it what is told; not the press.
  let lastForm;
  const form = () => {
    lastForm = document.getElementById('press-form') ?? lastForm;
    return lastForm;
  };
  const part = (name) => form().querySelector(`[data-press="${name}"]`);
  const ms = (name) => Number(form().dataset[name]);
  const isButton = (target) => Boolean(target.closest?.('#press-form [data-press="panic"]'));

  const show = (note) => {
    part('panic').toggleAttribute('data-holding', state.name === 'holding');
    part('grace').hidden = state.name !== 'grace';
    part('pad').hidden = state.name === 'grace' || state.name === 'sending';
    part('note').textContent = note;
  };
  const enter = (next, note) => {
    clearTimeout(timer);
    state = next;
    show(note);
  };

  const begin = (since) => {
    if (!wouldAsk) startSeeking();
    enter({ name: 'holding', since }, 'Keep holding…');
    timer = setTimeout(() => grace(since, ms('graceMs')), ms('holdMs'));
  };
  const grace = (heldSince, lengthMs) => {
    startSeeking();
    const press = { pressId: newId(), pressedAt: new Date().toISOString() };
    const since = performance.now();
    enter({ name: 'grace', since, heldSince, press }, 'Sending, unless you cancel.');
    timer = setTimeout(send, lengthMs);
  };
  const callOff = (note) => {
    seek?.end();
    seek = undefined;
    enter({ name: 'idle' }, note);
  };
  const letGo = () => {
    if (state.name === 'holding')
      callOff('Not sent: it was let go too early. Hold for one and a half seconds.');
  };

  const send = async () => {
    const { press } = state;
    enter({ name: 'sending', press }, 'Sending…');
    // The page stays until there is an answer, however long that takes.
    timer = setTimeout(() => show('No answer yet. Do not wait for it: call now.'), ms('silenceMs'));
    keep(press);
    const fix = (await seek?.best) ?? lastKnown();
    if (state.name !== 'sending') return;
    const placed = { ...press, ...(fix ? { location: fix } : {}) };
    if (!form().isConnected) {
      // Opened anew, the page takes up what is kept.
      keep(placed);
      location.assign('/panic');
      return;
    }
    const fields = { ...press, ...(fix ?? {}), sentAt: new Date().toISOString() };
    for (const [name, value] of Object.entries(fields)) form().elements[name].value = value;
    keep(placed);
    form().submit();
  };
  const keep = (press) => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...press, kind: 'real' }));
    } catch {
      // Storage is full or switched off. The press goes out all the same.
    }
  };
  // Browsers keep randomUUID from pages that are not served securely. The form's own id would be the last press's
  // where the page is an old one.
  const newId = () => {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
  const lastKnown = () => {
    try {
      const fix = JSON.parse(localStorage.getItem('vigil.fix'));
      return fix && { ...fix, source: 'last_known' };
    } catch {
      // Storage is switched off, or holds what we did not write.
      return undefined;
    }
  };

  // The best position until five seconds after the first touch, or a good one before that.
  const startSeeking = () => {
    if (seek || !navigator.geolocation) return;
    const startedAt = Date.now();
    let found;
    let watchId;
    let finish;
    const best = new Promise((resolve) => {
      finish = resolve;
    });
    const end = () => {
      navigator.geolocation.clearWatch(watchId);
      finish(found);
    };
    watchId = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => {
        const { latitude, longitude, accuracy } = coords;
        if (found && found.accuracy < accuracy) return;
        const source = timestamp >= startedAt ? 'live' : 'recent';
        found = { latitude, longitude, accuracy, fixedAt: new Date(timestamp).toISOString(), source };
        if (accuracy <= GOOD_ACCURACY_M) finish(found);
      },
      ({ code }) => code === 1 && end(),
      { enableHighAccuracy: true, maximumAge: 30_000 },
    );
    setTimeout(end, ms('seekMs'));
    seek = { best, end };
  };

  // In the capture phase of the window, so that React, which listens below, hears of nothing before its turn.
  const on = (type, handle) => {
    addEventListener(
      type,
      (event) => {
        if (!(event.target instanceof Element) || !event.target.closest('#press-form')) return;
        event.stopPropagation();
        handle(event);
      },
      { capture: true, signal: stop.signal },
    );
  };
  // As gestures.ts: screen readers send a point without size or pressure, which no hand can hold.
  const isSynthetic = ({ width, height, pressure, detail, pointerType }) =>
    (width === 0 && height === 0) ||
    (width === 1 && height === 1 && pressure === 0 && detail === 0 && pointerType === 'mouse');
  let isByHand = false;
  on('pointerdown', (event) => {
    isByHand = !isSynthetic(event);
    if (isByHand && event.isPrimary && event.button === 0 && isButton(event.target) && state.name === 'idle')
      begin(event.timeStamp);
  });
  on('keydown', (event) => {
    if (!isButton(event.target) || (event.key !== ' ' && event.key !== 'Enter')) return;
    event.preventDefault();
    if (!event.repeat && state.name === 'idle') begin(event.timeStamp);
  });
  on('keyup', (event) => isButton(event.target) && event.preventDefault());
  on('submit', (event) => event.preventDefault());
  on('contextmenu', (event) => event.preventDefault());
  on('click', (event) => {
    event.preventDefault();
    const pressed = event.target.closest('[data-press]')?.dataset.press;
    if (pressed === 'send' && state.name === 'grace') send();
    else if (pressed === 'cancel' && state.name === 'grace') callOff('Cancelled. Nothing was sent.');
    else if (state.name !== 'idle') return;
    else if (pressed === 'click' || (pressed === 'panic' && (event.detail === 0 || !isByHand)))
      grace(null, ms('clickGraceMs'));
  });
  addEventListener(
    'keydown',
    ({ key }) => key === 'Escape' && state.name === 'grace' && callOff('Cancelled. Nothing was sent.'),
    { signal: stop.signal },
  );
  for (const type of ['pointerup', 'pointercancel', 'keyup', 'blur']) {
    addEventListener(type, letGo, { signal: stop.signal });
  }
  // Back from the page that the form led to: the press that it sent is not to be gone on with.
  addEventListener('pageshow', (event) => event.persisted && state.name === 'sending' && callOff(''), {
    signal: stop.signal,
  });

  window.vigilEarlyPress = () => {
    const begun = state;
    const isOver = stop.signal.aborted;
    stop.abort();
    clearTimeout(timer);
    seek?.end();
    if (isOver || begun.name === 'idle') return undefined;
    state = { name: 'idle' };
    show('');
    return begun;
  };
})();
