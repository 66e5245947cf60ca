/** Word lists of a target, with a heading and a note for the page, in order. */
export const TARGET_LISTS = [
  { key: 'aliases', name: 'Names', note: 'They always mean the target.' },
  { key: 'shortForms', name: 'Short forms', note: 'They mean it once the article has named it.' },
  { key: 'activities', name: 'What it does', note: 'Judging the deed judges the target.' },
  { key: 'lookalikes', name: 'Look-alikes', note: 'They contain a name of it and mean something else.' },
  { key: 'proponents', name: 'Proponents', note: 'In their mouth, “we” means the target.' },
  { key: 'critics', name: 'Critics', note: 'Known to oppose it; this alone sets no score.' },
  { key: 'opponents', name: 'Opponents', note: 'Whom it fights: harm done to them is no blame of it.' },
] as const;
