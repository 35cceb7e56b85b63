// The bar above every page while nobody has taken somebody who may be in danger. The stream tells a number and nothing else.

const bar = document.getElementById('danger-bar');

// The same words as the server's.
function words(count) {
  return count === 1 ? '1 person may be in danger and nobody has taken them: open' : `${count} people may be in danger and nobody has taken them: open`;
}

export function danger(text) {
  if (!bar || !/^\d+$/.test(text ?? '')) return;
  const count = Number(text);
  bar.hidden = count === 0;
  const link = bar.querySelector('a');
  if (count && link.textContent !== words(count)) link.textContent = words(count);
}
