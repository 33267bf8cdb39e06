import { effectsBetween, object } from '../versions';

type Json = Record<string, unknown>;

const peer = (app: string) => ({ podSelector: { matchLabels: { app } } });
const block = (cidr: string, except?: string[]) => ({ ipBlock: { cidr, ...(except && { except }) } });
const policy = (spec: Json) =>
  object('NetworkPolicy', { spec: { podSelector: { matchLabels: { app: 'web' } }, ...spec } });
const ingress = (...rules: Json[]) => policy({ ingress: rules });
const allowed = ['spec.ingress: ingress is allowed that was not'];

test.each<[string, Json, Json | undefined, string[]]>([
  ['the policy goes', ingress(), undefined, ['its pods take and send what no other policy forbids']],
  [
    'it selects other pods',
    ingress(),
    policy({ ingress: [], podSelector: { matchLabels: { app: 'shop' } } }),
    ['spec.podSelector: pods that it selected may be free now'],
  ],
  [
    'egress is free',
    policy({ policyTypes: ['Ingress', 'Egress'] }),
    policy({ policyTypes: ['Ingress'] }),
    ['spec.policyTypes: egress is no longer limited'],
  ],
  ['a rule is new', ingress(), ingress({ from: [peer('a')] }), allowed],
  ['a peer is new', ingress({ from: [peer('a')] }), ingress({ from: [peer('a'), peer('b')] }), allowed],
  ['all peers are allowed', ingress({ from: [peer('a')] }), ingress({}), allowed],
  ['all ports are allowed', ingress({ ports: [{ port: 80 }] }), ingress({}), allowed],
  ['a port is new', ingress({ ports: [{ port: 80 }] }), ingress({ ports: [{ port: 80 }, { port: 81 }] }), allowed],
  ['a range is wider', ingress({ from: [block('10.0.0.0/16')] }), ingress({ from: [block('10.0.0.0/8')] }), allowed],
  [
    'an exception goes',
    ingress({ from: [block('10.0.0.0/8', ['10.1.0.0/16'])] }),
    ingress({ from: [block('10.0.0.0/8')] }),
    allowed,
  ],
  [
    'egress has a new peer',
    policy({ policyTypes: ['Egress'], egress: [] }),
    policy({ policyTypes: ['Egress'], egress: [{ to: [peer('a')] }] }),
    ['spec.egress: egress is allowed that was not'],
  ],
])('more traffic passes when %s', (_name, before, after, expected) => {
  expect(effectsBetween('loosens-security', before, after)).toEqual(expected);
});

test.each<[string, Json | undefined, Json]>([
  ['the policy is new', undefined, ingress({})],
  ['it selects all pods', ingress(), policy({ ingress: [], podSelector: {} })],
  ['a rule goes', ingress({ from: [peer('a')] }, { from: [peer('b')] }), ingress({ from: [peer('a')] })],
  ['a range is narrower', ingress({ from: [block('10.0.0.0/8')] }), ingress({ from: [block('10.2.0.0/16')] })],
  ['a range of ports is narrower', ingress({ ports: [{ port: 80, endPort: 90 }] }), ingress({ ports: [{ port: 85 }] })],
  [
    'only one port of all',
    ingress({ ports: [{ protocol: 'TCP' }] }),
    ingress({ ports: [{ protocol: 'TCP', port: 80 }] }),
  ],
])('no more traffic passes when %s', (_name, before, after) => {
  expect(effectsBetween('loosens-security', before, after)).toEqual([]);
});
