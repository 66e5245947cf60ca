// Whether shortcuts are on in this browser (WCAG 2.1.4: single keys can be turned off).

const KEY = 'standpoint.shortcuts';

/** Whether a single key does something. */
export function shortcutsAreOn() {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    // A browser that keeps nothing has them on.
    return true;
  }
}

/** Shows the switch inside `place` and lets it work. */
export function showSwitch(place) {
  const row = place.querySelector('[data-shortcut-switch]');
  const box = row?.querySelector('input');
  if (!box) return;
  row.hidden = false;
  box.checked = shortcutsAreOn();
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(KEY, box.checked ? 'on' : 'off');
    } catch {
      box.checked = true;
    }
  });
}
