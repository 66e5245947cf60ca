import type { Label } from '../../analysis/article/index.js';
import type { Field } from '../../analysis/evaluate/index.js';
import { formatCount, labelView } from '../../analysis/report/index.js';
import {
  type CodedParagraph,
  codedParagraphs,
  drawnStrata,
  type KeyedItem,
  populationOf,
  type SheetItem,
  strataNotes,
  summaryOf,
} from '../../analysis/validation/index.js';
import type { Sample, StoredSheet } from '../store/index.js';
import type { SampleFigures } from '../validations.js';
import { personInWords } from './change-words.js';
import { VALIDATION_HELP } from './help.js';
import { figuresView } from './validation-figures.js';
import { drawnWords, sampleUrl, stateOf } from './validation-page.js';
import { listInWords, momentInWords } from './words.js';

/** What the page of a sample is made of. */
export interface SampleContents {
  readonly sample: Sample;
  readonly key: readonly KeyedItem[];
  readonly texts: readonly SheetItem[];
  readonly sheets: readonly StoredSheet[];
  /** Null where nobody coded the field yet. */
  readonly figures: SampleFigures | null;
  readonly query: SampleQuery;
}

/** Which part of the figures is looked at. */
export interface SampleQuery {
  readonly field: Field;
  readonly show: 'program' | 'coders';
  /** Label by most coders and by the program of the paragraphs listed. */
  readonly coded?: Label | undefined;
  readonly scored?: Label | undefined;
}

/** What of an upload could not be taken. */
export interface SheetProblem {
  readonly message: string;
  readonly hint: string;
}

/** Paragraphs that the list shows at once: a page that can still be looked over. */
const SHOWN_AT_ONCE = 8;
/** Paragraphs that it holds; the table of codings has all. */
const MOST_LISTED = 50;

/** The values of the template of one sample. */
export function samplePage(
  contents: SampleContents,
  problems: readonly SheetProblem[] = [],
): Record<string, unknown> {
  const { sample, key, texts, sheets, figures, query } = contents;
  const url = sampleUrl(sample.id);
  return {
    url,
    heading: `Sample of ${formatCount(sample.items, 'paragraph')}`,
    targetName: sample.target.name,
    targetHref: `/targets/${encodeURIComponent(sample.target.ref)}`,
    when: momentInWords(sample.drawnAt),
    isoWhen: sample.drawnAt.toISOString(),
    ...drawnWords(sample),
    ...stateOf(sample),
    ...strataView(sample, key),
    sheetLinks: sheetLinks(sample),
    missingText:
      sample.items === texts.length
        ? null
        : `${formatCount(sample.items - texts.length, 'paragraph')} left out: the articles were deleted since.`,
    problems: problemGroups(problems),
    sheets: sheets.map((sheet) => sheetRow(sheet, url)),
    field: query.field,
    fields: fieldLinks(contents),
    isCoded: figures !== null,
    figures:
      figures &&
      figuresView(figures.validation, (coded, scored) =>
        addressOf(url, { ...query, coded: coded as Label, scored: scored as Label }),
      ),
    disagreements: figures && disagreementsView(contents, figures),
    csvHref: withQuery(`${url}.csv`, { ...fieldQuery(query) }),
    excelHref: withQuery(`${url}.csv`, { ...fieldQuery(query), for: 'excel' }),
    jsonHref: withQuery(`${url}.json`, fieldQuery(query)),
    codingsHref: withQuery(`${url}/codings.csv`, fieldQuery(query)),
    help: VALIDATION_HELP,
  };
}

/** What is mended in one way stands together, so that the way is said once. */
function problemGroups(problems: readonly SheetProblem[]) {
  return [...new Set(problems.map(({ hint }) => hint))].map((hint) => ({
    hint,
    messages: problems.filter((one) => one.hint === hint).map(({ message }) => message),
  }));
}

function strataView({ stratify, isBlind, seed, wanted }: Sample, key: readonly KeyedItem[]) {
  const strata = drawnStrata(key);
  const by = stratify.length === 0 ? 'nothing but whether they are related' : listInWords(stratify);
  return {
    strata,
    strataNotes: strataNotes(strata),
    drawText: `${key.length} of ${populationOf(key).toLocaleString('en')} paragraphs${key.length < wanted ? ', which is all there are' : ''}, stratified by ${by}; ${isBlind ? 'blind: without outlet and date' : 'with outlet and date'}; seed ${seed}`,
  };
}

