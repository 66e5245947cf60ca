import type { Result } from '../article/index.js';
import { formatCount } from './format.js';
import type { LabelView } from './labels.js';
import type { EvidenceView } from './segments.js';
import type { StanceView, Summary } from './summary.js';
import { oneLine, type Paint, paintFor, wrap } from './terminal.js';
import type { ReadingUnit, Report } from './viewpoints.js';
import type { VoiceRow } from './voice-rows.js';

/** The terminal that a report is written for. */
export interface TextOptions {
  /** Columns. */
  readonly width: number;
  readonly color: boolean;
}

/** Lines longer than this are hard to read. */
const WIDEST = 100;
/** Below this, tables do not fit. */
const NARROWEST = 60;
const LABEL_WIDTH = 'supportive'.length;
const INDENT = '     ';

/** What the parts of a report share. */
interface Page {
  readonly width: number;
  readonly paint: Paint;
}

/** A framing report to read in a terminal; ends with a line break. */
export function reportText(report: Report, { width, color }: TextOptions): string {
  const page = { width: Math.max(NARROWEST, Math.min(WIDEST, width)), paint: paintFor(color) };
  const parts = [head(report.result, page), summary(report.summary, page)];
  if (report.summary.notScored === null) {
    parts.push(paragraphs(report.reading, page), voices(report.voices, page), dimensions(report, page));
  }
  parts.push(leftOut(report.result, page));
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function head(result: Result, { width, paint }: Page): string[] {
  const title = result.title === null ? '(no title)' : result.title;
  const facts = [
    withBasis(result.outlet ?? 'outlet unknown', result.outletBasis),
    withBasis(result.published ?? 'date unknown', result.publishedBasis),
    result.dateline?.place ?? null,
    result.byline,
    result.source.file === '-' ? 'standard input' : result.source.file,
  ].filter((fact) => fact !== null);
  return [
    ...wrap(title, width).map((line) => paint('bold', line)),
    ...wrap(facts.join(' · '), width).map((line) => paint('dim', line)),
    paint('dim', '─'.repeat(width)),
  ];
}

function withBasis(value: string, basis: string): string {
  return basis === 'inferred' ? `${value} (inferred)` : value;
}

function summary(view: Summary, { width, paint }: Page): string[] {
  const heading = `Toward: ${oneLine(view.targetName, width - 9)}`;
  if (view.notScored !== null) {
    return [paint('bold', heading), ...wrap(`Not scored: ${view.notScored}`, width)];
  }
  if (view.related === 0) {
    const units = formatCount(view.unrelated, 'paragraph');
    return [paint('bold', heading), ...wrap(`Nothing in this article refers to it (${units}).`, width)];
  }
  return [
    paint('bold', heading),
    stanceLine('Article', view.whole, paint),
    stanceLine('Author', view.author, paint),
    stanceLine('Quoted', view.quoted, paint),
    ...interval(view),
    '',
    view.relatedText,
    ...view.shares.map(({ label, share, shareText, count }) => {
      const bar = '█'.repeat(Math.round(share * BAR_WIDTH)).padEnd(BAR_WIDTH, '·');
      return `  ${labelText(label, paint)}  ${paint(label.label, bar)} ${shareText.padStart(4)}  ${count}`;
    }),
  ];
}

const BAR_WIDTH = 30;

function stanceLine(who: string, { label, scoreText }: StanceView, paint: Paint): string {
  return `  ${who.padEnd(8)} ${labelText(label, paint)}  ${scoreText.padStart(5)}`;
}

function interval({ intervalText }: Summary): string[] {
  return intervalText === '' ? [] : [`  Coding uncertainty of the article: ${intervalText} (95%)`];
}

/** Sign and name in a column of its own width. */
function labelText({ label, sign }: LabelView, paint: Paint): string {
  return paint(label, `${sign} ${label.padEnd(LABEL_WIDTH)}`);
}

function paragraphs(units: readonly ReadingUnit[], page: Page): string[] {
  return [page.paint('bold', 'Paragraphs'), ...units.flatMap((unit) => paragraph(unit, page))];
}

function paragraph(unit: ReadingUnit, { width, paint }: Page): string[] {
  const number = unit.role === 'headline' ? 'head' : String(unit.ordinal);
  const text = unit.segments.map((segment) => segment.text).join('');
  const snippet = oneLine(text, width - INDENT.length);
  if (unit.label.label === 'unrelated') {
    return [
      paint('dim', `${number.padStart(4)} ${unit.label.sign} unrelated`),
      paint('dim', INDENT + snippet),
    ];
  }
  const scores = `${unit.scoreText.padStart(5)}  ${unit.confidenceText.padStart(4)}`;
  return [
    `${number.padStart(4)} ${labelText(unit.label, paint)}  ${scores}  ${spokenBy(unit, width)}`,
    paint('dim', INDENT + snippet),
    ...(unit.needsReview ? [`${INDENT}? check by hand: confidence is low`] : []),
    ...strongest(evidenceOf(unit)).flatMap((evidence) => evidenceLines(evidence, width, paint)),
    ...weaker(evidenceOf(unit).length, paint),
  ];
}

/** Who says something of the target, each with the sign of the label. */
function spokenBy({ voices: speakers }: ReadingUnit, width: number): string {
  const related = speakers.filter(({ label }) => label.label !== 'unrelated');
  const texts = related.map(({ voice, label }) => `${voice.name} ${label.sign}`);
  return oneLine(texts.join(', '), width - 32);
}

/** Each piece of evidence once, in the order of the text. */
function evidenceOf({ segments }: ReadingUnit): EvidenceView[] {
  return segments.flatMap(({ evidence, marks }) => evidence.filter(({ number }) => marks.includes(number)));
}

/** Pieces of evidence that are shown of a paragraph; the CSV files list all. */
const MOST_EVIDENCE = 5;

/** The heaviest pieces, in the order of the text. */
function strongest(evidence: readonly EvidenceView[]): EvidenceView[] {
  const byWeight = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const shown = new Set(byWeight.slice(0, MOST_EVIDENCE));
  return evidence.filter((one) => shown.has(one));
}

function weaker(count: number, paint: Paint): string[] {
  const left = count - MOST_EVIDENCE;
  return left <= 0 ? [] : [paint('dim', `${INDENT}and ${formatCount(left, 'weaker cue')}`)];
}

function evidenceLines(evidence: EvidenceView, width: number, paint: Paint): string[] {
  const sign = evidence.direction === 'supportive' ? '▲' : '▼';
  const dimension = evidence.dimensionName === null ? '' : ` [${evidence.dimensionName.toLowerCase()}]`;
  const words = oneLine(evidence.text, width - INDENT.length);
  const lines = wrap(
    `${sign} “${words}” ${evidence.weightText}${dimension} ${evidence.voiceName}: ${evidence.reason}`,
    width - INDENT.length - 2,
  );
  return lines.map((line, index) => `${INDENT}${index === 0 ? '' : '  '}${paint(evidence.direction, line)}`);
}

/** Width of all columns of the voices but the name. */
const VOICE_COLUMNS = 46;

function voices(rows: readonly VoiceRow[], { width, paint }: Page): string[] {
  const longest = Math.min(width - VOICE_COLUMNS, Math.max(...rows.map(({ voice }) => voice.name.length), 4));
  const lines = rows.map((row) => {
    const where = row.first === row.last ? `¶${row.first}` : `¶${row.first}–${row.last}`;
    const name = oneLine(row.voice.name, longest).padEnd(longest);
    const share = row.wordShareText.padStart(4);
    return `  ${name}  ${share} of words  ${where.padEnd(7)} ${labelText(row.label, paint)} ${row.scoreText.padStart(5)}`;
  });
  return lines.length === 0 ? [] : [paint('bold', oneLine('Voices', width)), ...lines];
}

function dimensions({ dimensions: rows }: Report, { width, paint }: Page): string[] {
  if (rows.length === 0) return [];
  const longest = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, supportive, skeptical, voices: speakers }) => {
    const counts = `▲ ${supportive}  ▼ ${skeptical}`;
    const start = `  ${name.padEnd(longest)}  ${counts}  `;
    return start + oneLine(speakers.join(', '), width - start.length);
  });
  return [paint('bold', 'Dimensions'), ...lines];
}

function leftOut({ dropped }: Result, { width, paint }: Page): string[] {
  if (dropped.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { reason } of dropped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => (count === 1 ? reason : `${reason} (${count})`));
  const passages = formatCount(dropped.length, 'passage');
  return wrap(`Left out as page furniture: ${passages}: ${reasons.join('; ')}.`, width).map((line) =>
    paint('dim', line),
  );
}
