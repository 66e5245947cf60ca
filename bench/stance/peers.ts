import { createRequire } from 'node:module';
import type { Model } from 'wink-eng-lite-web-model';
import type { ItsHelpers, WinkMethods } from 'wink-nlp';

/** A sentiment analyzer as it is used today: from a text to a number above or below 0. */
export interface Peer {
  readonly name: string;
  /** What it is given, and what its answer counts as. */
  readonly given: string;
  readonly score: (text: string) => number;
  /** |score| from which it counts as supportive or skeptical; 0 counts any sign. */
  readonly threshold: number;
}

const require = createRequire(import.meta.url);

/** Loaded when called, in the order of the table. */
export function peers(): Peer[] {
  return [sentiment(), naturalAfinn(), vader(), wink(), alwaysNeutral()];
}

/** The package `sentiment`: AFINN-165 and emoji (Nielsen 2011). */
function sentiment(): Peer {
  const Sentiment = require('sentiment') as new () => { analyze(text: string): { score: number } };
  const analyzer = new Sentiment();
  return {
    name: 'sentiment',
    given: 'the paragraph, never the target; by the sign of `score` (its documentation names no threshold)',
    score: (text) => analyzer.analyze(text).score,
    threshold: 0,
  };
}

/** AFINN in the package `natural`, without its stemmer, which lowers it. */
function naturalAfinn(): Peer {
  const Analyzer = require('natural/lib/natural/sentiment/SentimentAnalyzer.js') as new (
    language: string,
    stemmer: null,
    vocabulary: string,
  ) => { getSentiment(words: string[]): number };
  const analyzer = new Analyzer('English', null, 'afinn');
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return {
    name: 'natural (AFINN)',
    given:
      'the words of the paragraph in lower case, without stemmer; by the sign of `getSentiment` (its documentation names no threshold)',
    // It divides by the number of words.
    score: (text) => analyzer.getSentiment(words(text)) || 0,
    threshold: 0,
  };
}

/** VADER (Hutto and Gilbert 2014) in its port to JavaScript. */
function vader(): Peer {
  const { SentimentIntensityAnalyzer } = require('vader-sentiment') as {
    SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
  };
  return {
    name: 'VADER',
    given: 'the paragraph; by `compound`, from 0.05 on either side, as its documentation says',
    score: (text) => SentimentIntensityAnalyzer.polarity_scores(text).compound,
    threshold: 0.05,
  };
}

/** The sentiment of wink-nlp with its English model, mean over the sentences. */
function wink(): Peer {
  const winkNlp = require('wink-nlp') as (
    model: Model,
    pipe: string[],
  ) => WinkMethods & { readonly its: ItsHelpers };
  const nlp = winkNlp(require('wink-eng-lite-web-model') as Model, ['sbd', 'negation', 'sentiment']);
  const { its } = nlp;
  return {
    name: 'wink-nlp',
    given: 'the paragraph; by the sign of `its.sentiment` (its documentation names no threshold)',
    score: (text) => Number(nlp.readDoc(text).out(its.sentiment as never)),
    threshold: 0,
  };
}

function alwaysNeutral(): Peer {
  return { name: 'always neutral', given: 'nothing', score: () => 0, threshold: 0 };
}
