// What a page has to say: the banner with what is wrong now, and what became of the last act. Both stick to what is in view,
// and what somebody has to read stays until they have read it.

const root = document.documentElement;
const notices = document.getElementById('notices');
const banner = document.getElementById('banner');
const state = document.getElementById('live');
const news = document.getElementById('news');

// The first of these that is wrong is told; the others wait.
const CAUSES = ['out', 'offline', 'server', 'act', 'draft', 'page'];
const wrong = new Map();

/** Says what is wrong, or with an empty text that it is not any more. */
export function warn(cause, text, button) {
  if (text) wrong.set(cause, { text, button });
  else wrong.delete(cause);
  const first = CAUSES.find((one) => wrong.has(one));
  const shown = first && wrong.get(first);
  if (banner.dataset.cause === (first ?? '') && banner.dataset.text === (shown?.text ?? '')) return;
  banner.dataset.cause = first ?? '';
  banner.dataset.text = shown?.text ?? '';
  banner.replaceChildren(...(shown ? [`${shown.text} `, ...(shown.button ? [shown.button] : [])] : []));
  banner.hidden = !shown;
}

export function show(text, lost) {
  if (state.textContent !== text) state.textContent = text;
  state.hidden = false;
  state.classList.toggle('lost', lost);
}

/** Says politely what happened beside whatever somebody is at. */
export function tell(text) {
  news.textContent = text;
  news.hidden = !text;
}

function dismissable(message) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet dismiss';
  button.id = `dismiss-${message.id}`;
  button.textContent = 'OK';
  button.setAttribute('aria-label', `OK, I have read: ${message.textContent}`);
  button.addEventListener('click', () => {
    message.remove();
    document.querySelector('main h1')?.focus({ preventScroll: true });
  });
  message.tabIndex = -1;
  message.append(' ', button);
  return message;
}

/** Takes the messages of a page that came from the server to where they stay in view; returns the first. */
export function takeMessages(page) {
  const fresh = [...page.querySelectorAll('main .message.answer')];
  if (fresh.length) for (const old of notices.querySelectorAll('.message.answer')) old.remove();
  for (const one of fresh) notices.append(dismissable(document.adoptNode(one)));
  return fresh[0];
}

export function forgetMessages() {
  for (const old of notices.querySelectorAll('.message.answer')) old.remove();
}

// What is focused is never below the notices.
if (notices && 'ResizeObserver' in window) {
  new ResizeObserver(() => { root.style.scrollPaddingTop = `${notices.offsetHeight + 8}px`; }).observe(notices);
}
