// What is saved on a lead's page, without leaving it. Nothing else that is typed there is touched by it, and the keyboard goes
// to where the work goes on.

import { fetched, fields, graft, takeTokens } from './fields.js';
import { forgetMessages, takeMessages, tell, warn } from './notices.js';

const lead = () => document.getElementById('lead');

const AWAY = 'That did not work: the server cannot be reached. What you typed is still here. Try again in a moment.';
const STORE = 'That did not work: the server or its store does not answer. What you typed is still here. Try again in a moment.';

function values(form) {
  return new Map(fields(form).map((field) => [field.id, field.value]));
}

// Whoever has a new session since this page came gets the forms of it; nothing of them was done, so they are sent again.
async function send(address, form, button) {
  const sent = () => fetched(address, { method: 'POST', body: new URLSearchParams(new FormData(form, button)) });
  const first = await sent();
  if (first?.answer.status !== 403) return first;
  const now = await fetched(location.pathname);
  if (!now?.answer.ok || now.page.documentElement.dataset.me !== document.documentElement.dataset.me) return first;
  takeTokens(now.page);
  return sent();
}

// The text that was added while the answer was on its way stays; what was sent is taken out of it.
function rest(before, now) {
  if (now === before) return null;
  return now.startsWith(before) ? now.slice(before.length).trimStart() : now;
}

const changedSince = (form, before) => fields(form).filter((field) => field.value !== before.get(field.id));

// A form that the page has no more goes with what was sent, not with what was typed since.
const asSent = (form, before) => !changedSince(form, before).length;

function settled(form, fresh, before) {
  const later = changedSince(form, before);
  if (!later.length) return form;
  for (const field of fields(form)) {
    if (later.includes(field)) {
      const text = field.matches('textarea, input') ? rest(before.get(field.id), field.value) : null;
      if (text !== null) field.value = text;
    } else {
      field.value = fresh.querySelector(`#${field.id}`)?.value ?? '';
    }
  }
  for (const hidden of form.querySelectorAll('input[type=hidden]')) {
    const one = fresh.querySelector(`input[type=hidden][name="${hidden.name}"]`);
    if (one) hidden.value = one.value;
  }
  showFaults(form, fresh);
  return null;
}

function fault(field, text) {
  const line = document.createElement('p');
  line.className = 'fault';
  line.id = `${field.id}-fault`;
  line.textContent = text;
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', [line.id, document.getElementById(`${field.id}-hint`)?.id].filter(Boolean).join(' '));
  field.after(line);
}

function noFaults(form) {
  for (const old of form.querySelectorAll('.fault')) old.remove();
  for (const field of fields(form)) field.removeAttribute('aria-invalid');
}

function showFaults(form, fresh) {
  noFaults(form);
  for (const line of fresh?.querySelectorAll('.fault') ?? []) {
    const field = document.getElementById(line.id.replace(/-fault$/, ''));
    if (field && form.contains(field)) fault(field, line.textContent);
  }
}

// A date that is half typed has no value and would be left out without a word.
function halfTyped(form) {
  const half = fields(form).filter((field) => field.validity.badInput);
  if (half.length) noFaults(form);
  for (const field of half) fault(field, 'This is not complete yet.');
  half[0]?.focus();
  return half.length > 0;
}

// What each button saves. It is not to be saved once more, though the server may not have ended its draft yet.
const SAVES = { 'save-note': ['note'], 'save-outcome': ['note', 'outcome', 'at', 'language'], close: ['note', 'reason'] };

function emptied(button, before) {
  const again = (SAVES[button?.id] ?? []).map((id) => document.getElementById(id))
    .filter((field) => field?.value && field.value === before.get(field.id));
  for (const field of again) field.value = '';
  return again.length > 0;
}

function take({ answer, page }, form, before, button) {
  const fresh = page.getElementById('lead');
  if (!fresh) {
    location.assign(location.pathname);
    return;
  }
  const message = takeMessages(page);
  const counterpart = form.id && fresh.querySelector(`#${form.id}`);
  const refused = answer.status === 422;
  if (refused) showFaults(form, counterpart);
  const typing = form.contains(document.activeElement) && document.activeElement.matches('textarea, input, select');
  const done = !refused && answer.ok;
  const free = done && counterpart ? settled(form, counterpart, before) : done && asSent(form, before) ? form : null;
  tell('');
  graft(lead(), fresh, free);
  takeTokens(page);
  const stale = Boolean(free) && emptied(button, before);
  const first = lead().querySelector('[aria-invalid=true]');
  if (refused && first) first.focus();
  else if (free || !typing) message?.focus();
  document.dispatchEvent(new CustomEvent('act-done', { detail: { form, ok: answer.ok, more: !free, stale } }));
}

export async function act(form, button) {
  if (form.dataset.busy !== undefined || halfTyped(form)) return;
  form.dataset.busy = '';
  button?.setAttribute('aria-busy', 'true');
  forgetMessages();
  const before = values(form);
  try {
    const got = await send(button?.getAttribute('formaction') ?? form.action, form, button);
    if (got && (got.answer.ok || [404, 409, 422].includes(got.answer.status))) {
      warn('act', '');
      take(got, form, before, button);
    } else if (got) {
      warn('act', got.answer.status === 403
        ? 'That did not work: somebody else has signed in since this page was opened. What you typed is still here.' : STORE);
    }
  } catch {
    warn('act', AWAY);
  }
  delete form.dataset.busy;
  button?.removeAttribute('aria-busy');
  document.dispatchEvent(new Event('act-ended'));
}

// Enter in a field presses the button of its own part, not the first one of the form.
function enter(event) {
  const field = event.target;
  if (event.key !== 'Enter' || event.isComposing || !field.matches?.('#lead form input')) return;
  const button = field.closest('section, fieldset')?.querySelector('button:not([type=button])');
  if (!button || button.form !== field.form) return;
  event.preventDefault();
  button.click();
}

// What an outcome needs is said before anything is sent.
function needs() {
  const needed = document.getElementById('outcome')?.selectedOptions[0]?.dataset.needs;
  document.getElementById('at')?.setAttribute('aria-required', String(needed === 'time'));
  document.getElementById('language')?.setAttribute('aria-required', String(needed === 'language'));
}

export function actsInPlace() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!lead()?.contains(form) || form.method !== 'post') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act(form, event.submitter);
  }, true);
  document.addEventListener('keydown', enter);
  document.addEventListener('change', needs);
  document.addEventListener('page-changed', needs);
  needs();
}
