// Runs in our pages where the settings let other sites show them in a frame: tells the site around it how high the page is.
(() => {
  'use strict';
  if (window.parent === window) return;
  document.documentElement.classList.add('framed');

  // To whoever frames us: the browser has let in only the sites of the settings, and a height tells nothing.
  const tell = () =>
    window.parent.postMessage({ careline: 'height', height: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
  new ResizeObserver(tell).observe(document.body);
  tell();

  // The site around a frame does not scroll along when a fault's link leads to its field.
  document.addEventListener('click', event => {
    const link = event.target.closest('.summary a');
    const goal = link && document.getElementById(link.hash.slice(1));
    if (goal) {
      event.preventDefault();
      goal.focus({ preventScroll: true });
      goal.scrollIntoView({ block: 'center' });
    }
  });
})();
