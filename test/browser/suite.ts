import { describe, it } from '@jest/globals';
import { openBrowser, PATH_OF_BROWSER } from './chromium.js';

/** A suite that needs a browser: skipped with a clear line where there is none, failing where CI is set. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (PATH_OF_BROWSER !== undefined) describe(name, suite);
  else if (process.env.CI) describe(name, () => it('needs Chromium', openBrowser));
  else {
    process.stderr.write(`Skipped, no Chromium, Chrome or Edge on PATH: ${name}\n`);
    describe.skip(name, suite);
  }
}
