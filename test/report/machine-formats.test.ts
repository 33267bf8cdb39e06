import type { Log } from 'sarif';
import { formats } from '../../lib/report/formats';
import { ruleUrl } from '../../lib/report/rule-url';
import { error, info, reportOf } from './example';

const render = (format: string, ...args: Parameters<typeof reportOf>) =>
  formats[format]?.render(reportOf(...args)) ?? '';

test('only text is for people', () => {
  expect(
    Object.entries(formats)
      .filter(([, { machine }]) => !machine)
      .map(([name]) => name),
  ).toEqual(['text']);
});

describe('json', () => {
  test('is the diagnostics, each with its versions', () => {
    expect(JSON.parse(render('json', { '1.35': [error], '1.36': [error, info] }))).toEqual([
      { ...error, kubeVersions: ['1.35', '1.36'] },
      { ...info, kubeVersions: ['1.36'] },
    ]);
  });
  test('is an empty list when there is nothing', () => expect(render('json', { '1.36': [] })).toBe('[]\n'));
});

describe('sarif', () => {
  const log = JSON.parse(render('sarif', { '1.36': [error, info] })) as Log;
  const run = log.runs[0];

  test('is SARIF 2.1.0 with the rules that its results refer to', () => {
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    const rules = run?.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    expect(rules.map(({ helpUri }) => helpUri)).toEqual([
      ruleUrl('unchecked-custom-resource'),
      ruleUrl('valid-container-name'),
    ]);
  });

  test('has the line of code first, the line of YAML second, as valid URIs', () => {
    const result = run?.results?.[0];
    expect(result?.level).toBe('error');
    expect(result?.locations?.map(({ physicalLocation }) => physicalLocation)).toEqual([
      { artifactLocation: { uri: 'src/my%20app.ts' }, region: { startLine: 4, startColumn: 3 } },
    ]);
    expect(result?.relatedLocations?.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri)).toEqual([
      'dist/shop.k8s.yaml',
    ]);
  });

  test('a finding without a place has none', () => {
    expect(run?.results?.[1]).toMatchObject({ level: 'note', locations: [] });
  });
});

describe('junit', () => {
  test('has a suite a version, a failure an error, and escapes what XML does not take', () => {
    const xml = render('junit', { '1.36': [{ ...error, message: `${error.message}\u0000` }, info] });
    expect(xml).toContain('<testsuite name="podwright Kubernetes 1.36" tests="2" failures="1">');
    expect(xml).toContain('message="Invalid value: &quot;&lt;A&amp;B&gt;&quot;: 100% wrong\nreally\ufffd"');
    expect(xml.match(/<failure /g)).toHaveLength(1);
    expect(xml).not.toContain('\u0000');
  });
  test('without findings there is one passed test', () => {
    expect(render('junit', { '1.36': [] })).toContain('<testcase classname="podwright" name="all objects"/>');
  });
});

describe('github', () => {
  test('is one workflow command a finding, at the line of code, escaped', () => {
    expect(render('github', { '1.36': [error, info] })).toBe(
      '::error file=src/my app.ts,line=4,col=3,title=valid-container-name::Deployment/shop/web spec.template.spec.containers[0].name: Invalid value: "<A&B>": 100%25 wrong%0Areally%0AWrite a name.\n' +
        '::notice title=unchecked-custom-resource::Widget/(no name) : not checked\n',
    );
  });
});
