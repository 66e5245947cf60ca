import type { Study } from '../store/index.js';
import { studyUrl } from './studies-page.js';

/** The values of the template of the form that edits a study. */
export function studyEditPage(
  study: Study,
  targets: readonly { readonly slug: string; readonly name: string }[],
): Record<string, unknown> {
  const url = studyUrl(study.id);
  // A target of the study stays a choice, though it is not among those that are offered.
  const others = study.targets.filter((ref) => !targets.some(({ slug }) => slug === ref));
  const all = [...targets, ...others.map((ref) => ({ slug: ref, name: ref }))];
  return {
    study,
    action: `${url}/edit`,
    studyHref: url,
    targets: all.map(({ slug, name }) => ({
      slug,
      name,
      isChosen: study.targets.includes(slug),
      isFirst: study.targets[0] === slug,
    })),
  };
}
