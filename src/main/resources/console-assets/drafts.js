// What is typed saves itself: 600 ms after the last key it is at the server, as a draft that only its writer sees. Until then it
// is in this page's memory and nowhere else: never in the browser's storage, which outlives a session on a shared desk.

import { fields, hasText, takeTokens, token } from './fields.js';
import { warn } from './notices.js';
import { isOut } from './session.js';

const AFTER_MS = 600;
const LATEST_MS = 5000;
const LONGEST_WAIT_MS = 15000;
const NOT_YET = 'What you typed is not saved yet: the server or its store does not answer. It is kept on this page, and tried again.';
const TOO_MUCH = 'What you typed is not saved: it is too long, or too many other pages of yours hold something with this lead.';

const form = () => document.getElementById('work');
const note = () => document.getElementById('note');
const typed = () => fields(form()).map((field) => field.value);
const empty = () => typed().every((value) => value === '');

let unsaved = false, news = false, touched = false, asking = false, busy = null, timer, since = 0, wait = 1000;
const between = 'BroadcastChannel' in window ? new BroadcastChannel('careline-drafts') : null;

function soon(ms) {
  clearTimeout(timer);
  timer = setTimeout(flush, ms);
}

function edited() {
  if (!unsaved) since = Date.now();
  unsaved = true;
  news = true;
  say('');
  soon(Math.max(0, Math.min(AFTER_MS, since + LATEST_MS - Date.now())));
}

function say(text, button) {
  document.getElementById('draft-state')?.replaceChildren(...[text, ...(button ? [' ', button] : [])]);
  discardable();
}

function discardable() {
  const discard = document.getElementById('discard-draft');
  if (discard) discard.hidden = !form() || empty();
}

function body() {
  const step = form().elements.namedItem('step');
  step.value = Number(step.value) + 1;
  return new URLSearchParams(new FormData(form()));
}

const address = () => `/console/leads/${document.getElementById('lead').dataset.lead}/draft`;

const post = (sent) => fetch(address(),
  { method: 'POST', body: sent, headers: { 'HX-Request': 'true' }, cache: 'no-store', keepalive: String(sent).length < 60000 });

async function sentAgain(sent) {
  const now = await fetch(location.pathname, { headers: { 'HX-Request': 'true' }, cache: 'no-store' });
  const page = new DOMParser().parseFromString(await now.text(), 'text/html');
  if (!now.ok || page.documentElement.dataset.me !== document.documentElement.dataset.me) return now;
  takeTokens(page);
  sent.set('_csrf', token());
  return post(sent);
}

// One at a time: what was typed meanwhile is sent afterwards. Answers whether everything that is typed is at the server.
export async function flush() {
  clearTimeout(timer);
  if (busy) {
    await busy;
    return unsaved ? flush() : true;
  }
  // Whoever saves saves this too: what is typed meanwhile follows the answer.
  if (!(unsaved || asking) || isOut() || !form() || form().dataset.busy !== undefined) return !unsaved;
  busy = keep();
  const done = await busy;
  busy = null;
  if (done && unsaved) soon(AFTER_MS);
  return done && !unsaved;
}

async function keep() {
  asking = false;
  const before = JSON.stringify(typed()), page = form().elements.namedItem('page').value, sent = body();
  try {
    let answer = await post(sent);
    if (answer.status === 403) answer = await sentAgain(sent);
    if (answer.status === 401) {
      document.dispatchEvent(new Event('signed-out'));
      return false;
    }
    if (answer.status === 409 || answer.status === 413) {
      warn('draft', TOO_MUCH);
      if (answer.status === 409) showOthers((await answer.json()).others);
      return false;
    }
    if (!answer.ok) throw new Error('not now');
    const kept = await answer.json();
    wait = 1000;
    warn('draft', '');
    if (!form() || form().elements.namedItem('page').value !== page) return true;
    unsaved = JSON.stringify(typed()) !== before;
    since = Date.now();
    if (!unsaved && !empty()) say(`Saved ${kept.saved} as a draft.`);
    showOthers(kept.others);
    if (news) between?.postMessage({ lead: document.getElementById('lead').dataset.lead });
    news = false;
    return true;
  } catch {
    warn('draft', NOT_YET);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    soon(wait);
    return false;
  }
}

function button(text, id, press) {
  const one = document.createElement('button');
  one.type = 'button';
  one.className = 'quiet';
  one.id = id;
  one.textContent = text;
  one.addEventListener('click', press);
  return one;
}

const take = (other) => {
  const instead = form().elements.namedItem('instead');
  instead.value = `${instead.value} ${other.token}`.trim();
};

