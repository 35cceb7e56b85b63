// The console's one script: times that run, and pages that follow what changes. The stream tells ids; everything shown is
// fetched as the one who is signed in. Without this script every page still works.

const page = document.querySelector('main').dataset.page;
const state = document.getElementById('live');
const banner = document.getElementById('banner');
let out = false;
const offset = Number(document.documentElement.dataset.now) - Date.now();

function amount(seconds) {
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`;
  return seconds < 86400 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 86400)}d`;
}

// The same words as the server's.
function words(left) {
  if (left >= 0) return `${amount(Math.floor(left))} left`;
  return left > -60 ? 'due now' : `overdue ${amount(Math.floor(-left))}`;
}

function tick() {
  const now = Date.now() + offset;
  for (const time of document.querySelectorAll('time.left')) {
    const left = (Date.parse(time.dateTime) - now) / 1000;
    const text = words(left);
    if (time.textContent !== text) time.textContent = text;
    time.classList.toggle('late', left < 0);
    if (left < -86400) time.classList.remove('urgent');
  }
}

function show(text, lost) {
  if (out) return;
  if (state.textContent !== text) state.textContent = text;
  state.hidden = false;
  state.classList.toggle('lost', lost);
}

function warn(text) {
  if (out) return;
  banner.hidden = !text;
  if (banner.textContent !== text) banner.textContent = text;
}

// Nothing after it is news: the stream may be from before.
function signedOut() {
  if (out) return;
  show('signed out', true);
  warn('You are signed out. ');
  out = true;
  document.dispatchEvent(new Event('signed-out'));
  const link = document.createElement('a');
  link.href = '/login';
  link.textContent = 'Sign in again';
  banner.append(link);
}

