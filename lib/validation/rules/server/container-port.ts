import { portName, portNumber } from '../../../kubernetes/formats';
import { duplicate, invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** The ports of a container, each by itself and within its container. */
export const containerPortRules = defineRules([
  {
    id: 'valid-container-port-name',
    summary:
      'A port name has at most 15 of a-z, 0-9 and -, with a letter in it, no - at either end and no two in a row.',
    why: 'Services and probes refer to the port by this name, which follows the names of IANA services.',
    fix: 'Write a short name in lower case, such as http or grpc-web.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerPorts, IsValidPortName',
    example: { bad: 'name: HTTP\ncontainerPort: 8080', good: 'name: http\ncontainerPort: 8080' },
    visit: {
      containerPort({ name }, at, report) {
        if (!name) return;
        for (const reason of portName(name)) report(invalid(at.child('name'), name, reason));
      },
    },
  },
  {
    id: 'unique-container-port-name',
    summary: 'No two ports of a container have the same name.',
    why: 'A name that a Service or a probe refers to must lead to one port.',
    fix: 'Give each port a name of its own.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerPorts',
    example: {
      bad: 'ports: [{ name: http, containerPort: 8080 }, { name: http, containerPort: 8081 }]',
      good: 'ports: [{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 8081 }]',
    },
    visit: {
      container({ ports }, at, report) {
        if (ports === undefined || ports.length < 2) return;
        const names = new Set<string>();
        ports.forEach(({ name }, index) => {
          if (!name || portName(name).length > 0) return;
          if (names.has(name)) report(duplicate(at.child('ports').index(index).child('name'), name));
          else names.add(name);
        });
      },
    },
  },
  {
    id: 'require-container-port',
    summary: 'Every port has a containerPort.',
    why: 'A port without a number says nothing.',
    fix: 'Write the number that the process listens on.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerPorts',
    example: { bad: 'name: http', good: 'name: http\ncontainerPort: 8080' },
    visit: {
      containerPort({ containerPort }, at, report) {
        if (!containerPort) report(required(at.child('containerPort')));
      },
    },
  },
  {
    id: 'valid-container-port',
    summary: 'containerPort is between 1 and 65535.',
    why: 'Network protocols have no other ports.',
    fix: 'Write the number that the process listens on.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerPorts, IsValidPortNum',
    example: { bad: 'containerPort: 80800', good: 'containerPort: 8080' },
    visit: {
      containerPort({ containerPort }, at, report) {
        if (!containerPort) return;
        for (const reason of portNumber(containerPort))
          report(invalid(at.child('containerPort'), containerPort, reason));
      },
    },
  },
  {
    id: 'valid-host-port',
    summary: 'hostPort is between 1 and 65535, or 0 for none.',
    why: 'Network protocols have no other ports.',
    fix: 'Leave hostPort out, unless the port of the node itself is meant.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerPorts, IsValidPortNum',
    example: { bad: 'containerPort: 8080\nhostPort: 80800', good: 'containerPort: 8080\nhostPort: 8080' },
    visit: {
      containerPort({ hostPort }, at, report) {
        if (!hostPort) return;
        for (const reason of portNumber(hostPort)) report(invalid(at.child('hostPort'), hostPort, reason));
      },
    },
  },
  {
    id: 'valid-port-protocol',
    summary: 'The protocol of a container port is TCP, UDP or SCTP, in capitals.',
    why: 'The network of a cluster carries no other protocol to a port.',
    fix: 'Write one of the three, or leave protocol out for TCP.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerPorts',
    example: { bad: 'containerPort: 8080\nprotocol: tcp', good: 'containerPort: 8080\nprotocol: TCP' },
    visit: {
      containerPort({ protocol }, at, report) {
        if (protocol && !PROTOCOLS.includes(protocol))
          report(notSupported(at.child('protocol'), protocol, PROTOCOLS, didYouMean(protocol, PROTOCOLS)));
      },
    },
  },
]);
