// Comforts on top of pages that work without this script.

/** Drop files anywhere on the drop zone, as if picked. */
for (const zone of document.querySelectorAll('[data-dropzone]')) {
  const input = zone.querySelector('input[type="file"]');
  const over = (on) => (event) => {
    event.preventDefault();
    zone.classList.toggle('over', on);
  };
  zone.addEventListener('dragenter', over(true));
  zone.addEventListener('dragover', over(true));
  zone.addEventListener('dragleave', over(false));
  zone.addEventListener('drop', (event) => {
    over(false)(event);
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** Say at once that a submitted form is on its way, and keep it from being sent twice. */
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', () => {
    const button = form.querySelector('button[type="submit"]');
    if (!button) return;
    button.setAttribute('aria-busy', 'true');
    setTimeout(() => {
      button.disabled = true;
    });
  });
}
window.addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('button[aria-busy]')) {
    button.disabled = false;
    button.removeAttribute('aria-busy');
  }
});

/** A choice in a form marked `data-auto` takes effect at once; its button is then not needed. */
for (const form of document.querySelectorAll('form[data-auto]')) {
  form.querySelector('button[type="submit"]')?.classList.add('visually-hidden');
  form.addEventListener('change', () => form.requestSubmit());
}

/** Escape hides the explanation of the evidence under the pointer until the pointer leaves it. */
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') document.body.classList.add('no-tips');
});
for (const type of ['pointerout', 'focusout']) {
  document.addEventListener(type, () => document.body.classList.remove('no-tips'));
}

/** Paper cannot be clicked: everything folded is opened for printing. */
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('.card details')) details.open = true;
});

/** A running import renews its outcome by itself. */
const outcome = document.querySelector('[data-poll]');
if (outcome) renewWhileRunning(outcome);

async function renewWhileRunning(section) {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  const page = response?.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  const renewed = page?.querySelector('[data-outcome]');
  if (renewed) section.replaceChildren(...renewed.childNodes);
  if (!page || renewed?.hasAttribute('data-poll')) setTimeout(() => renewWhileRunning(section), 900);
}

/** Lists whose rows can be checked have more of their own. */
if (document.querySelector('[data-bulk]')) import('/public/js/library.js');

/** Forms of drafts show what the draft would do. */
if (document.querySelector('form[data-draft]')) import('/public/js/preview.js');
