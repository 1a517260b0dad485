/** Fixtures of the CSL test suite through our own mapping, engines and sessions, where there is a checkout of it. */
import { describe, expect, it } from 'vitest';
import { EXPECTED_FAILURES } from './cslSuite/expectedFailures.ts';
import { type Fixture, readFixtures } from './cslSuite/fixture.ts';
import { runFixture, whyNotRun } from './cslSuite/run.ts';

const CHECKOUT = process.env['DOSSIER_CSL_TESTS'];
const HOW_TO = 'DOSSIER_CSL_TESTS names no checkout of citation-style-language/test-suite';

describe('the CSL test suite', () => {
  it('prints what it should, but for what is listed', (context) => {
    const fixtures = readFixtures(CHECKOUT ?? context.skip(HOW_TO));
    expect(fixtures, `No fixtures in ${CHECKOUT}`).not.toHaveLength(0);
    const run = fixtures.filter((fixture) => whyNotRun(fixture) === null);
    const failures = run.flatMap((fixture) => failureOf(fixture) ?? []);
    const passed = run.length - failures.length;
    const isExpected = ({ name }: Failure): boolean => EXPECTED_FAILURES[name] !== undefined;
    const known = failures.filter(isExpected).length;
    console.info(
      `CSL test suite: ${passed} of ${run.length} fixtures pass, ${known} of the others are expected to fail; ` +
        `${fixtures.length - run.length} ask for what is not printed here (${notRun(fixtures)}).`,
    );
    expect(failures.filter((failure) => !isExpected(failure))).toEqual([]);
    const names = new Set(run.map(({ name }) => name));
    const failed = new Set(failures.map(({ name }) => name));
    const mended = Object.keys(EXPECTED_FAILURES).filter((name) => names.has(name) && !failed.has(name));
    expect(mended, 'These pass: take them off the list').toEqual([]);
  });
});

interface Failure {
  name: string;
  expected: string[];
  printed: string[];
}

/** Addresses are left out of the comparison: the suite's HTML has none. */
function failureOf(fixture: Fixture): Failure | null {
  const show = (texts: ReturnType<typeof runFixture>['printed']): string[] =>
    texts.map((rich) =>
      rich.map(({ text, marks }) => (marks === undefined ? text : `{${marks.join(' ')}: ${text}}`)).join(''),
    );
  try {
    const { printed, expected } = runFixture(fixture);
    const failure = { name: fixture.name, expected: show(expected), printed: show(printed) };
    return failure.expected.join('\n') === failure.printed.join('\n') ? null : failure;
  } catch (error) {
    return { name: fixture.name, expected: [], printed: [String(error)] };
  }
}

function notRun(fixtures: Fixture[]): string {
  const reasons = fixtures.map(whyNotRun).filter((reason) => reason !== null);
  const counts = [...new Set(reasons)].map(
    (reason) => `${reasons.filter((other) => other === reason).length} ${reason}`,
  );
  return counts.join(', ') || 'none';
}
