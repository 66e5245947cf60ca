/** A short article with furniture around it. */
export const ARTICLE = `Share on social media
1,204 shares

Ministers praise alliance after Brussels talks

BRUSSELS, December 3 - The US-led coalition against Islamic State has seriously weakened the group, the ministers of nine countries said on Wednesday.

"The coalition is doing what it promised, and it is working," said Anna Lind, the foreign minister of Sweden.

Critics in parliament doubted that. "This coalition bombs without a plan," said Piet Maas, a member of the opposition.

The talks will go on in January.

Read also
Markets close higher on Wednesday
`;

/** The line of an article in JSONL. */
export function line(id: string, outlet: string, paragraphs: readonly string[], more: object = {}): string {
  return JSON.stringify({ id, outlet, title: 'A title', published: '2014-12-03', paragraphs, ...more });
}

export const PARAGRAPHS = [
  'The US-led coalition against Islamic State made progress, its spokesman said.',
  'Others called the coalition a failure.',
];
