import { dnsSubdomain } from '../../../kubernetes/formats';
import { HEADLESS, isHeadless, isOnNodes } from '../../../kubernetes/service';
import { forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';
import { reportLabels } from './labels';
import { clusterIPAt } from './service-address';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go ValidateService';

/** A Service: its type, what the type asks for, and which pods it selects. */
export const serviceRules = defineRules([
  {
    id: 'valid-topology-annotations',
    summary: 'The two annotations for topology-aware routing, where both are given, say the same.',
    why: 'topology-aware-hints is the former name of topology-mode.',
    fix: `Keep ${MODE} alone.`,
    source: SOURCE,
    example: {
      bad: `metadata: { name: web, annotations: { ${MODE}: Auto, ${HINTS}: Disabled } }\nspec: { ports: [{ port: 80 }] }`,
      good: `metadata: { name: web, annotations: { ${MODE}: Auto } }\nspec: { ports: [{ port: 80 }] }`,
    },
    visit: {
      Service({ metadata }, at, report) {
        const mode = metadata?.annotations?.[MODE];
        const hints = metadata?.annotations?.[HINTS];
        if (mode === undefined || hints === undefined || mode === hints) return;
        report(invalid(at.down('metadata', 'annotations').key(MODE), mode, `must match annotation ${HINTS}`));
      },
    },
  },
  {
    id: 'require-service-port',
    summary: 'A Service has a port, unless it is headless or of type ExternalName.',
    why: 'An address without ports forwards nothing.',
    fix: 'Add ports, or write clusterIP: None.',
    source: SOURCE,
    example: { bad: 'spec: { selector: { app: web } }', good: 'spec: { ports: [{ port: 80 }] }' },
    visit: {
      Service({ spec = {} }, at, report) {
        if (spec.ports?.length || spec.type === 'ExternalName' || isHeadless(spec)) return;
        report(required(at.down('spec', 'ports')));
      },
    },
  },
  {
    id: 'valid-service-type',
    summary: 'The type of a Service is ClusterIP, NodePort, LoadBalancer or ExternalName.',
    why: 'Kubernetes knows no other way to expose a Service.',
    fix: 'Leave type out for ClusterIP, or write NodePort, LoadBalancer or ExternalName.',
    source: SOURCE,
    example: {
      bad: 'spec: { type: Loadbalancer, ports: [{ port: 80 }] }',
      good: 'spec: { type: LoadBalancer, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        const { type = '' } = spec;
        if (TYPES.includes(type)) return;
        report(notSupported(at.down('spec', 'type'), type, TYPES, didYouMean(type, TYPES)));
      },
    },
  },
  {
    id: 'require-cluster-ip',
    summary: 'A Service of type NodePort or LoadBalancer is not headless.',
    why: 'Both lead to the address of the Service, which a headless one does not have.',
    fix: 'Leave clusterIP out, or the type.',
    source: SOURCE,
    example: {
      bad: 'spec: { type: NodePort, clusterIP: None, ports: [{ port: 80 }] }',
      good: 'spec: { clusterIP: None, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        if (!isOnNodes(spec) || !isHeadless(spec)) return;
        const detail = `may not be ${HEADLESS} for Services of type ${spec.type}`;
        report(invalid(clusterIPAt(spec, at, 0), HEADLESS, detail));
      },
    },
  },
  {
    id: 'valid-external-name',
    summary: 'A Service of type ExternalName names a DNS host.',
    why: 'The cluster answers queries for the Service with an alias to that host.',
    fix: 'Write externalName: db.example.com.',
    source: SOURCE,
    example: {
      bad: 'spec: { type: ExternalName, externalName: "https://db.example.com" }',
      good: 'spec: { type: ExternalName, externalName: db.example.com }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        if (spec.type !== 'ExternalName') return;
        const { externalName = '' } = spec;
        const name = externalName.endsWith('.') ? externalName.slice(0, -1) : externalName;
        if (name === '') report(required(at.down('spec', 'externalName')));
        else for (const reason of dnsSubdomain(name)) report(invalid(at.down('spec', 'externalName'), name, reason));
      },
    },
  },
  {
    id: 'no-external-name-address',
    summary: 'A Service of type ExternalName has neither cluster IPs nor address families.',
    why: 'It is an alias in DNS; no traffic goes through the cluster.',
    fix: 'Leave clusterIP, clusterIPs, ipFamilies and ipFamilyPolicy out.',
    source: SOURCE,
    example: {
      bad: 'spec: { type: ExternalName, externalName: db.example.com, clusterIP: None }',
      good: 'spec: { type: ExternalName, externalName: db.example.com }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        if (spec.type !== 'ExternalName') return;
        const detail = 'may not be set for Services of type ExternalName';
        if (spec.clusterIPs?.length) {
          const place = at.down('spec', spec.clusterIP ? 'clusterIP' : 'clusterIPs');
          report(forbidden(at.down('spec', 'clusterIPs'), detail, { place }));
        }
        if (spec.ipFamilies?.length) report(forbidden(at.down('spec', 'ipFamilies'), detail));
        if (spec.ipFamilyPolicy !== undefined) report(forbidden(at.down('spec', 'ipFamilyPolicy'), detail));
      },
    },
  },
  {
    id: 'valid-service-selector',
    summary: 'The selector of a Service holds label keys and label values.',
    why: 'No pod can carry a label of another form.',
    fix: 'Write the labels as they stand in the pod template.',
    source: SOURCE,
    example: {
      bad: 'spec: { selector: { app: my web }, ports: [{ port: 80 }] }',
      good: 'spec: { selector: { app: web }, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec }, at, report) {
        if (spec?.selector) reportLabels(spec.selector, at.down('spec', 'selector'), report);
      },
    },
  },
]);
