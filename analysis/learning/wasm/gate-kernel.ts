import {
  add,
  addTwo,
  advance,
  bitsOfBoth,
  bitsOfEither,
  type Code,
  constant,
  countdown,
  divideTwo,
  get,
  greatestTwo,
  I32,
  leastTwo,
  loadDoubles,
  loadTwo,
  multiplyTwo,
  negateTwo,
  pairOf,
  set,
  shiftTwo,
  storeDoubles,
  storeTwo,
  subtractTwo,
  truncateTwo,
  V128,
  type WasmFunction,
} from './assembler.js';

/*
 * One step of a gated recurrent layer, two units at a time, in double precision:
 *
 *   reset = sigmoid(x0 + p0); update = sigmoid(x1 + p1); fresh = tanh(x2 + reset * p2)
 *   state = (1 - update) * fresh + update * state
 *
 * x are the gates' inputs, p the recurrent products, each three times the width. Parameters are byte
 * addresses, byte strides, the number of rows and the bytes of one width, a multiple of eight. Rows of
 * products, states and kept gates follow one another. Scratch takes four widths: update and the argument
 * of tanh go there, as two short loops keep a processor busier than a long one.
 */
const [INPUT, INPUT_ROW, PRODUCT, STATE, OUTPUT, OUTPUT_ROW] = [0, 1, 2, 3, 4, 5];
const [ROWS, WIDTH, KEPT, SCRATCH] = [6, 7, 8, 9];
const PARAMETERS = 10;
const UNITS = 2;
const PAIR_BYTES = 4 * UNITS;
const DOUBLES_BYTES = 8 * UNITS;

/** Locals: bytes of a row that are left, and where the pair is in inputs, products, output, kept gates and scratch. */
const [LEFT, X, P, Y, K, S] = [10, 11, 12, 13, 14, 15];
const [RESET, UPDATE, FRESH, RECURRENT] = [16, 17, 18, 19];
const [ARGUMENT, TIMES, HIGH, LOW, SQUARE, NEAR] = [20, 21, 22, 23, 24, 25];
const FIRST_CONSTANT = 26;
const VECTORS = FIRST_CONSTANT - RESET;

/*
 * e^x as fdlibm computes it (Sun Microsystems 1993) and Math.exp of V8 after it, without its branches:
 * x = n ln 2 + r, e^x = 2^n e^r.
 */
const CONSTANTS = {
  one: 1,
  two: 2,
  half: 0.5,
  sign: -0,
  /** Sigmoid and tanh have long reached their limits there, and 2^n is still a number. */
  most: 700,
  least: -700,
  /** Adds the bias of the exponent and leaves the sum in the lowest bits of the fraction. */
  exponent: 1.5 * 2 ** 52 + 1023,
  perLogarithm: Math.LOG2E,
  logarithmHigh: 0.6931471803691238,
  logarithmLow: 1.9082149292705877e-10,
  p1: 0.16666666666666602,
  p2: -2.7777777777015593e-3,
  p3: 6.613756321437934e-5,
  p4: -1.6533902205465252e-6,
  p5: 4.1381367970572385e-8,
};
type ConstantName = keyof typeof CONSTANTS;
const NAMES = Object.keys(CONSTANTS) as ConstantName[];
const FRACTION_BITS = 52;

/** Constants are kept in locals: made anew in each turn they would cost more than the sums. */
const fixed = (name: ConstantName): Code => get(FIRST_CONSTANT + NAMES.indexOf(name));

/** `gate` computes the states, `gateKept` also writes reset, update, fresh and p2 of each row for the way back. */
export function gateFunctions(): WasmFunction[] {
  return [gate('gate', false), gate('gateKept', true)];
}

