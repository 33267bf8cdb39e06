import { forbidden } from '../../finding';
import { defineRules } from '../../rule';

/** The field of a pod and the server's name for it. */
const HOST_NAMESPACES = [
  ['hostNetwork', 'hostNetwork'],
  ['hostPID', 'HostPID'],
  ['hostIPC', 'HostIPC'],
] as const;

/** A pod whose users are not those of the host. */
export const hostUsersRules = defineRules([
  {
    id: 'no-host-namespace-with-own-users',
    summary: 'A pod with hostUsers: false uses no namespace of the host.',
    why: 'Its users have no rights there.',
    fix: 'Drop hostNetwork, hostPID and hostIPC, or hostUsers.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateHostUsers',
    since: 33,
    example: { bad: 'hostUsers: false\nhostNetwork: true', good: 'hostUsers: true\nhostNetwork: true' },
    visit: {
      podSpec(spec, at, report) {
        if (spec.hostUsers !== false) return;
        for (const [name, shown] of HOST_NAMESPACES) {
          if (spec[name]) report(forbidden(at.child(shown), 'when hostUsers is false', { place: at.child(name) }));
        }
      },
    },
  },
]);
