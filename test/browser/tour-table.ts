import { parse } from 'csv-parse/sync';

type Row = Readonly<Record<string, string>>;

const LABELS = ['mixed', 'neutral', 'skeptical', 'supportive'];
const SPEAKERS = ['author', 'quoted'] as const;

/** The rows of a table of voices, by column. */
export function rowsOf(csv: string): Row[] {
  return parse(csv, { columns: true });
}

/** What the lines of R in the guide keep: voices in paragraphs, the headline and unrelated ones left out. */
function said(rows: readonly Row[], who: (typeof SPEAKERS)[number]): Row[] {
  return rows.filter(
    ({ paragraph, corrected_label, voice }) =>
      Number(paragraph) > 0 &&
      corrected_label !== 'unrelated' &&
      (voice === 'author' ? 'author' : 'quoted') === who,
  );
}

/** The table of labels by speaker, as lines of the guide. */
export function labelsOf(rows: readonly Row[]): string[] {
  const count = (who: (typeof SPEAKERS)[number], label: string) =>
    said(rows, who).filter(({ corrected_label }) => corrected_label === label).length;
  return [
    `| voice | ${LABELS.join(' | ')} |`,
    ...SPEAKERS.map((who) => `| ${who} | ${LABELS.map((label) => count(who, label)).join(' | ')} |`),
  ];
}

/** Mean score by speaker, as the guide writes it. */
export function meansOf(rows: readonly Row[]): Readonly<Record<(typeof SPEAKERS)[number], string>> {
  const mean = (who: (typeof SPEAKERS)[number]) => {
    const scores = said(rows, who).map(({ corrected_score }) => Number(corrected_score));
    const value = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return value.toFixed(2).replace('-', '−');
  };
  return { author: mean('author'), quoted: mean('quoted') };
}
