import type { Dropped, Result } from '../../analysis/article/index.js';
import {
  type Card,
  type Chart,
  type EvidenceView,
  formatCount,
  labelView,
  type ReadingUnit,
  type Report,
  type Side,
  type StanceView,
} from '../../analysis/report/index.js';
import { byHandView } from './by-hand.js';
import { downloadGroups } from './downloads.js';
import { HELP } from './help.js';
import { type LeftOutSection, leftOutSection } from './left-out.js';
import { markSegments } from './marks.js';
import { reportHead } from './report-head.js';
import { type ScoreRange, scoreScale } from './score-scale.js';
import { shareBar } from './share-bar.js';
import { listInWords } from './words.js';

/** A link with words after it. */
export interface Link {
  readonly href: string;
  readonly name: string;
  readonly note: string;
}

/** Something to know before reading on. */
export interface Notice {
  readonly heading: string;
  readonly text: string;
  readonly links: readonly Link[];
  readonly isProblem: boolean;
}

/** What the page needs to know besides the report. */
export interface ReportSurroundings {
  /** Every target that the article can be scored towards. */
  readonly targets: readonly { readonly slug: string; readonly name: string }[];
  /** The target shown, as addresses name it. */
  readonly target: string;
  /** The run asked for, or null for the newest. */
  readonly run: string | null;
  readonly runId: string;
  /** Other articles with the same text. */
  readonly copies: readonly Link[];
  /** Counts the changes of the article's corrections. */
  readonly revision: number;
  /** What was left out when the article was read. */
  readonly dropped: readonly Dropped[];
  /** Whether the file that the article came from is kept. */
  readonly hasOriginal: boolean;
  readonly charts: readonly Chart[];
}

/** The values of the report template. */
export function reportPage(report: Report, around: ReportSurroundings): Record<string, unknown> {
  const { result } = report;
  const self = `/articles/${encodeURIComponent(result.articleId)}`;
  const evidence = allEvidence(report.reading);
  const page = `${self}?${queryOf(around)}`;
  const leftOut = leftOutSection(result.articleId, around.dropped, result.corrections ?? []);
  return {
    report,
    self,
    target: around.target,
    head: reportHead(result),
    help: HELP,
    notices: noticesOf(report, around.copies),
    targets: around.targets.map((option) => ({ ...option, isCurrent: option.slug === around.target })),
    downloads: downloadGroups(self, queryOf(around)),
    contents: contentsOf(report, evidence.length > 0, hasLeftOut(leftOut)),
    hasLeftOut: hasLeftOut(leftOut),
    sentence: sentenceOf(report),
    stats: statsOf(report),
    unrelated: labelView('unrelated'),
    shareBar: shareBar(report.summary.shares),
    machineShares: machineShares(report),
    toCheck: toCheckOf(report),
    scoresChart: around.charts.find(({ id }) => id === 'scores') ?? null,
    voicesChart: around.charts.find(({ id }) => id === 'voices') ?? null,
    ...voiceTables(report),
    dimensions: report.dimensions.map((row) => ({
      ...row,
      voices: listInWords(row.voices),
      places: row.units.map((ordinal) => ({ ordinal, name: placeName(report, ordinal) })),
    })),
    reading: report.reading.map((unit) => toReadingRow(unit, result, around)),
    evidence,
    columns: report.columns.map(({ cards, ...column }) => ({
      ...column,
      cards: cards.map((card, index) => toCard(card, column.side, index, result, around)),
    })),
    hasViewpoints: hasViewpoints(report),
    leftOut,
    revision: around.revision,
    leftOutHref: `${page}#left-out`,
    editHref: `${self}/edit`,
    correctionsText: correctionsText(result),
    provenance: provenanceLines(result, around.runId),
    originalHref: around.hasOriginal ? `${self}/original` : null,
  };
}

