// The list of shortcuts over whatever page one is on; it is the one of /shortcuts.

import { showSwitch } from './shortcut-switch.js';
import { say } from './status.js';

const PAGE = '/shortcuts';

let dialog = null;

/** Opens the list; where it cannot be fetched, its page. */
export async function showShortcuts() {
  if (document.querySelector('[data-shortcuts]')) return;
  dialog ??= await makeDialog().catch(() => null);
  if (dialog) dialog.showModal();
  else location.assign(PAGE);
}

async function makeDialog() {
  say('Opening the list of shortcuts…');
  const response = await fetch(PAGE, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const list = page.querySelector('[data-shortcuts]');
  if (!response.ok || !list) return null;
  const made = document.createElement('dialog');
  made.className = 'shortcut-help';
  made.setAttribute('aria-labelledby', 'shortcuts-heading');
  made.append(closeForm(), document.adoptNode(list));
  showSwitch(made);
  document.body.append(made);
  return made;
}

/** A form of the method `dialog` closes it, also by Enter. */
function closeForm() {
  const form = document.createElement('form');
  form.method = 'dialog';
  form.className = 'close';
  const button = document.createElement('button');
  button.className = 'quiet';
  button.textContent = 'Close';
  form.append(button);
  return form;
}
