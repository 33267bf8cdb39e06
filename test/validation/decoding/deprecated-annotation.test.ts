import { findKind, type Kind } from '../../../lib/kubernetes/kinds';
import { deprecatedAnnotationFinding } from '../../../lib/validation/decoding/deprecated-annotation';
import { validate } from '../../../lib/validation/validate';
import { deployment } from '../manifests';

const ROLLBACK_TO = 'deprecated.deployment.rollback.to';
const GENERATION = 'deprecated.daemonset.template.generation';

const isRead = (kind: string, name: string, value: string) => {
  const object = { metadata: { annotations: { [name]: value } } };
  return deprecatedAnnotationFinding(object, findKind('apps/v1', kind) as Kind) === undefined;
};

test.each(['0', '+7', '-1', '9223372036854775807', '-9223372036854775808'])('%s can be read', (value) => {
  expect([isRead('Deployment', ROLLBACK_TO, value), isRead('DaemonSet', GENERATION, value)]).toEqual([true, true]);
});

test.each(['x', '1.0', ' 1', '1_000', '9223372036854775808'])('%j cannot', (value) => {
  expect([isRead('Deployment', ROLLBACK_TO, value), isRead('DaemonSet', GENERATION, value)]).toEqual([false, false]);
});

test('an empty text is no revision, but no generation either', () => {
  expect([isRead('Deployment', ROLLBACK_TO, ''), isRead('DaemonSet', GENERATION, '')]).toEqual([true, false]);
});

test('each kind reads its own annotation', () => {
  expect([isRead('Deployment', GENERATION, 'x'), isRead('StatefulSet', ROLLBACK_TO, 'x')]).toEqual([true, true]);
});

test('an object with an annotation that cannot be read is not looked at further', () => {
  const broken = deployment({ replicas: -1 }, { annotations: { [ROLLBACK_TO]: 'x' } });
  const found = validate([broken]).map(({ rule, field }) => [rule, field]);
  expect(found).toEqual([['valid-type', `metadata.annotations[${ROLLBACK_TO}]`]]);
});
