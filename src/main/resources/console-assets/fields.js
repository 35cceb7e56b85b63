// What people write in, and how a page changes around it: nothing here ever touches a field that somebody uses.

const FIELD = 'textarea, select, input:not([type=hidden]):not([type=submit]):not([type=button])';

export const fields = (root) => [...root.querySelectorAll(FIELD)];

// Whether it holds something else than what the server put there.
function changed(field) {
  if (field.matches('select')) {
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  }
  return field.matches('[type=checkbox], [type=radio]') ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

/** Whether somebody wrote something in it. */
export const hasText = (form) => fields(form).some((field) => field.matches('textarea, input') && changed(field));

// A form is used as a whole: its fields belong together. One that the server filled with what was typed says so itself.
const used = (field) => field === document.activeElement || changed(field) || field.validity.badInput
  || field.form?.dataset.held !== undefined;

function unitsInUse(root) {
  const units = new Set();
  for (const field of fields(root)) if (used(field)) units.add(root.contains(field.form) ? field.form : field);
  return units;
}

// Puts the fresh element in the place of the old one, around everything in it that is used. Whatever is used is not even
// moved: a field that is moved loses the keyboard and what is being composed. Asked when the answer is there, not before.
export function graft(old, fresh, free) {
  const kept = unitsInUse(old);
  kept.delete(free);
  keepingPlace(() => {
    if (kept.size) weave(old, fresh, kept);
    else old.replaceWith(fresh);
  });
}

function weave(old, fresh, kept) {
  if (kept.has(old)) {
    takeTokens(fresh);
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const holds = (node) => [...kept].some((one) => node.contains(one));
  const stay = [...old.childNodes].filter(holds);
  const partners = stay.map((node) => partner(node, fresh));
  for (const node of [...old.childNodes]) if (!stay.includes(node)) node.remove();
  let passed = 0;
  for (const node of [...fresh.childNodes]) {
    const at = partners.indexOf(node);
    if (at >= 0) {
      weave(stay[at], node, kept);
      passed = Math.max(passed, at + 1);
    } else {
      for (const one of kept) if (one.id && node.querySelector) node.querySelector(`#${CSS.escape(one.id)}`)?.remove();
      old.insertBefore(node, stay[passed] ?? null);
    }
  }
}

function partner(node, fresh) {
  return [...fresh.children].find((one) => (node.id ? one.id === node.id
    : !one.id && one.tagName === node.tagName && one.className === node.className));
}

// Where the keyboard is stays where it is: everything that takes focus has an id that lasts.
export function keepingPlace(change) {
  const id = document.activeElement?.id;
  const summaries = () => [...document.querySelectorAll('details > summary')];
  const open = new Set(summaries().filter((one) => one.parentElement.open).map((one) => one.textContent));
  change();
  for (const one of summaries()) if (open.has(one.textContent)) one.parentElement.open = true;
  if (id && document.activeElement?.id !== id) document.getElementById(id)?.focus({ preventScroll: true });
  window.htmx?.process(document.body);
  document.dispatchEvent(new Event('page-changed'));
}

// Forms are good for the session of whoever is signed in now.
export function takeTokens(from) {
  const token = from.querySelector('input[name=_csrf]')?.value;
  if (token) for (const one of document.querySelectorAll('input[name=_csrf]')) one.value = token;
}

export const token = () => document.querySelector('input[name=_csrf]')?.value ?? '';

// The answer of the server as a page, or null where it only says that nobody is signed in.
export async function fetched(address, options = {}) {
  const answer = await fetch(address, { headers: { 'HX-Request': 'true' }, cache: 'no-store', ...options });
  if (answer.status === 401) {
    document.dispatchEvent(new Event('signed-out'));
    return null;
  }
  return { answer, page: new DOMParser().parseFromString(await answer.text(), 'text/html') };
}
