// What the server tells pages that are open: ids, never what they are about. One stream for all tabs of this browser, for over
// HTTP/1.1 it has six connections to a server. A page that hears nothing for five seconds says so.

import { danger } from './danger.js';
import { show, warn } from './notices.js';
import { back, check, isOut } from './session.js';

const SILENCE_MS = 4500;
const GRACE_MS = 2500;
const SERVER = 'The server does not answer. What you see may be old; what you type is kept on this page. It is tried again by itself.';

// One fetch at a time, a little after the last signal, so that a burst of signals is one fetch.
export function refresher(work) {
  let timer, busy = false, again = false;
  async function run() {
    if (isOut()) return;
    if (busy) { again = true; return; }
    busy = true;
    try {
      await work();
      warn('page', '');
    } catch {
      if (navigator.onLine) warn('page', 'This page could not be brought up to date. It is tried again by itself.');
      setTimeout(soon, 5000);
    }
    busy = false;
    if (again) { again = false; soon(); }
  }
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(run, 200);
  }
  return soon;
}

export function follow(heard) {
  const between = 'BroadcastChannel' in window ? new BroadcastChannel('careline-live') : null;
  let source, last = Date.now(), wait = 1000, lost = false, grace, release;

  function tell(message) {
    between?.postMessage(message);
    take(message);
  }
  function take(message) {
    if (message.state === 'out') document.dispatchEvent(new Event('signed-out'));
    if (message.state === 'check') check();
    if (message.state === 'lost') silent();
    if (message.state === 'live') alive();
    danger(message.danger);
    if ('signal' in message && !isOut()) heard(message.signal);
  }
  function alive() {
    last = Date.now();
    if (isOut()) { back(); return; }
    lost = false;
    clearTimeout(grace);
    grace = undefined;
    show('live', false);
    warn('server', '');
  }
  function silent() {
    if (isOut()) return;
    lost = true;
    show('reconnecting', true);
    grace ??= setTimeout(() => { if (lost && !isOut()) warn('server', SERVER); }, GRACE_MS);
  }
  async function reopen() {
    source?.close();
    source = undefined;
    tell({ state: 'lost' });
    if (await check()) wait = 500;
    else wait = Math.min(wait * 2, 15000);
    setTimeout(() => { if (release && !source && !isOut()) open(); }, wait + Math.random() * 500);
  }
  function open() {
    last = Date.now();
    source = new EventSource('/console/events');
    source.addEventListener('hello', () => { wait = 1000; tell({ state: 'live', signal: null }); });
    source.addEventListener('beat', (event) => tell({ state: 'live', danger: event.data }));
    source.addEventListener('all', () => tell({ signal: null }));
    source.addEventListener('lead', (event) => tell({ signal: JSON.parse(event.data) }));
    source.addEventListener('error', reopen);
  }
  // Holds the stream until this page closes or is signed out; then another tab does.
  function lead() {
    if (isOut()) return null;
    open();
    return new Promise((over) => { release = over; });
  }
  function stop() {
    source?.close();
    source = undefined;
    release?.();
    release = undefined;
    clearTimeout(grace);
    grace = undefined;
  }
  function join() {
    last = Date.now();
    if (navigator.locks && between) {
      navigator.locks.request('careline-live', lead);
      // A tab that follows another one's stream says so by the first beat it hears.
      navigator.locks.query().then((locks) => {
        if (!release && locks.held.some((lock) => lock.name === 'careline-live')) alive();
      });
    } else {
      lead();
    }
  }

  if (between) between.onmessage = (event) => take(event.data);
  document.addEventListener('left', () => { stop(); between?.postMessage({ state: 'out' }); });
  document.addEventListener('back', () => { join(); heard(null); });
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => { if (event.persisted && release) reopen(); });
  addEventListener('focus', () => { if (isOut()) check(); });
  setInterval(() => {
    if (isOut() || Date.now() - last < SILENCE_MS) return;
    if (!lost) { silent(); warn('server', SERVER); }
    if (source) { last = Date.now(); reopen(); }
  }, 500);
  join();
}

/** A page that shows nobody's data tells the others of this browser to look whether they still may. */
export function tellOthersToLook() {
  if ('BroadcastChannel' in window) new BroadcastChannel('careline-live').postMessage({ state: 'check' });
}
