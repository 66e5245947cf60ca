import type { BootstrapOptions } from '../learning/index.js';
import type { Coded, CodedArticle } from './coded.js';
import { type Estimate, estimates } from './estimates.js';
import { accuracy, FOLDED, macroF1 } from './measures.js';

/** Agreement within the lines that share a value: a phenomenon, a register, an outlet. */
export interface Group {
  /** Null for lines that have none. */
  readonly value: string | null;
  readonly articles: number;
  readonly paragraphs: number;
  /** Over three classes. */
  readonly accuracy: Estimate;
  /** Over those of the three classes that people gave in the group: a group may have one alone. */
  readonly macroF1: Estimate;
}

/** The groups of the articles, the least accurate first, then by name. */
export function groupsOf(articles: readonly CodedArticle[], options: BootstrapOptions): Group[] {
  const members = new Map<string | null, CodedArticle[]>();
  for (const article of articles) {
    if (article.coded.length === 0) continue;
    const known = members.get(article.group);
    if (known) known.push(article);
    else members.set(article.group, [article]);
  }
  return [...members]
    .map(([value, own]) => toGroup(value, own, options))
    .sort((a, b) => a.accuracy.value - b.accuracy.value || compareNames(a.value, b.value));
}

function toGroup(value: string | null, articles: readonly CodedArticle[], options: BootstrapOptions): Group {
  const all = articles.flatMap(({ coded }) => coded);
  const classes = FOLDED.filter((name) => all.some(({ folded }) => folded.expected === name));
  const statistics = (coded: readonly Coded[]) => {
    const folded = coded.map((one) => one.folded);
    return { accuracy: accuracy(folded), macroF1: macroF1(folded, classes) };
  };
  return {
    value,
    articles: articles.length,
    paragraphs: all.length,
    ...estimates(articles, statistics, options),
  };
}

function compareNames(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
