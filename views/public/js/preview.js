/** A draft is tried on the chosen article again after each pause in writing. */
for (const form of document.querySelectorAll('form[data-draft]')) renewPreview(form);

function renewPreview(form) {
  const place = form.querySelector('[data-preview]');
  let timer;
  let asked = 0;
  const renew = async () => {
    const turn = ++asked;
    place.setAttribute('aria-busy', 'true');
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.dataset.draft, {
      method: 'POST',
      body,
      headers: { accept: 'text/html' },
    }).catch(() => null);
    if (turn !== asked) return;
    place.removeAttribute('aria-busy');
    if (!response?.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const renewed = page.querySelector('[data-preview]');
    if (turn !== asked || !renewed) return;
    place.replaceChildren(...renewed.childNodes);
    const articles = page.querySelector('#article');
    if (articles) form.querySelector('#article').replaceChildren(...articles.children);
  };
  const later = (event) => {
    // What is noted for other people changes no score.
    if (event.target.id === 'note' || event.target.id === 'reason') return;
    clearTimeout(timer);
    timer = setTimeout(renew, 700);
  };
  form.addEventListener('input', later);
  form.querySelector('[data-preview-button]').addEventListener('click', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void renew();
  });
}
