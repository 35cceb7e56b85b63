// Who is signed in, and what a page does when nobody is any more: it hides what it shows, keeps what is typed, and comes back
// for the same person alone.

import { fetched, takeTokens } from './fields.js';
import { show, warn } from './notices.js';

const root = document.documentElement;
const content = document.querySelector('main');
const title = document.title;
// Stands where the page was.
const instead = document.createElement('main');
instead.id = 'again';
instead.className = 'narrow';
let out = false;

export const isOut = () => out;

const OUT = 'You are signed out. What you typed on this page is kept, and not shown.';

function button() {
  const again = document.createElement('button');
  again.type = 'button';
  again.id = 'sign-in-again';
  again.textContent = 'Sign in again';
  again.addEventListener('click', ask);
  return again;
}

function leave() {
  if (out) return;
  out = true;
  root.dataset.out = '';
  content.hidden = true;
  const heading = document.createElement('h1');
  heading.textContent = 'You are signed out';
  instead.replaceChildren(heading);
  content.before(instead);
  document.title = 'Signed out · Careline';
  show('signed out', true);
  warn('out', OUT, button());
  document.dispatchEvent(new Event('left'));
}

// The sign-in's own page is asked for its form, whatever that asks; there may be more than one step.
async function ask() {
  await check(); // somebody may have signed in meanwhile
  if (!out) return;
  const got = await fetched('/login', { headers: {} }).catch(() => null);
  if (!got?.answer.ok) warn('server', 'The server does not answer. It is tried again by itself.');
  else step(got.page);
}

function step(page) {
  const asked = page.querySelector('main');
  instead.replaceChildren(...asked.childNodes);
  instead.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    sent(event.target, event.submitter);
  });
  instead.querySelector('input:not([type=hidden])')?.focus();
}

async function sent(form, pressed) {
  const got = await fetched(form.action, { method: 'POST', headers: {}, body: new URLSearchParams(new FormData(form, pressed)) })
    .catch(() => null);
  if (!got) warn('server', 'The server does not answer. Try again in a moment.');
  else if (new URL(got.answer.url).pathname.startsWith('/login')) step(got.page);
  else await back();
}

/** Looks who is signed in now, and shows the page again if it is the one whose page it is. */
export async function back() {
  const answer = await fetch(location.pathname + location.search, { headers: { 'HX-Request': 'true' }, cache: 'no-store' })
    .catch(() => null);
  if (!out || !answer || answer.status === 401) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (page.documentElement.dataset.me !== root.dataset.me) {
    const queue = document.createElement('a');
    queue.href = '/console/queue';
    queue.textContent = 'Go to the queue';
    warn('out', 'Somebody else is signed in now. What was typed on this page waits for whoever typed it, and is not shown.', queue);
    return;
  }
  out = false;
  delete root.dataset.out;
  instead.remove();
  content.hidden = false;
  document.title = title;
  takeTokens(page);
  warn('out', '');
  warn('server', '');
  document.dispatchEvent(new Event('back'));
  content.querySelector('textarea')?.focus();
}

/** Asks whether this browser is signed in; says so if it is not. */
export async function check() {
  const ping = await fetch('/console/ping', { cache: 'no-store', signal: AbortSignal.timeout(3000) }).catch(() => null);
  if (ping?.status === 401) document.dispatchEvent(new Event('signed-out'));
  else if (ping?.ok && out) await back();
  return ping !== null;
}

export function watchSession() {
  document.addEventListener('signed-out', leave);
}
