// Shows a page of this clinic's front desk in a frame on the clinic's own site:
//   <script async src="https://desk.clinic.example/embed/v1.js" data-form="forms/consultation"></script>
// Sets no cookie, keeps nothing, loads nothing else. What it understands is in the documentation (webform.md).
(() => {
  'use strict';
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const { form = 'forms/consultation', lang, title, attribution } = script.dataset;
  if (!/^(forms|quiz)\/[\w-]+$/.test(form)) throw new Error('Careline: data-form is no page, such as forms/consultation');

  const address = new URL('/' + form, home);
  if (lang) address.searchParams.set('lang', lang);
  if (attribution !== 'off') {
    const here = new URLSearchParams(location.search);
    ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'gclid', 'gbraid', 'wbraid', 'fbclid']
      .filter(key => here.get(key))
      .forEach(key => address.searchParams.set(key, here.get(key).slice(0, 200)));
    address.searchParams.set('landing_page', (location.host + location.pathname).slice(0, 200));
    if (document.referrer) address.searchParams.set('referrer', new URL(document.referrer).host);
  }

  const words = title || (lang === 'es' ? 'Formulario de contacto' : 'Contact form');
  const frame = document.createElement('iframe');
  frame.title = words;
  frame.loading = 'lazy';
  frame.referrerPolicy = 'no-referrer';
  frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-same-origin allow-popups'
    + ' allow-top-navigation-by-user-activation allow-top-navigation-to-custom-protocols');
  Object.assign(frame.style, { display: 'block', width: '100%', height: '40rem', border: '0', colorScheme: 'light dark' });
  frame.src = address;

  let heard = false;
  let pages = 0;
  addEventListener('message', event => {
    if (event.origin !== home || event.source !== frame.contentWindow || event.data?.careline !== 'height') return;
    const height = Number(event.data.height);
    if (height > 0 && height < 20000) {
      heard = true;
      frame.style.height = height + 'px';
    }
  });

  frame.addEventListener('load', () => {
    // The button that leads to the next page is at the end of the last one.
    if (pages++ > 0) frame.scrollIntoView({ block: 'start' });
    // Where the frame is refused, the page is still one link away.
    setTimeout(() => { if (!heard) frame.replaceWith(link()); }, 5000);
  });

  const link = () => {
    const plain = document.createElement('a');
    plain.href = address;
    plain.textContent = words;
    return plain;
  };

  script.after(frame);
})();
