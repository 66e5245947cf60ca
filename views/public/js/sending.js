// A form that was sent says so at once, in words, and cannot be sent twice.

import { say } from './status.js';

document.addEventListener('submit', (event) => {
  const button = event.submitter ?? event.target.querySelector('button[type="submit"]');
  if (event.defaultPrevented || !button || button.hasAttribute('aria-busy')) return;
  // The name of the button is part of what is sent: it changes when the form is on its way.
  setTimeout(() => markBusy(button));
});

/** What stood on the buttons that are busy. */
const before = new Map();

function markBusy(button) {
  before.set(button, [...button.childNodes]);
  button.setAttribute('aria-busy', 'true');
  button.disabled = true;
  const words = button.dataset.busy ?? `${button.textContent.trim()}…`;
  // It keeps its width, so that nothing beside it moves.
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = words;
  say(words);
}

/** A browser that comes back to the page shows it as it was left. */
window.addEventListener('pageshow', () => {
  for (const [button, words] of before) {
    button.disabled = false;
    button.removeAttribute('aria-busy');
    button.style.removeProperty('min-width');
    button.replaceChildren(...words);
  }
  before.clear();
});
