const { writeFileSync } = require('node:fs');

/** Writes the numbers of passed and failed tests to a file. */
module.exports = class ResultsReporter {
  constructor(_config, { file }) {
    this.file = file;
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests }) {
    writeFileSync(this.file, JSON.stringify({ numPassedTests, numFailedTests }));
  }
};
