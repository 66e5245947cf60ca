import type { ShareView } from '../../analysis/report/index.js';

/** Shares as parts of a bar 100 units wide, side by side. */
export function shareBar(shares: readonly Pick<ShareView, 'label' | 'share' | 'shareText'>[]) {
  let x = 0;
  const parts = shares.map(({ label, share }) => {
    const part = { label: label.label, x: x * 100, width: share * 100 };
    x += share;
    return part;
  });
  const named = shares.filter(({ share }) => share > 0);
  const text = named.map(({ label, shareText }) => `${label.name} ${shareText}`).join(', ');
  return { parts: parts.filter(({ width }) => width > 0), text: text || 'No paragraph about the target' };
}
