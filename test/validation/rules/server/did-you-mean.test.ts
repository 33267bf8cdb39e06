import { didYouMean } from '../../../../lib/validation/rules/server/did-you-mean';

const WORDS = ['NodePort', 'LoadBalancer'];

test.each([
  ['another case', 'Loadbalancer', { fix: 'Did you mean LoadBalancer?' }],
  ['a slip', 'NodeProt', { fix: 'Did you mean NodePort?' }],
  ['something else', 'Ingress', {}],
  ['nothing', '', {}],
  ['no word', undefined, {}],
])('%s', (_, word, expected) => expect(didYouMean(word, WORDS)).toEqual(expected));