function hasLeftOut({ dropped, restored, leftOutByHand }: LeftOutSection): boolean {
  return dropped.length + restored.length + leftOutByHand.length > 0;
}

/** How much of the article stands by hand; empty for nothing. */
function correctionsText({ corrections = [] }: Result): string {
  return corrections.length === 0
    ? ''
    : formatCount(corrections.length, 'correction by hand', 'corrections by hand');
}

/** Author, quoted voices, and all together: never one verdict alone. */
function statsOf({ summary, result }: Report) {
  const { author, quoted, whole, intervalText, machine } = summary;
  const stat = (
    heading: string,
    view: StanceView,
    machineView: StanceView | undefined,
    help: string,
    range: ScoreRange | null = null,
  ) => ({
    heading,
    machine: machineView ?? null,
    label: view.label,
    scoreText: view.scoreText,
    scale: scoreScale(view.score, view.scoreText, range),
    rangeText: range === null ? '' : intervalText,
    help,
  });
  return [
    stat('The author’s own voice', author, machine?.author, HELP.author),
    stat('The voices it quotes', quoted, machine?.quoted, HELP.quoted),
    stat(
      'All voices together',
      whole,
      machine?.whole,
      HELP.mean,
      (result.correctedStance ?? result.stance).interval,
    ),
  ];
}

/** The paragraphs whose label a person should check, with the way to each; null for none. */
function toCheckOf({ reading }: Report) {
  const places = reading.filter(({ needsReview }) => needsReview);
  return places.length === 0
    ? null
    : {
        text: `${formatCount(places.length, 'label')} to check by hand:`,
        places: places.map(({ ordinal, place }) => ({ ordinal, name: place })),
      };
}

/** The machine's shares, where labels given by hand made others of them. */
function machineShares({ summary: { machine } }: Report): string {
  const shares = machine?.shares.filter(({ share }) => share > 0) ?? [];
  return shares.map(({ label, shareText }) => `${label.name} ${shareText}`).join(', ');
}

const KINDS = { author: '', named: '', unnamed: 'unnamed', organization: 'organization' } as const;

/** Voices that speak of the target, and the others, which a reader asks for last. */
function voiceTables(report: Report) {
  const rows = report.voices.map((row) => ({
    ...row,
    name: row.voice.name,
    kind: KINDS[row.voice.kind],
    firstPlace: placeName(report, row.first),
  }));
  const others = rows.filter(({ related }) => related === 0);
  return {
    voices: rows.filter(({ related }) => related > 0),
    otherVoices: others,
    otherVoicesText: `${formatCount(others.length, 'voice')} that ${others.length === 1 ? 'does' : 'do'} not speak of the target`,
  };
}

function noticesOf({ result, summary }: Report, copies: readonly Link[]): Notice[] {
  const notices: Notice[] = [];
  if (summary.notScored !== null) {
    notices.push({ heading: 'Not scored.', text: summary.notScored, links: [], isProblem: true });
  } else if (summary.related === 0) {
    const text = `No paragraph refers to the target (${result.target.name}): all ${summary.unrelated} are unrelated, so there is no score. Choose another target if the article is about something else.`;
    notices.push({ heading: 'Not about this target.', text, links: [], isProblem: false });
  }
  if (copies.length > 0) {
    const text = 'The library holds the same text elsewhere too. Each copy counts as an article of its own.';
    notices.push({ heading: 'Same text.', text, links: copies, isProblem: false });
  }
  return notices;
}

/** What addresses carry on: the target, and the run where one was asked for. */
function queryOf({ target, run }: ReportSurroundings): URLSearchParams {
  return new URLSearchParams({ target, ...(run === null ? {} : { run }) });
}

