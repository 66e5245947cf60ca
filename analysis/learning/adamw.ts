/** Part `[from, to)` of the parameters with a step size and decay of its own. */
export interface AdamGroup {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  /** Share of each parameter that a step takes away, times the rate. */
  readonly decay: number;
}

const BETA = { mean: 0.9, square: 0.99 };
const EPSILON = 1e-8;

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
export class AdamW {
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  private steps = 0;

  constructor(
    private readonly parameters: Float32Array,
    private readonly gradients: Float32Array,
    private readonly groups: readonly AdamGroup[],
  ) {
    this.means = new Float32Array(parameters.length);
    this.squares = new Float32Array(parameters.length);
  }

  /** One step with all rates times `factor`; gradients are left as they are. */
  step(factor: number): void {
    this.steps++;
    const meanCorrection = 1 - BETA.mean ** this.steps;
    const squareCorrection = Math.sqrt(1 - BETA.square ** this.steps);
    for (const group of this.groups) this.stepGroup(group, factor, meanCorrection, squareCorrection);
  }

  private stepGroup(
    { from, to, rate, decay }: AdamGroup,
    factor: number,
    meanFix: number,
    squareFix: number,
  ): void {
    const { parameters, gradients, means, squares } = this;
    const size = rate * factor;
    const keep = 1 - size * decay;
    for (let at = from; at < to; at++) {
      const gradient = gradients[at] ?? 0;
      const mean = BETA.mean * (means[at] ?? 0) + (1 - BETA.mean) * gradient;
      const square = BETA.square * (squares[at] ?? 0) + (1 - BETA.square) * gradient * gradient;
      means[at] = mean;
      squares[at] = square;
      const move = mean / meanFix / (Math.sqrt(square) / squareFix + EPSILON);
      parameters[at] = (parameters[at] ?? 0) * keep - size * move;
    }
  }
}

/** Scales gradients in `[from, to)` so that their norm is at most `largest` (Pascanu et al. 2013). */
export function clipGradients(gradients: Float32Array, from: number, to: number, largest: number): void {
  let sum = 0;
  for (let at = from; at < to; at++) sum += (gradients[at] ?? 0) ** 2;
  const norm = Math.sqrt(sum);
  if (norm <= largest) return;
  const factor = largest / norm;
  for (let at = from; at < to; at++) gradients[at] = (gradients[at] ?? 0) * factor;
}
