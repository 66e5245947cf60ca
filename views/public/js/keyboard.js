// Keyboard shortcuts. The list that people read is server/shortcuts.ts.

import { checkRow, moveBy, openRow } from './rows.js';
import { shortcutsAreOn, showSwitch } from './shortcut-switch.js';

/** Milliseconds in which the second key of two has to follow. */
const SECOND_KEY_MS = 1500;

/** Fields in which keys write or choose. */
const FIELDS =
  'input:not([type="checkbox"], [type="radio"], [type="file"], [type="submit"]), textarea, select, [contenteditable]';

const ACTIONS = {
  '?': () => import('./shortcut-help.js').then(({ showShortcuts }) => showShortcuts()),
  '/': focusSearch,
  j: () => moveBy(1),
  k: () => moveBy(-1),
  x: checkRow,
  c: () => document.querySelector('[data-compare]')?.click(),
  e: () => document.querySelector('main [data-edit], main a[href*="/edit"]')?.click(),
  Enter: openRow,
};

let wentAt = Number.NEGATIVE_INFINITY;

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest(FIELDS)) return leaveField(event);
  if (document.querySelector('dialog[open]') || !shortcutsAreOn()) return;
  const isSecond = event.timeStamp - wentAt < SECOND_KEY_MS;
  wentAt = Number.NEGATIVE_INFINITY;
  if (isSecond) return goTo(event);
  if (event.key === 'g') wentAt = event.timeStamp;
  else perform(event);
});

/** Escape leads out of a field, after what the browser itself does with it. */
function leaveField({ key, target }) {
  if (key === 'Escape') target.blur();
}

function goTo(event) {
  const place = [...document.querySelectorAll('[data-go]')].find(({ dataset }) => dataset.go === event.key);
  if (!place) return;
  event.preventDefault();
  place.click();
}

function perform(event) {
  const action = Object.hasOwn(ACTIONS, event.key) ? ACTIONS[event.key] : undefined;
  if (!action) return;
  // Enter on a link or button does what it always does.
  if (event.key !== 'Enter') event.preventDefault();
  action();
}

/** The address of the search field, for pages that have none. */
const SEARCH = '/articles#q';

function focusSearch() {
  const field = document.querySelector('main input[type="search"]');
  if (field) field.select();
  else location.assign(SEARCH);
}

if (location.hash === '#q') focusSearch();
for (const page of document.querySelectorAll('[data-shortcuts]')) showSwitch(page);