async function fetched(address) {
  const answer = await fetch(address, { headers: { 'HX-Request': 'true' }, cache: 'no-store' });
  if (answer.status === 401) {
    signedOut();
    return null;
  }
  if (!answer.ok) throw new Error('not now');
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

// One fetch at a time, a little after the last signal, so that a burst of signals is one fetch.
function refresher(work) {
  let timer, busy = false, again = false;
  async function run() {
    if (busy) { again = true; return; }
    busy = true;
    try {
      await work();
      if (!state.classList.contains('lost')) warn('');
    } catch {
      if (navigator.onLine) warn('This page could not be brought up to date. It tries again by itself.');
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

// Where the keyboard is stays where it is: everything that takes focus has an id that lasts.
function keepingPlace(change) {
  const id = document.activeElement?.id;
  const summaries = () => [...document.querySelectorAll('details > summary')];
  const open = new Set(summaries().filter((one) => one.parentElement.open).map((one) => one.textContent));
  change();
  for (const one of summaries()) if (open.has(one.textContent)) one.parentElement.open = true;
  if (id && document.activeElement?.id !== id) document.getElementById(id)?.focus({ preventScroll: true });
  window.htmx?.process(document.body);
  tick();
}

function queuePage() {
  const fresh = document.getElementById('fresh');
  const list = () => document.getElementById('list');
  const rows = (root) => [...root.querySelectorAll('li[data-lead]')];
  let wanted = false;

  const inUse = () => list().matches(':hover') || list().contains(document.activeElement);

  function replaceAll(next) {
    const head = document.querySelector('.row.head'), nextHead = next.querySelector('.row.head');
    keepingPlace(() => {
      list().replaceWith(next.getElementById('list'));
      if (head && !nextHead) head.remove();
      if (!head && nextHead) list().before(nextHead);
    });
    fresh.hidden = true;
  }

  // Under a hand rows change where they are, and none moves.
  function replaceInPlace(next) {
    const now = new Map(rows(next).map((row) => [row.id, row]));
    keepingPlace(() => {
      for (const row of rows(list())) {
        const later = now.get(row.id);
        if (!later) row.classList.add('gone');
        else if (later.dataset.rev !== row.dataset.rev) row.replaceWith(later.cloneNode(true));
      }
    });
    const order = (all) => all.map((row) => row.id).join();
    const added = rows(next).filter((row) => !document.getElementById(row.id)).length;
    const moved = order(rows(next)) !== order(rows(list()));
    fresh.hidden = !moved;
    fresh.textContent = added ? `${added} new · show` : 'The order has changed · show';
  }

  const refresh = refresher(async () => {
    const shown = Math.max(50, rows(list()).length);
    const address = new URL(location.href);
    address.searchParams.delete('after');
    address.searchParams.set('rows', shown);
    const next = new URL(location.href).searchParams.has('after') ? null : await fetched(address);
    if (!next) return;
    if (inUse() && !wanted) replaceInPlace(next);
    else replaceAll(next);
    wanted = false;
  });

  fresh.addEventListener('click', () => { wanted = true; refresh(); });
  list().parentElement.addEventListener('mouseleave', () => { if (!fresh.hidden && !inUse()) refresh(); });
  return (signal) => {
    const row = signal && document.getElementById(`lead-${signal.lead}`);
    if (!row || Number(row.dataset.rev) < signal.rev) refresh();
  };
}

function leadPage() {
  const lead = () => document.getElementById('lead');
  const dirty = () => {
    const fields = [...lead().querySelectorAll('textarea, select, input:not([type=hidden])')];
    return fields.some((field) => field === document.activeElement
      || (field.matches('select') ? field.selectedIndex > 0 : field.value !== field.defaultValue));
  };
  let wanted = false;

  const refresh = refresher(async () => {
    if (dirty() && !wanted) {
      document.getElementById('changed').hidden = false;
      return;
    }
    const next = await fetched(location.pathname);
    if (!next) return;
    const note = document.getElementById('note').value;
    const done = document.getElementById('done');
    keepingPlace(() => {
      lead().replaceWith(next.getElementById('lead'));
      if (done) lead().prepend(done);
      if (wanted) document.getElementById('note').value = note;
    });
    wanted = false;
  });

  document.addEventListener('click', (event) => {
    if (event.target.id === 'changed') { wanted = true; refresh(); }
  });
  // A claim shows the lead anew; a note that is half written stays.
  let half = '';
  document.addEventListener('htmx:beforeSwap', (event) => {
    half = event.detail.pathInfo.requestPath.endsWith('/claim') ? document.getElementById('note').value : '';
  });
  document.addEventListener('htmx:afterSwap', () => {
    if (half) document.getElementById('note').value = half;
  });
  return (signal) => {
    if (!signal || (lead() && signal.lead === lead().dataset.lead && Number(lead().dataset.rev) < signal.rev)) refresh();
  };
}

// The network tells a number that rises with each step; the page is fetched when it is another one.
function rehearsalPage() {
  const shown = () => document.getElementById('rehearsal');
  const typing = () => document.activeElement?.matches('#words, #phone, #to, #hour') && shown().contains(document.activeElement);
  const refresh = refresher(async () => {
    const next = await fetched(location.pathname.endsWith('/rehearsal') ? location.href : '/console/rehearsal');
    if (!next) return;
    const typed = ['words', 'phone'].map((id) => [id, document.getElementById(id)?.value]);
    const who = document.querySelector('input[name=who]:checked')?.id;
    const chosen = ['to', 'hour'].map((id) => [id, document.getElementById(id).value]);
    keepingPlace(() => {
      shown().replaceWith(next.getElementById('rehearsal'));
      for (const [id, value] of typed) {
        const field = document.getElementById(id);
        if (field && value) field.value = value;
      }
      if (who) document.getElementById(who).checked = true;
      for (const [id, value] of chosen) document.getElementById(id).value = value;
    });
  });
  async function look() {
    try {
      const answer = await fetch('/console/rehearsal/version', { cache: 'no-store', headers: { 'HX-Request': 'true' } });
      if (answer.status === 401) { signedOut(); return; }
      if (answer.ok && (await answer.text()) !== shown().dataset.version && !typing()) {
        refresh();
        // The lead and its reasons are there a moment after the step that they come from.
        setTimeout(refresh, 2000);
      }
    } catch {
      // the stream's banner says that the server is away
    }
    setTimeout(look, document.hidden ? 5000 : 700);
  }
  look();
  return () => {};
}

// One stream for all tabs of this browser: over HTTP/1.1 it has six connections to a server.
function follow(heard) {
  const between = 'BroadcastChannel' in window ? new BroadcastChannel('careline-live') : null;
  let source, last = Date.now(), wait = 1000;

  function tell(message) {
    between?.postMessage(message);
    take(message);
  }
  function take(message) {
    last = Date.now();
    if (message.state === 'live') { show('live', false); warn(''); }
    if (message.state === 'lost') show('reconnecting', true);
    if (message.state === 'out') signedOut();
    if ('signal' in message && !out) heard(message.signal);
  }
  async function closed() {
    source.close();
    tell({ state: 'lost' });
    try {
      const ping = await fetch('/console/ping', { cache: 'no-store' });
      if (ping.status === 401) { tell({ state: 'out' }); return; }
    } catch {
      // offline: tried again below
    }
    wait = Math.min(wait * 2, 15000);
    setTimeout(() => out || open(), wait + Math.random() * 1000);
  }
  function open() {
    source = new EventSource('/console/events');
    source.addEventListener('hello', () => { wait = 1000; tell({ state: 'live', signal: null }); });
    source.addEventListener('beat', () => tell({ state: 'live' }));
    source.addEventListener('all', () => tell({ signal: null }));
    source.addEventListener('lead', (event) => tell({ signal: JSON.parse(event.data) }));
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) closed();
      else tell({ state: 'lost' });
    });
  }
  function lead() {
    open();
    addEventListener('pagehide', () => source.close());
    document.addEventListener('signed-out', () => {
      source.close();
      between?.postMessage({ state: 'out' });
    });
    setInterval(() => {
      if (Date.now() - last > 40000 && source.readyState !== EventSource.CLOSED) closed();
    }, 5000);
    return new Promise(() => {});
  }

  if (between) between.onmessage = (event) => take(event.data);
  if (navigator.locks && between) {
    // A tab that follows another one's stream says so by the first beat it hears.
    navigator.locks.request('careline-live', lead);
    navigator.locks.query().then((locks) => {
      if (locks.held.some((lock) => lock.name === 'careline-live')) show('live', false);
    });
  } else {
    lead();
  }
}

const retry = document.querySelector('main').dataset.retry;
if (retry) setTimeout(() => location.reload(), Number(retry) * 1000);

setInterval(tick, 1000);
tick();
if (page) {
  const heard = { queue: queuePage, rehearsal: rehearsalPage }[page]?.() ?? leadPage();
  addEventListener('offline', () => warn('This computer is offline. What you see may be old.'));
  addEventListener('online', () => { warn(''); heard(null); });
  document.addEventListener('htmx:responseError', (event) => warn(event.detail.xhr.status === 403
    ? 'That did not work: this page is from before you signed in. Copy what you wrote, then load it anew.'
    : 'That did not work: the server or its store does not answer. Try again in a moment.'));
  document.addEventListener('htmx:sendError', () => warn('That did not work: the server cannot be reached. Try again in a moment.'));
  document.addEventListener('htmx:afterSwap', tick);
  show('connecting', true);
  follow(heard);
}
document.documentElement.dataset.ready = 'true';