function other(one, index) {
  const box = document.createElement('div');
  box.className = 'other';
  box.dataset.token = one.token;
  const head = document.createElement('p');
  head.textContent = `On another page you wrote, at ${one.at}:`;
  const text = document.createElement('blockquote');
  text.dir = 'auto';
  text.textContent = one.text;
  box.append(head, text, button('Add it to this note', `add-other-${index}`, () => {
    take(one);
    note().value = [note().value, one.text].filter(Boolean).join('\n');
    box.remove();
    note().focus();
    edited();
  }), ' ', button('Discard it', `discard-other-${index}`, () => {
    take(one);
    box.replaceChildren('Discarded. ', button('Undo', `undo-other-${index}`, () => {
      note().value = [note().value, one.text].filter(Boolean).join('\n');
      box.remove();
      note().focus();
      edited();
    }));
    box.querySelector('button').focus();
    edited();
  }));
  return box;
}

// A page in which nobody has typed follows what goes on where this text was typed; that is what a reload may overtake.
function follow(others) {
  const further = touched ? null : others.find((one) => one.text !== note().value && one.text.startsWith(note().value));
  if (!further) return others;
  take(further);
  note().value = further.text;
  form().dataset.held = 'typed';
  say(`Saved ${further.at} as a draft.`);
  return others.filter((one) => one !== further);
}

function showOthers(all) {
  const place = document.getElementById('other-drafts');
  if (!place) return;
  const others = follow(all);
  const shown = new Set([...place.children].map((box) => box.dataset.token));
  for (const box of [...place.children]) {
    if (!others.some((one) => one.token === box.dataset.token) && !box.querySelector('[id^=undo-other]')) box.remove();
  }
  others.filter((one) => !shown.has(one.token)).forEach((one) => {
    place.append(other(one, one.token.slice(0, 8)));
  });
}

// Those that the server showed get their buttons.
function withButtons() {
  for (const box of document.querySelectorAll('#other-drafts .other')) {
    if (box.querySelector('button')) continue;
    const at = box.querySelector('p').textContent.match(/\d\d:\d\d:\d\d/)?.[0] ?? '';
    const one = { token: box.dataset.token, at, text: box.querySelector('blockquote').textContent };
    box.replaceWith(other(one, one.token.slice(0, 8)));
  }
  discardable();
}

function discard() {
  const before = fields(form()).map((field) => [field.id, field.value]);
  for (const field of fields(form())) field.value = '';
  form().dataset.held = 'discarded'; // the way back stays too
  edited();
  flush();
  say('Discarded.', button('Undo', 'undo-discard', () => {
    for (const [id, value] of before) document.getElementById(id).value = value;
    note().focus();
    edited();
    flush();
  }));
  document.getElementById('undo-discard').focus();
}

// Another page of this browser kept something with this lead: asking what is kept is keeping what is here.
function heard({ data }) {
  if (data.lead === document.getElementById('lead')?.dataset.lead && form() && !empty()) look();
}

function look() {
  asking = true;
  if (!unsaved) soon(0);
}

function signingOut(event) {
  if (event.target.id !== 'leave' || !unsaved) return;
  event.preventDefault();
  flush().then((all) => {
    if (all) event.target.submit();
  });
}

export function draftsSaveThemselves() {
  if (!form()) return;
  const within = (event) => form()?.contains(event.target);
  document.addEventListener('input', (event) => { if (within(event)) { touched = true; edited(); } });
  document.addEventListener('change', (event) => { if (within(event)) edited(); });
  document.addEventListener('focusout', (event) => { if (within(event) && unsaved) flush(); });
  document.addEventListener('click', (event) => { if (event.target.id === 'discard-draft') discard(); });
  document.addEventListener('submit', signingOut);
  document.addEventListener('page-changed', withButtons);
  document.addEventListener('act-done', ({ detail }) => {
    if (detail.form.id === 'work' && detail.ok) unsaved = Boolean(form()) && (detail.stale || (detail.more && !empty()));
  });
  document.addEventListener('act-ended', () => { if (unsaved) soon(0); });
  document.addEventListener('back', () => soon(0));
  addEventListener('online', () => soon(0));
  addEventListener('pagehide', () => { if (unsaved && !isOut() && form()) post(body()).catch(() => {}); });
  addEventListener('beforeunload', (event) => {
    const elsewhere = [...document.querySelectorAll('#lead form')].some((one) => one !== form() && hasText(one));
    if (!unsaved && !elsewhere) return;
    flush();
    event.preventDefault();
  });
  if (between) between.onmessage = heard;
  withButtons();
  // What was on its way when the page before this one was left may be there a moment later.
  setTimeout(look, 700);
}
