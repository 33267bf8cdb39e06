import { isExternallyAccessible } from '../../../kubernetes/defaults/service';
import { portNumber } from '../../../kubernetes/formats';
import { invalid, notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const AFFINITIES = ['ClientIP', 'None'];
const POLICIES = ['Cluster', 'Local'];
const DISTRIBUTIONS = ['PreferClose', 'PreferSameNode', 'PreferSameZone'];
const FIRST_DISTRIBUTIONS = ['PreferClose'];
/** The first minor that tells the same node and the same zone apart. */
const SAME_NODE_SINCE = 34;
/** One day. */
const LONGEST_AFFINITY_SECONDS = 86400;
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';

/** Where a Service sends the traffic that it gets. */
export const serviceTrafficRules = defineRules([
  {
    id: 'valid-session-affinity',
    summary: 'sessionAffinity is ClientIP or None.',
    why: 'Clients can be told apart by their address only.',
    fix: 'Leave sessionAffinity out, or write ClientIP.',
    source: `${SOURCE} ValidateService`,
    example: {
      bad: 'spec: { sessionAffinity: Cookie, ports: [{ port: 80 }] }',
      good: 'spec: { sessionAffinity: ClientIP, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        const { sessionAffinity = '' } = spec;
        if (AFFINITIES.includes(sessionAffinity)) return;
        const field = at.down('spec', 'sessionAffinity');
        report(notSupported(field, sessionAffinity, AFFINITIES, didYouMean(sessionAffinity, AFFINITIES)));
      },
    },
  },
  {
    id: 'valid-session-affinity-timeout',
    summary: 'A client is sent to the same pod for 1 to 86400 seconds.',
    why: 'The server keeps an affinity for one day at most.',
    fix: 'Leave timeoutSeconds out for three hours, or write a number from 1 to 86400.',
    source: `${SOURCE} validateClientIPAffinityConfig`,
    example: {
      bad: 'spec: { sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 0 } }, ports: [{ port: 80 }] }',
      good: 'spec: { sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } }, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        const seconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
        if (spec.sessionAffinity !== 'ClientIP' || seconds === undefined) return;
        if (seconds > 0 && seconds <= LONGEST_AFFINITY_SECONDS) return;
        const field = at.down('spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
        report(invalid(field, seconds, `must be from 1 to ${LONGEST_AFFINITY_SECONDS}`));
      },
    },
  },
  {
    id: 'valid-external-traffic-policy',
    summary: 'externalTrafficPolicy is Cluster or Local, and only on Services that are reachable from outside.',
    why: 'It says what nodes do with traffic from outside the cluster.',
    fix: 'Write Cluster or Local on a NodePort or LoadBalancer, and leave the field out elsewhere.',
    source: `${SOURCE} validateServiceExternalTrafficPolicy`,
    example: {
      bad: 'spec: { externalTrafficPolicy: Local, ports: [{ port: 80 }] }',
      good: 'spec: { type: NodePort, externalTrafficPolicy: Local, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report, { minor }) {
        const { externalTrafficPolicy: policy } = spec;
        if (!policy) return;
        const field = at.down('spec', 'externalTrafficPolicy');
        if (!isExternallyAccessible(spec, minor))
          report(invalid(field, policy, 'may only be set for Services that are reachable from outside'));
        else if (!POLICIES.includes(policy))
          report(notSupported(field, policy, POLICIES, didYouMean(policy, POLICIES)));
      },
    },
  },
  {
    id: 'valid-health-check-node-port',
    summary: 'healthCheckNodePort is a port, on a LoadBalancer with externalTrafficPolicy Local.',
    why: 'Only then does a load balancer have to ask nodes whether they have a pod of the Service.',
    fix: 'Leave healthCheckNodePort to the server.',
    source: `${SOURCE} validateServiceExternalTrafficPolicy`,
    example: {
      bad: 'spec: { type: LoadBalancer, healthCheckNodePort: 32000, ports: [{ port: 80 }] }',
      good: 'spec: { type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 32000, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        const { healthCheckNodePort: port } = spec;
        if (!port) return;
        const field = at.down('spec', 'healthCheckNodePort');
        if (spec.type !== 'LoadBalancer' || spec.externalTrafficPolicy !== 'Local')
          report(invalid(field, port, 'may only be set on a LoadBalancer with externalTrafficPolicy Local'));
        else for (const reason of portNumber(port)) report(invalid(field, port, reason));
      },
    },
  },
  {
    id: 'valid-internal-traffic-policy',
    summary: 'internalTrafficPolicy is Cluster or Local.',
    why: 'Traffic from within the cluster goes to all pods, or to those on the same node.',
    fix: 'Leave internalTrafficPolicy out for Cluster, or write Local.',
    source: `${SOURCE} validateServiceInternalTrafficFieldsValue`,
    example: {
      bad: 'spec: { internalTrafficPolicy: local, ports: [{ port: 80 }] }',
      good: 'spec: { internalTrafficPolicy: Local, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        const { internalTrafficPolicy: policy } = spec;
        if (policy === undefined || POLICIES.includes(policy)) return;
        report(notSupported(at.down('spec', 'internalTrafficPolicy'), policy, POLICIES, didYouMean(policy, POLICIES)));
      },
    },
  },
  {
    id: 'valid-traffic-distribution',
    summary: 'trafficDistribution is a preference that the Kubernetes version knows.',
    why: 'Kubernetes cannot weigh pods by another preference.',
    fix: 'Write PreferClose, or from Kubernetes 1.34 PreferSameZone or PreferSameNode.',
    source: `${SOURCE} validateServiceTrafficDistribution`,
    since: 31,
    example: {
      bad: 'spec: { trafficDistribution: preferClose, ports: [{ port: 80 }] }',
      good: 'spec: { trafficDistribution: PreferClose, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report, { minor }) {
        const { trafficDistribution: distribution } = spec;
        if (distribution === undefined) return;
        const known = minor >= SAME_NODE_SINCE ? DISTRIBUTIONS : FIRST_DISTRIBUTIONS;
        if (known.includes(distribution)) return;
        const field = at.down('spec', 'trafficDistribution');
        report(notSupported(field, distribution, known, didYouMean(distribution, known)));
      },
    },
  },
]);
