// The console's script: times that run, pages that follow what changes, and what is typed in them. The stream tells ids;
// everything shown is fetched as the one who is signed in. Without this script every page still works.

import { actsInPlace } from './acts.js';
import { draftsSaveThemselves } from './drafts.js';
import { follow, tellOthersToLook } from './live.js';
import { show, takeMessages, warn } from './notices.js';
import { leadPage, queuePage, rehearsalPage } from './pages.js';
import { watchSession } from './session.js';

const main = document.querySelector('main');
const page = main.dataset.page;
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

// The keyboard begins where the page does, or where it was when somebody left it; whoever cannot see starts there, not at the
// window's first link.
function beginAt(message) {
  if (document.querySelector('[autofocus]') || location.hash) return;
  const heading = document.querySelector('main h1');
  if (heading) heading.tabIndex = -1;
  const back = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
  const before = back && history.state?.focus && document.getElementById(history.state.focus);
  (before || document.querySelector('[aria-invalid=true]') || message || heading)?.focus({ preventScroll: Boolean(before) });
}

function rememberWhere(event) {
  const link = event.target.closest?.('a[id]');
  if (link) history.replaceState({ ...history.state, focus: link.id }, '');
}

if (main.dataset.retry) setTimeout(() => location.reload(), Number(main.dataset.retry) * 1000);

setInterval(tick, 1000);
tick();
document.addEventListener('page-changed', tick);
document.addEventListener('click', rememberWhere, true);
const message = takeMessages(document);
beginAt(message);
if (page) {
  watchSession();
  actsInPlace();
  draftsSaveThemselves();
  const heard = { queue: queuePage, rehearsal: rehearsalPage, lead: leadPage }[page]?.() ?? (() => {});
  addEventListener('offline', () => warn('offline', 'This computer is offline. What you see may be old; what you type is kept on this page.'));
  addEventListener('online', () => { warn('offline', ''); heard(null); });
  for (const failed of ['htmx:responseError', 'htmx:sendError']) {
    document.addEventListener(failed, (event) => {
      if (event.detail.xhr.status === 401) document.dispatchEvent(new Event('signed-out'));
      else warn('act', 'That did not work: the server or its store does not answer. Try again in a moment.');
    });
  }
  document.addEventListener('htmx:afterSwap', () => { warn('act', ''); tick(); });
  show('connecting', true);
  follow(heard);
} else {
  tellOthersToLook();
}
document.documentElement.dataset.ready = 'true';
