/** A fault in what the user gave; everything else that is thrown is a bug. */
export class InputError extends Error {
  /** Stable, machine-readable, e.g. `unknown-target`. */
  readonly code: string;
  /** The next step, in words a researcher can act on. */
  readonly hint: string;

  constructor(code: string, message: string, hint: string) {
    super(message);
    this.name = 'InputError';
    this.code = code;
    this.hint = hint;
  }
}
