import { labelView, type Report, toReport, type VoiceRow } from '../../analysis/report/index.js';
import { RESULT, TARGET } from '../report/sample.js';

/** A report with these voices and otherwise that of the ferry article; `textHash` tells articles apart. */
export function reportWith(
  voices: readonly VoiceRow[],
  more: Partial<Report> = {},
  textHash = 'other',
): Report {
  const report = toReport({ ...RESULT, textHash }, TARGET);
  return { ...report, voices, ...more };
}

/** A voice over an article, with what matters for a comparison. */
export function voiceRow(
  name: string,
  kind: VoiceRow['voice']['kind'],
  label: VoiceRow['label']['label'] = 'unrelated',
  more: Partial<VoiceRow> = {},
): VoiceRow {
  const isRelated = label !== 'unrelated';
  const score = { supportive: 0.8, skeptical: -0.8, mixed: 0.1, neutral: 0, unrelated: null }[label];
  return {
    voice: { id: kind === 'author' ? 'author' : name.toLowerCase(), name, kind },
    words: 10,
    wordShare: 0.1,
    wordShareText: '10%',
    paragraphs: 1,
    quotations: 1,
    first: 2,
    last: 2,
    label: labelView(label),
    score,
    scoreText: '',
    machine: null,
    related: isRelated ? 1 : 0,
    ...more,
  };
}
