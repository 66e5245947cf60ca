import { formatCount } from '../../analysis/report/index.js';
import { coderId } from '../../analysis/validation/index.js';
import type { Sample } from '../store/index.js';
import { personInWords } from './change-words.js';
import { studyUrl } from './studies-page.js';
import { listInWords, momentInWords } from './words.js';

/** Path of the page of a sample. */
export function sampleUrl(id: string): string {
  return `/validation/${encodeURIComponent(id)}`;
}

/** A sample as programs get it. */
export function toSampleJson(sample: Sample) {
  return { ...sample, url: sampleUrl(sample.id) };
}

/** What can be chosen for a new sample. */
export interface SampleChoices {
  readonly targets: readonly { readonly slug: string; readonly name: string }[];
  readonly studies: readonly { readonly id: string; readonly name: string }[];
  /** The study that the form begins with, as its page leads here. */
  readonly study: string | undefined;
  readonly usualSize: number;
  readonly mostItems: number;
}

/** The values of the template of the list of samples. */
export function validationPage(
  samples: readonly Sample[],
  { targets, studies, study, ...limits }: SampleChoices,
): Record<string, unknown> {
  return {
    samples: samples.map(toRow),
    targets,
    studies: studies.map((one) => ({ ...one, isCurrent: one.id === study })),
    ...limits,
  };
}

function toRow(sample: Sample) {
  const { id, target, drawnAt, items } = sample;
  return {
    href: sampleUrl(id),
    when: momentInWords(drawnAt),
    isoWhen: drawnAt.toISOString(),
    targetName: target.name,
    itemsText: formatCount(items, 'paragraph'),
    ...drawnWords(sample),
    ...stateOf(sample),
  };
}

/** Where a sample comes from and who drew it, in words. */
export function drawnWords({ study, drawnBy }: Sample) {
  return {
    from: study?.name ?? 'the whole library',
    fromHref: study ? studyUrl(study.id) : '/articles',
    drawnBy: personInWords(drawnBy),
  };
}

/** How far the coding of a sample has come, in words; `isDone` where nobody is waited for. */
export function stateOf({ coders, coded, items }: Sample): {
  readonly stateText: string;
  readonly isDone: boolean;
} {
  const back = new Map(coded.map((one) => [coderId(one.coder), one.items]));
  const awaited = coders.filter((name) => !back.has(coderId(name)));
  if (coded.length === 0) {
    const of = coders.length === 0 ? '' : ` of ${listInWords(coders)}`;
    return { stateText: `waiting for the sheets${of}`, isDone: false };
  }
  const done = coded.map(
    (one) => `${one.coder} (${one.items === items ? 'all' : `${one.items} of ${items}`})`,
  );
  const isWhole = coded.every((one) => one.items === items);
  const waiting = awaited.length === 0 ? '' : `; waiting for ${listInWords(awaited)}`;
  return { stateText: `coded by ${listInWords(done)}${waiting}`, isDone: awaited.length === 0 && isWhole };
}
