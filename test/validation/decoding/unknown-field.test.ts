import { decode } from '../../../lib/validation/decoding/decode';

const fixes = (value: unknown, type = 'core.v1.Pod', minor = 36) =>
  decode(value, type, minor).findings.map(({ fix }) => fix);
const container = (fields: object) => ({ spec: { containers: [{ name: 'app', ...fields }] } });

test.each<[string, unknown, string]>([
  ['a misspelling', container({ livenessProve: {} }), 'Did you mean livenessProbe?'],
  ['a misspelling below', container({ livenessProbe: { httpGet: { prot: 22 } } }), 'Did you mean port?'],
  ['path', container({ livenessProbe: { httpGet: { patch: '/' } } }), 'Did you mean path?'],
  ['another spelling', container({ image_pull_policy: 'Always' }), 'Did you mean imagePullPolicy?'],
  [
    'a probe beside the containers',
    { spec: { containers: [], livenessProbe: {} } },
    'It belongs inside an item of containers.',
  ],
  ['an image beside the containers', { spec: { image: 'nginx' } }, 'It belongs inside an item of containers.'],
  ['labels at the top', { labels: {} }, 'It belongs inside metadata.'],
  ['containers at the top', { containers: [] }, 'It belongs inside spec.'],
  ['nothing near', container({ zzzzzz: 1 }), 'Known here: '],
])('says what to do about %s', (_name, value, fix) => expect(fixes(value)).toEqual([expect.stringContaining(fix)]));

test('a field of a template is placed over two levels', () => {
  expect(fixes({ spec: { containers: [] } }, 'apps.v1.Deployment')).toEqual(['It belongs inside spec of template.']);
});

test('a misspelling beside the field that was meant is to be removed', () => {
  expect(fixes(container({ stdinOnce: true, stdinonce: true }))).toEqual(['Remove it: stdinOnce is there already.']);
});