function contentsOf(report: Report, hasEvidence: boolean, hasLeftOut: boolean) {
  const isScored = report.summary.notScored === null;
  const entries = [
    { id: 'summary', name: 'Summary', isShown: hasViewpoints(report) },
    { id: 'viewpoints', name: 'Side by side', isShown: hasViewpoints(report) },
    { id: 'voices', name: 'Voices', isShown: isScored },
    { id: 'text', name: 'Whole text', isShown: true },
    { id: 'evidence', name: 'Every cue', isShown: hasEvidence },
    { id: 'left-out', name: 'Left out', isShown: hasLeftOut },
    { id: 'provenance', name: 'How this was made', isShown: true },
  ];
  return entries.filter(({ isShown }) => isShown);
}

/** Cards stand next to each other only where something is said of the target. */
function hasViewpoints({ summary }: Report): boolean {
  return summary.notScored === null && summary.related > 0;
}

function sentenceOf({ summary }: Report): string {
  const { author, quoted, relatedText } = summary;
  const own =
    author.label.label === 'unrelated'
      ? 'The author says nothing of the target in the author’s own voice'
      : `The author’s own voice is ${author.label.name.toLowerCase()}`;
  const others =
    quoted.label.label === 'unrelated'
      ? 'nobody who is quoted speaks of it'
      : `the voices it quotes are ${quoted.label.name.toLowerCase()}`;
  return `${own}; ${others}. ${relatedText}.`;
}

function placeName({ reading }: Report, ordinal: number): string {
  return reading.find((unit) => unit.ordinal === ordinal)?.place ?? String(ordinal);
}

/** A card with an id that is unique on the page. */
function toCard(card: Card, side: Side, index: number, result: Result, around: ReportSurroundings) {
  return {
    ...card,
    anchor: `${side}-${index + 1}`,
    segments: markSegments(card.segments),
    cuesText: formatCount(card.evidence.length, 'cue'),
    ...correctable(card, result, around),
  };
}

/** What was corrected here, and the way to correct it. */
function correctable(
  unit: Pick<Card, 'ordinal' | 'byHand'> & Partial<Pick<Card, 'voiceByHand'>>,
  result: Result,
  { target }: ReportSurroundings,
) {
  const self = `/articles/${encodeURIComponent(result.articleId)}`;
  return {
    changes: byHandView(unit, result),
    back: `${self}?${new URLSearchParams({ target })}#unit-${unit.ordinal}`,
    correctHref: `${self}/correct?${new URLSearchParams({ target, unit: String(unit.ordinal) })}`,
  };
}

function toReadingRow(unit: ReadingUnit, result: Result, around: ReportSurroundings) {
  const quoted = unit.voices.filter(
    ({ voice, label }) => voice.kind !== 'author' && label.label !== 'unrelated',
  );
  return {
    ...unit,
    segments: markSegments(unit.segments),
    isRelated: unit.label.label !== 'unrelated',
    voicesText: quoted.map(({ voice, label }) => `${voice.name}: ${label.name.toLowerCase()}`).join('; '),
    ...correctable(unit, result, around),
  };
}

/** A cue with the place it stands in. */
type PlacedCue = EvidenceView & { readonly ordinal: number; readonly place: string };

/** Every cue once, by number, though its words may be cut into several segments. */
function allEvidence(reading: readonly ReadingUnit[]): PlacedCue[] {
  const cues = new Map<number, PlacedCue>();
  for (const { segments, ordinal, place } of reading) {
    for (const cue of segments.flatMap(({ evidence }) => evidence)) {
      cues.set(cue.number, { ...cue, ordinal, place });
    }
  }
  return [...cues.values()].sort((a, b) => a.number - b.number);
}

function provenanceLines({ provenance }: Result, runId: string) {
  const models = Object.entries(provenance.models).map(([name, version]) => `${name} ${version}`);
  return [
    { name: 'Program', value: `Standpoint ${provenance.version}` },
    { name: 'Models', value: models.join(', ') || 'none' },
    { name: 'Lexicons', value: provenance.lexicons },
    { name: 'Settings', value: provenance.settings },
    { name: 'Run', value: runId },
  ];
}
