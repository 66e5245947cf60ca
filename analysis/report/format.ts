/** What stands where there is no number. */
const MISSING = '–';

/** A score or weight with its sign and a true minus: `+0.62`, `−0.40`, `0.00`; `–` where missing. */
export function formatScore(score: number | null): string {
  return score === null ? MISSING : signed(score, 2);
}

/** A weight in log-odds: `+1.2`. */
export function formatWeight(weight: number): string {
  return signed(weight, 1);
}

/** A coefficient such as alpha, with a true minus: `0.80`, `−0.03`; `–` where there is none. */
export function formatCoefficient(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  return signed(value, 2).replace('+', '');
}

/** A share or probability in whole percent: `62%`. */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A count with its noun: `1 paragraph`, `3 paragraphs`. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

function signed(value: number, digits: number): string {
  const rounded = value.toFixed(digits);
  if (Number(rounded) === 0) return (0).toFixed(digits);
  return value > 0 ? `+${rounded}` : `−${rounded.slice(1)}`;
}
