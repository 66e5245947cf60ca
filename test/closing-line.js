/** A jest reporter that ends a run with one plain line: "N passed, N failed, N skipped". */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const crashed = results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stdout.write(
      `\n${results.numPassedTests} passed, ${results.numFailedTests + crashed} failed, ${skipped} skipped\n`,
    );
  }
}
