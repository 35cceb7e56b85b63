// The pages that follow what changes: each answers signals by fetching what it shows as the one who is signed in.

import { fetched, graft, takeTokens } from './fields.js';
import { tell } from './notices.js';
import { refresher } from './live.js';
import { isOut } from './session.js';

async function pageOf(address) {
  const got = await fetched(address);
  if (got && !got.answer.ok) throw new Error('not now');
  return got?.page;
}

export function queuePage() {
  const fresh = document.getElementById('fresh');
  const list = () => document.getElementById('list');
  const rows = (root) => [...root.querySelectorAll('li[data-lead]')];
  let wanted = false;

  const inUse = () => list().matches(':hover') || list().contains(document.activeElement);

  function replaceAll(next) {
    const head = document.querySelector('.row.head'), nextHead = next.querySelector('.row.head');
    if (head && !nextHead) head.remove();
    if (!head && nextHead) list().before(nextHead);
    graft(list(), next.getElementById('list'));
    fresh.hidden = true;
  }

  // Under a hand rows change where they are, and none moves.
  function replaceInPlace(next) {
    const now = new Map(rows(next).map((row) => [row.id, row]));
    for (const row of rows(list())) {
      const later = now.get(row.id);
      if (!later) row.classList.add('gone');
      else if (later.dataset.rev !== row.dataset.rev) graft(row, later.cloneNode(true));
    }
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
    const next = new URL(location.href).searchParams.has('after') ? null : await pageOf(address);
    if (!next) return;
    if (inUse() && !wanted) replaceInPlace(next);
    else replaceAll(next);
    takeTokens(next);
    wanted = false;
  });

  fresh.addEventListener('click', () => { wanted = true; refresh(); });
  list().parentElement.addEventListener('mouseleave', () => { if (!fresh.hidden && !inUse()) refresh(); });
  return (signal) => {
    const row = signal && document.getElementById(`lead-${signal.lead}`);
    if (!row || Number(row.dataset.rev) < signal.rev) refresh();
  };
}

export function leadPage() {
  const lead = () => document.getElementById('lead');
  const happened = (root) => [...root.querySelectorAll('.timeline > li')];
  const said = (entry) => entry.querySelector('span')?.textContent ?? '';

  // What was shown before is not news.
  function news(next) {
    const more = happened(next).length - happened(lead()).length;
    if (more <= 0) return 'This lead has changed.';
    const first = said(happened(next)[0]);
    return more === 1 ? `Just now: ${first}` : `Just now: ${first}, and ${more - 1} more`;
  }

  let acts = 0;
  document.addEventListener('act-done', () => { acts += 1; });

  // What was asked for before something was saved may show its draft still.
  async function latest() {
    const before = acts;
    const page = await pageOf(location.pathname);
    return before === acts ? page : latest();
  }

  const refresh = refresher(async () => {
    const next = (await latest())?.getElementById('lead');
    if (!next || isOut() || !lead()) return;
    const changed = next.dataset.rev !== lead().dataset.rev;
    const words = changed ? news(next) : '';
    graft(lead(), next);
    if (changed) tell(words);
  });

  return (signal) => {
    if (!signal || (lead() && signal.lead === lead().dataset.lead && Number(lead().dataset.rev) < signal.rev)) refresh();
  };
}

// The network tells a number that rises with each step; the page is fetched when it is another one.
export function rehearsalPage() {
  const shown = () => document.getElementById('rehearsal');
  const refresh = refresher(async () => {
    const next = await pageOf(location.pathname.endsWith('/rehearsal') ? location.href : '/console/rehearsal');
    if (next) graft(shown(), next.getElementById('rehearsal'));
  });
  async function look() {
    try {
      const answer = isOut() ? null
        : await fetch('/console/rehearsal/version', { cache: 'no-store', headers: { 'HX-Request': 'true' } });
      if (answer?.status === 401) document.dispatchEvent(new Event('signed-out'));
      if (answer?.ok && (await answer.text()) !== shown().dataset.version) {
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
