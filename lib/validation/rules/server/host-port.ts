import type { ContainerPort } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid } from '../../finding';
import { defineRules, type Report } from '../../rule';

/** The ports of the node that the containers of a pod take. */
export const hostPortRules = defineRules([
  {
    id: 'unique-host-port',
    summary: 'No two ports take the same hostPort with the same protocol and hostIP.',
    why: 'A port of the node can be given once; the apps of a pod run together, its init containers each by themselves.',
    fix: 'Use another hostPort, or none.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go AccumulateUniqueHostPorts, validateContainers, validateInitContainers',
    example: {
      bad: 'containers: [{ name: app, image: a, ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }] }]',
      good: 'containers: [{ name: app, image: a, ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 81 }] }]',
    },
    visit: {
      podSpec({ containers, initContainers }, at, report) {
        if (containers?.some(hasPorts)) {
          const taken = new Set<string>();
          containers.forEach(({ ports }, index) => {
            const portsAt = at.child('containers').index(index).child('ports');
            reportTaken(ports, taken, portsAt, portsAt, report);
          });
        }
        initContainers?.forEach(({ ports }, index) => {
          if (!ports?.length) return;
          const list = at.child('initContainers');
          const [field, place] = [list.index(0).child('ports'), list.index(index).child('ports')];
          reportTaken(ports, new Set(), field, place, report);
        });
      },
    },
  },
  {
    id: 'valid-host-network-port',
    summary: 'With hostNetwork, a hostPort is the same as its containerPort.',
    why: 'The container listens on the network of the node itself, where nothing translates ports.',
    fix: 'Leave hostPort out, or make it equal to containerPort.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validatePodHostNetworkDeps',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { hostNetwork: true, containers: [{ name: app, image: a, ports: [{ containerPort: 8080, hostPort: 80 }] }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { hostNetwork: true, containers: [{ name: app, image: a, ports: [{ containerPort: 8080, hostPort: 8080 }] }] }',
    },
    visit: {
      containerPort({ containerPort = 0, hostPort = 0 }, at, report, { role, podSpec, isPod }) {
        if (role === 'app' && podSpec.hostNetwork && (isPod || hostPort !== 0) && hostPort !== containerPort)
          report(invalid(at.child('hostPort'), hostPort, 'must match containerPort when hostNetwork is true'));
      },
    },
  },
]);

function hasPorts({ ports }: { ports?: ContainerPort[] }): boolean {
  return ports !== undefined && ports.length > 0;
}

/** @param field where the server says that the ports are; @param place where they are. */
function reportTaken(
  ports: readonly ContainerPort[] | undefined,
  taken: Set<string>,
  field: FieldPath,
  place: FieldPath,
  report: Report,
): void {
  ports?.forEach(({ protocol, hostIP = '', hostPort }, index) => {
    if (!hostPort) return;
    const key = `${protocol}/${hostIP}/${hostPort}`;
    if (taken.has(key))
      report(duplicate(field.index(index).child('hostPort'), key, { place: place.index(index).child('hostPort') }));
    else taken.add(key);
  });
}