function sheetLinks({ id, coders }: Sample) {
  const href = `${sampleUrl(id)}/sheet.csv`;
  if (coders.length === 0) return [{ name: 'Coding sheet', href }];
  return coders.map((coder, at) => ({ name: `Sheet for ${coder}`, href: `${href}?coder=${at + 1}` }));
}

function sheetRow(sheet: StoredSheet, url: string) {
  const { coders, filled } = summaryOf(sheet, 'unit');
  const author = summaryOf(sheet, 'author');
  return {
    file: sheet.file,
    coders: listInWords([...new Set([...coders, ...author.coders])]),
    filledText: `${filled} of ${formatCount(sheet.items, 'row')}`,
    authorText: author.filled === 0 ? null : `${author.filled} with the author’s own voice`,
    by: personInWords(sheet.broughtBy),
    when: momentInWords(sheet.broughtAt),
    removeAction: `${url}/sheets/${encodeURIComponent(sheet.id)}/remove`,
  };
}

/** The fields that people coded, where they coded both. */
function fieldLinks({ sample, sheets, query }: SampleContents) {
  const codesBoth = sheets.some((sheet) => summaryOf(sheet, 'author').filled > 0);
  if (!codesBoth && query.field === 'unit') return [];
  const url = sampleUrl(sample.id);
  return [
    { name: 'Paragraph as a whole', href: url, isCurrent: query.field === 'unit' },
    { name: 'Author’s own voice', href: `${url}?field=author`, isCurrent: query.field === 'author' },
  ];
}

function disagreementsView({ sample, texts, query }: SampleContents, { codings }: SampleFigures) {
  const url = sampleUrl(sample.id);
  const all = codedParagraphs(codings, query.field);
  const [program, coders] = [all.filter((one) => one.programDiffers), all.filter((one) => one.codersDiffer)];
  const { coded, scored } = query;
  const fitting = (query.show === 'program' ? program : coders).filter(
    (one) => (coded ?? one.majority) === one.majority && (scored ?? one.machine) === one.machine,
  );
  const textOf = new Map(texts.map((item) => [item.itemId, item]));
  const listed = fitting
    .slice(0, MOST_LISTED)
    .map((one) => disagreementRow(one, sample, textOf.get(one.item.itemId), query.field));
  const tab = (show: SampleQuery['show'], name: string, count: number) => ({
    name: `${name} (${count})`,
    href: `${addressOf(url, { field: query.field, show })}#disagreements`,
    isCurrent: query.show === show,
  });
  return {
    tabs: [
      tab('program', 'Program against people', program.length),
      ...(codings.coders.length > 1 ? [tab('coders', 'Coders among themselves', coders.length)] : []),
    ],
    filterText: coded && scored ? `${coded} by people, ${scored} by the program` : null,
    clearHref: `${addressOf(url, { field: query.field, show: query.show })}#disagreements`,
    rows: listed.slice(0, SHOWN_AT_ONCE),
    others: listed.slice(SHOWN_AT_ONCE),
    othersText: `Show ${listed.length - SHOWN_AT_ONCE} more`,
    moreText:
      fitting.length > MOST_LISTED
        ? `${fitting.length - MOST_LISTED} more are in the table of codings.`
        : null,
  };
}

function disagreementRow(
  { item, given, majority, machine }: CodedParagraph,
  { target }: Sample,
  text: SheetItem | undefined,
  field: Field,
) {
  const query = new URLSearchParams({ target: target.ref, run: item.runId });
  return {
    title: text?.title ?? null,
    outlet: text?.outlet ?? null,
    text: text?.text ?? null,
    place: `¶ ${item.ordinal}`,
    href: text ? `/articles/${encodeURIComponent(item.articleId)}?${query}#unit-${item.ordinal}` : null,
    machine: labelView(machine),
    // The key holds how sure the program is of the whole paragraph only.
    confidenceText: field === 'unit' ? `${Math.round(item.machine.confidence * 100)}% sure` : '',
    majority: majority && labelView(majority),
    given: given.map(({ coder, label, note }) => ({ coder, label: labelView(label), note })),
  };
}

function addressOf(url: string, { field, show, coded, scored }: SampleQuery): string {
  return withQuery(url, {
    ...fieldQuery({ field }),
    ...(show === 'program' ? {} : { show }),
    ...(coded && scored ? { coded, scored } : {}),
  });
}

function fieldQuery({ field }: Pick<SampleQuery, 'field'>): Record<string, string> {
  return field === 'unit' ? {} : { field };
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const written = new URLSearchParams(query).toString();
  return written === '' ? path : `${path}?${written}`;
}
