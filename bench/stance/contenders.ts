import type { Predicted } from '../../analysis/evaluate/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import { type Resources, resolveTarget } from '../../analysis/resources/index.js';
import { articleOf, type Line, mentionsOf } from './lines.js';
import { type Peer, peers } from './peers.js';

/** Something that labels the paragraphs of a line. */
export interface Contender {
  readonly name: string;
  readonly given: string;
  readonly predict: (line: Line) => Predicted[];
}

/** The target of lines that name none. */
const DEFAULT_TARGET = 'coalition';

/** Our scorer and its peers, in the order of the table. */
export function contenders(resources: Resources): Contender[] {
  return [standpoint(resources), ...peers().map(fromPeer)];
}

/** Our scorer with the corpus that comes with the program. */
export function standpoint(resources: Resources): Contender {
  return {
    name: 'standpoint',
    given: 'the whole article, the target, and the mentions where the file gives them',
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

function fromPeer({ name, given, score: scoreOf, threshold }: Peer): Contender {
  return {
    name,
    given,
    predict: (line) => line.paragraphs.map((text) => bySign(scoreOf(text), threshold)),
  };
}

function bySign(value: number, threshold: number): Predicted {
  if (!(Math.abs(value) > 0 && Math.abs(value) >= threshold)) return { label: 'neutral', score: 0 };
  return value > 0 ? { label: 'supportive', score: 1 } : { label: 'skeptical', score: -1 };
}
