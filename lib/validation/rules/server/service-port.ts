import { dnsLabel, portName, portNumber, qualifiedName } from '../../../kubernetes/formats';
import type { EndpointPort, ServicePort } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid, notSupported, required } from '../../finding';
import { firstPositions } from '../../positions';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const CORE = 'kubernetes pkg/apis/core/validation/validation.go';
const DISCOVERY = 'pkg/apis/discovery/validation/validation.go validatePorts';

/** The ports of a Service, of Endpoints and of EndpointSlices, which share most of their rules. */
export const servicePortRules = defineRules([
  {
    id: 'require-service-port-name',
    summary: 'Every port of a Service or of Endpoints has a name as soon as there are two.',
    why: 'DNS and endpoints tell the ports apart by their names.',
    fix: 'Give each port a name, such as http or metrics.',
    source: `${CORE} validateServicePort, validateEndpointPort`,
    example: {
      bad: 'spec: { ports: [{ port: 80 }, { port: 443 }] }',
      good: 'spec: { ports: [{ name: http, port: 80 }, { name: https, port: 443 }] }',
    },
    visit: {
      Service({ spec }, at, report) {
        requireNames(spec?.ports ?? [], at.child('spec'), report);
      },
      endpointSubset({ ports = [] }, at, report) {
        requireNames(ports, at, report);
      },
    },
  },
  {
    id: 'valid-service-port-name',
    summary: 'The name of a port of a Service or of endpoints is a DNS label.',
    why: 'The name becomes part of the DNS records of the Service.',
    fix: 'Use at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends.',
    source: `${CORE} validateServicePort, validateEndpointPort; ${DISCOVERY}`,
    example: { bad: 'name: HTTP\nport: 80', good: 'name: http\nport: 80' },
    visit: { servicePort: validName, endpointPort: validName, endpointSlicePort: validName },
  },
  {
    id: 'unique-service-port-name',
    summary: 'No two ports of a Service or of an EndpointSlice have the same name.',
    why: 'A port is found by its name.',
    fix: 'Rename one of the ports.',
    source: `${CORE} validateServicePort; ${DISCOVERY}`,
    example: {
      bad: 'spec: { ports: [{ name: http, port: 80 }, { name: http, port: 8080 }] }',
      good: 'spec: { ports: [{ name: http, port: 80 }, { name: admin, port: 8080 }] }',
    },
    visit: {
      Service({ spec }, at, report) {
        const first = firstPositions((spec?.ports ?? []).map(({ name }) => name));
        spec?.ports?.forEach(({ name }, index) => {
          if (name && first[index] !== index)
            report(duplicate(at.down('spec', 'ports').index(index).child('name'), name));
        });
      },
      EndpointSlice({ ports }, at, report) {
        const first = firstPositions((ports ?? []).map(({ name }) => name));
        ports?.forEach(({ name }, index) => {
          if (first[index] !== index) report(duplicate(at.child('ports').index(index).child('name'), name));
        });
      },
    },
  },
  {
    id: 'valid-service-port-number',
    summary: 'A port of a Service or of Endpoints is a number from 1 to 65535.',
    why: 'No other port exists.',
    fix: 'Write a port from 1 to 65535.',
    source: `${CORE} validateServicePort, validateEndpointPort`,
    example: { bad: 'name: http', good: 'port: 80' },
    visit: { servicePort: validNumber, endpointPort: validNumber },
  },
  {
    id: 'unique-service-port',
    summary: 'No two ports of a Service have the same number and protocol.',
    why: 'Traffic to the port could go to only one of the targets.',
    fix: 'Merge the two ports, or change the number of one.',
    source: `${CORE} ValidateService`,
    example: {
      bad: 'spec: { ports: [{ name: a, port: 80 }, { name: b, port: 80, targetPort: 8080 }] }',
      good: 'spec: { ports: [{ name: a, port: 80 }, { name: b, port: 81, targetPort: 8080 }] }',
    },
    visit: {
      Service({ spec }, at, report) {
        const first = firstPositions((spec?.ports ?? []).map(({ port = 0, protocol }) => `${port} ${protocol}`));
        spec?.ports?.forEach(({ port = 0, protocol }, index) => {
          if (first[index] !== index) report(duplicate(at.down('spec', 'ports').index(index), { port, protocol }));
        });
      },
    },
  },
  {
    id: 'valid-service-port-protocol',
    summary: 'The protocol of a port of a Service or of endpoints is TCP, UDP or SCTP.',
    why: 'The cluster routes no other protocol.',
    fix: 'Leave protocol out for TCP, or write UDP or SCTP in capitals; HTTP is an appProtocol.',
    source: `${CORE} validateServicePort, validateEndpointPort; ${DISCOVERY}`,
    example: { bad: 'port: 80\nprotocol: tcp', good: 'port: 80\nprotocol: TCP' },
    visit: { servicePort: validProtocol, endpointPort: validProtocol, endpointSlicePort: validProtocol },
  },
  {
    id: 'valid-target-port',
    summary: 'targetPort is a number from 1 to 65535, or the name of a container port.',
    why: 'Traffic is sent to that port of the pods.',
    fix: 'Write the number without quotes, or the name of a container port: at most 15 of a-z, 0-9 and -.',
    source: `${CORE} ValidatePortNumOrName`,
    example: { bad: 'port: 80\ntargetPort: "8080"', good: 'port: 80\ntargetPort: 8080' },
    visit: {
      servicePort({ targetPort = 0 }, at, report) {
        if (typeof targetPort === 'number') {
          for (const reason of portNumber(targetPort)) report(invalid(at.child('targetPort'), targetPort, reason));
          return;
        }
        const fix = /^[0-9]+$/.test(targetPort) ? `Write ${Number(targetPort)} without quotes.` : undefined;
        for (const reason of portName(targetPort)) report(invalid(at.child('targetPort'), targetPort, reason, { fix }));
      },
    },
  },
  {
    id: 'valid-app-protocol',
    summary: 'appProtocol is a qualified name.',
    why: 'Names without a prefix are those that IANA lists, others carry the domain of whoever made them up.',
    fix: 'Write a name such as http or kubernetes.io/h2c, or leave appProtocol out.',
    source: `${CORE} validateServicePort, validateEndpointPort; ${DISCOVERY}`,
    example: { bad: 'port: 80\nappProtocol: http 2', good: 'port: 80\nappProtocol: http' },
    visit: { servicePort: validAppProtocol, endpointPort: validAppProtocol, endpointSlicePort: validAppProtocol },
  },
]);

type Port = ServicePort | EndpointPort;

function requireNames(ports: readonly Port[], at: FieldPath, report: Report): void {
  if (ports.length < 2) return;
  ports.forEach(({ name }, index) => {
    if (!name) report(required(at.child('ports').index(index).child('name')));
  });
}

function validName({ name }: Port, at: FieldPath, report: Report): void {
  if (!name) return;
  for (const reason of dnsLabel(name)) report(invalid(at.child('name'), name, reason));
}

function validNumber({ port = 0 }: Port, at: FieldPath, report: Report): void {
  for (const reason of portNumber(port)) report(invalid(at.child('port'), port, reason));
}

function validProtocol({ protocol = '' }: Port, at: FieldPath, report: Report): void {
  if (PROTOCOLS.includes(protocol)) return;
  report(notSupported(at.child('protocol'), protocol, PROTOCOLS, didYouMean(protocol, PROTOCOLS)));
}

function validAppProtocol({ appProtocol }: Port, at: FieldPath, report: Report): void {
  if (appProtocol === undefined) return;
  for (const reason of qualifiedName(appProtocol)) report(invalid(at.child('appProtocol'), appProtocol, reason));
}
