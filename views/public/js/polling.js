// What is still running renews its outcome by itself.

const PAUSE_MS = 900;

const outcome = document.querySelector('[data-poll]');
if (outcome) renewWhileRunning(outcome);

async function renewWhileRunning(section) {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  const page = response?.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  const renewed = page?.querySelector('[data-outcome]');
  if (renewed) section.replaceChildren(...renewed.childNodes);
  if (!page || renewed?.hasAttribute('data-poll')) setTimeout(() => renewWhileRunning(section), PAUSE_MS);
}
