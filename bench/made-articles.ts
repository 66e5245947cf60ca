/** Sentences of our own writing about the coalition, put together in ever new order. */
const SENTENCES = [
  'The coalition has driven the militants out of the valley, Commander Ines Korvin said on Monday.',
  'Critics say the air campaign has achieved little since the spring.',
  '"We have no doubt that the strikes saved this town," the mayor told reporters.',
  'Residents returned to their houses and began to clear the streets.',
  'A spokesman for the ministry warned that the coalition had acted without a mandate.',
  'The price of bread rose again, traders in the market said.',
  'According to two diplomats, the partners could not agree on who should pay.',
  'The weather station expects snow in the mountains.',
] as const;

const PARAGRAPHS_OF_SHORT = 4;

/** JSONL of short articles, no two with the same text. */
export function articleLines(count: number): string {
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify(madeArticle(index, PARAGRAPHS_OF_SHORT)),
  );
  return `${lines.join('\n')}\n`;
}

/** One article with a number of paragraphs of three sentences. */
export function madeArticle(index: number, paragraphs: number) {
  return {
    id: `made-${index}`,
    title: `Report number ${index} from the valley`,
    outlet: `Outlet ${index % 20}`,
    published: `2015-01-${String(1 + (index % 28)).padStart(2, '0')}`,
    paragraphs: Array.from({ length: paragraphs }, (_, ordinal) => madeParagraph(index, ordinal)),
  };
}

function madeParagraph(index: number, ordinal: number): string {
  const start = index + ordinal * 3;
  const sentences = [0, 1, 2].map((step) => SENTENCES[(start + step) % SENTENCES.length]);
  return `${sentences.join(' ')} This was day ${index + ordinal}.`;
}
