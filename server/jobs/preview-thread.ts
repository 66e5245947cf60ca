import type { Article } from '../../analysis/article/index.js';
import { annotate, notScoredReason, score } from '../../analysis/pipeline.js';
import { provenance, toResult } from '../../analysis/report/index.js';
import { loadResources } from '../../analysis/resources/index.js';
import { mentionsOf } from '../../analysis/stance/index.js';
import type { Preview, PreviewCoding, PreviewSide, PreviewTask } from './preview.js';

/** Codes an article in both ways. */
export default function preview({ article, now, draft }: PreviewTask): Preview {
  return { now: now && code(article, now), draft: code(article, draft) };
}

function code(article: Article, { target, overlay }: PreviewCoding): PreviewSide {
  const resources = loadResources({ overlay });
  const annotated = annotate(article, resources);
  const notScored = notScoredReason(article);
  const scoring = score(annotated, target, resources);
  const result = toResult(annotated, scoring, provenance(resources, { target }), notScored);
  const mentions = notScored === null ? mentionsOf(annotated, target) : { headline: [], body: [] };
  return { result, mentions };
}