function gate(name: string, keeps: boolean): WasmFunction {
  const keep = (values: Record<number, number>): Code =>
    keeps
      ? Object.entries(values).flatMap(([k, local]) => storeTwo(widthsAfter(K, Number(k)), get(local)))
      : [];
  const opening: Code = [
    ...set(RESET, sigmoid(addTwo(loadTwo(get(X)), loadTwo(get(P))))),
    ...set(UPDATE, sigmoid(addTwo(loadTwo(widthsAfter(X, 1)), loadTwo(widthsAfter(P, 1))))),
    ...set(RECURRENT, loadTwo(widthsAfter(P, 2))),
    ...set(FRESH, addTwo(loadTwo(widthsAfter(X, 2)), multiplyTwo(get(RESET), get(RECURRENT)))),
    ...keep({ 0: RESET, 1: UPDATE, 3: RECURRENT }),
    ...storeDoubles(get(S), 0, get(UPDATE)),
    ...storeDoubles(get(S), DOUBLES_BYTES, get(FRESH)),
    ...[X, P, K].flatMap((local) => advance(local, constant(PAIR_BYTES))),
    ...advance(S, constant(2 * DOUBLES_BYTES)),
  ];
  const closing: Code = [
    ...set(UPDATE, loadDoubles(get(S), 0)),
    ...set(FRESH, tanh(loadDoubles(get(S), DOUBLES_BYTES))),
    ...keep({ 2: FRESH }),
    ...set(
      FRESH,
      addTwo(
        multiplyTwo(subtractTwo(fixed('one'), get(UPDATE)), get(FRESH)),
        multiplyTwo(get(UPDATE), loadTwo(get(STATE))),
      ),
    ),
    ...storeTwo(get(STATE), get(FRESH)),
    ...storeTwo(get(Y), get(FRESH)),
    ...[Y, K, STATE].flatMap((local) => advance(local, constant(PAIR_BYTES))),
    ...advance(S, constant(2 * DOUBLES_BYTES)),
  ];
  const row: Code = [
    ...set(X, get(INPUT)),
    ...set(P, get(PRODUCT)),
    ...set(Y, get(OUTPUT)),
    ...forAllUnits(opening),
    ...forAllUnits(closing),
    ...advance(INPUT, get(INPUT_ROW)),
    ...advance(OUTPUT, get(OUTPUT_ROW)),
    ...set(PRODUCT, widthsAfter(PRODUCT, 3)),
    ...set(KEPT, widthsAfter(KEPT, 4)),
  ];
  const constants = NAMES.flatMap((each, k) => set(FIRST_CONSTANT + k, pairOf(CONSTANTS[each])));
  const locals = [...Array(RESET - PARAMETERS).fill(I32), ...Array(VECTORS + NAMES.length).fill(V128)];
  return { name, parameters: PARAMETERS, locals, body: [...constants, ...countdown(ROWS, 1, row)] };
}

/** Once for each two units, with the places in scratch and kept gates at their beginning. */
function forAllUnits(body: Code): Code {
  const start = [...set(S, get(SCRATCH)), ...set(K, get(KEPT)), ...set(LEFT, get(WIDTH))];
  return [...start, ...countdown(LEFT, PAIR_BYTES, body)];
}

/** An address and so many widths behind it. */
function widthsAfter(local: number, widths: number): Code {
  let address = get(local);
  for (let k = 0; k < widths; k++) address = add(address, get(WIDTH));
  return address;
}

function sigmoid(x: Code): Code {
  return divideTwo(fixed('one'), addTwo(fixed('one'), exponential(negateTwo(x))));
}

function tanh(x: Code): Code {
  const grown = addTwo(exponential(multiplyTwo(fixed('two'), x)), fixed('one'));
  return subtractTwo(fixed('one'), divideTwo(fixed('two'), grown));
}

function exponential(x: Code): Code {
  const [argument, times, high] = [get(ARGUMENT), get(TIMES), get(HIGH)];
  const [low, near] = [get(LOW), get(NEAR)];
  const halfOfSameSign = bitsOfEither(bitsOfBoth(argument, fixed('sign')), fixed('half'));
  const quotient = divideTwo(multiplyTwo(argument, near), subtractTwo(fixed('two'), near));
  const power = shiftTwo(addTwo(times, fixed('exponent')), FRACTION_BITS);
  return [
    ...set(ARGUMENT, leastTwo(greatestTwo(x, fixed('least')), fixed('most'))),
    ...set(TIMES, truncateTwo(addTwo(multiplyTwo(argument, fixed('perLogarithm')), halfOfSameSign))),
    ...set(HIGH, subtractTwo(argument, multiplyTwo(times, fixed('logarithmHigh')))),
    ...set(LOW, multiplyTwo(times, fixed('logarithmLow'))),
    ...set(ARGUMENT, subtractTwo(high, low)),
    ...set(SQUARE, multiplyTwo(argument, argument)),
    ...set(NEAR, subtractTwo(argument, polynomial())),
    ...multiplyTwo(subtractTwo(fixed('one'), subtractTwo(subtractTwo(low, quotient), high)), power),
  ];
}

/** s (p1 + s (p2 + s (p3 + s (p4 + s p5)))) with s the square of the argument. */
function polynomial(): Code {
  const coefficients: ConstantName[] = ['p4', 'p3', 'p2', 'p1'];
  const inner = coefficients.reduce(
    (sum, each) => addTwo(fixed(each), multiplyTwo(get(SQUARE), sum)),
    fixed('p5'),
  );
  return multiplyTwo(get(SQUARE), inner);
}
