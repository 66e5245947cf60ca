import { createRequire } from 'node:module';
import type { Labelled } from '../../analysis/evaluate/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import { type Resources, resolveTarget } from '../../analysis/resources/index.js';
import { articleOf, type Line, mentionsOf } from './lines.js';

/** Something that labels the paragraphs of a line. */
export interface Contender {
  readonly name: string;
  readonly predict: (line: Line) => Labelled[];
}

const require = createRequire(import.meta.url);

/** The target of lines that name none. */
const DEFAULT_TARGET = 'coalition';

/** Our scorer and its peers, in the order of the table. */
export function contenders(resources: Resources): Contender[] {
  return [ours(resources), sentiment(), naturalAfinn(), alwaysNeutral()];
}

function ours(resources: Resources): Contender {
  return {
    name: 'standpoint',
    predict: (line) => {
      const article = articleOf(line);
      const target = resolveTarget(line.target ?? DEFAULT_TARGET, resources);
      const scoring = score(annotate(article, resources), target, resources, {
        mentions: mentionsOf(line, article),
      });
      return scoring.paragraphs.map(({ stance }) => stance);
    },
  };
}

/** The package `sentiment` by the sign of its score, whoever the words are about. */
function sentiment(): Contender {
  const Sentiment = require('sentiment') as new () => { analyze(text: string): { score: number } };
  const analyzer = new Sentiment();
  return {
    name: 'sentiment',
    predict: (line) => line.paragraphs.map((text) => bySign(analyzer.analyze(text).score)),
  };
}

/** AFINN in the package `natural`, without its stemmer (which lowers it), by sign. */
function naturalAfinn(): Contender {
  const Analyzer = require('natural/lib/natural/sentiment/SentimentAnalyzer.js') as new (
    language: string,
    stemmer: null,
    vocabulary: string,
  ) => { getSentiment(words: string[]): number };
  const analyzer = new Analyzer('English', null, 'afinn');
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return {
    name: 'natural (AFINN)',
    predict: (line) =>
      line.paragraphs.map((text) => bySign(text === '' ? 0 : analyzer.getSentiment(words(text)))),
  };
}

function alwaysNeutral(): Contender {
  return { name: 'always neutral', predict: (line) => line.paragraphs.map(() => bySign(0)) };
}

function bySign(score: number): Labelled {
  if (!(Math.abs(score) > 0)) return { label: 'neutral', score: 0 };
  return score > 0 ? { label: 'supportive', score: 1 } : { label: 'skeptical', score: -1 };
}
