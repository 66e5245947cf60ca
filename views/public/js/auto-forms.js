// A choice in a form marked `data-auto` takes effect at once; the style sheet hides its button then.

for (const form of document.querySelectorAll('form[data-auto]')) {
  form.addEventListener('change', () => form.requestSubmit());
}
