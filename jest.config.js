// The numbers of passed and failed tests go to the file that PODWRIGHT_TEST_RESULTS names, for CI.
const results = process.env.PODWRIGHT_TEST_RESULTS;

/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/build/'],
  coverageProvider: 'v8',
  collectCoverageFrom: ['lib/**/*.ts', '!lib/**/generated/**'],
  testTimeout: 30_000,
  maxWorkers: '100%',
};
if (results) module.exports.reporters = ['default', ['<rootDir>/test/results-reporter.js', { file: results }]];
