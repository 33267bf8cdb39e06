import { ingressPathRules } from '../../../../lib/validation/rules/server/ingress-path';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const backend = { service: { name: 'web', port: { number: 80 } } };
const ingress = (...paths: object[]) =>
  object('networking.k8s.io/v1', 'Ingress', { spec: { rules: [{ http: { paths } }] } });
const routed = (path: string, pathType: string) => ingress({ path, pathType, backend });
const PATH = 'spec.rules[0].http.paths[0]';

testRules(ingressPathRules, {
  'require-ingress-path': {
    valid: {
      'a path': routed('/', 'Prefix'),
      'a rule without http': object('networking.k8s.io/v1', 'Ingress', { spec: { rules: [{}] } }),
    },
    invalid: { 'no paths': [ingress(), 'spec.rules[0].http.paths: FieldValueRequired'] },
  },
  'valid-path-type': {
    valid: { Exact: routed('/', 'Exact'), ImplementationSpecific: routed('', 'ImplementationSpecific') },
    invalid: {
      none: [ingress({ path: '/', backend }), `${PATH}.pathType: FieldValueRequired`],
      'lower case': [routed('/', 'prefix'), `${PATH}.pathType: FieldValueNotSupported`],
    },
  },
  'valid-ingress-path': {
    valid: {
      'a regular expression': routed('/a(/|$)(.*)', 'Prefix'),
      'a relative path without a type': ingress({ path: 'api', backend }),
      'an empty path for the controller': routed('', 'ImplementationSpecific'),
      'two slashes for the controller': routed('//', 'ImplementationSpecific'),
    },
    invalid: {
      'no path': [ingress({ pathType: 'Prefix', backend }), `${PATH}.path: FieldValueInvalid`],
      'two slashes': [routed('/a//b', 'Exact'), `${PATH}.path: FieldValueInvalid`],
      'an escaped slash': [routed('/a%2Fb', 'Exact'), `${PATH}.path: FieldValueInvalid`],
      'a dotted end': [routed('/a/..', 'Prefix'), `${PATH}.path: FieldValueInvalid`],
      'two faults': [routed('a/./b', 'Prefix'), `${PATH}.path: FieldValueInvalid`, `${PATH}.path: FieldValueInvalid`],
      'a relative path for the controller': [
        routed('api', 'ImplementationSpecific'),
        `${PATH}.path: FieldValueInvalid`,
      ],
    },
  },
});
