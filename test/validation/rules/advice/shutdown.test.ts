import { shutdownAdvice } from '../../../../lib/validation/rules/advice/shutdown';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const stopping = (preStop: object, spec: Record<string, unknown> = {}) =>
  podWithContainer({ lifecycle: { preStop } }, spec);
const command = (...words: string[]) => ({ exec: { command: words } });
const at = 'spec.containers[0].lifecycle.preStop';

testAdvice(shutdownAdvice, {
  'valid-shutdown-grace': {
    valid: {
      'a short sleep': stopping({ sleep: { seconds: 5 } }),
      'a sleep that leaves two seconds': stopping({ sleep: { seconds: 28 } }),
      'a command of which nobody knows how long it takes': stopping(command('nginx', '-s', 'quit')),
      'a sleep that is a part of something else': stopping(command('sh', '-c', 'sleep 60 & drain')),
      'a hook at the start': podWithContainer({ lifecycle: { postStart: command('sleep', '60') } }),
      'more grace': stopping(command('sleep', '60'), { terminationGracePeriodSeconds: 90 }),
    },
    invalid: {
      'all of the grace period': [
        stopping({ sleep: { seconds: 30 } }),
        `${at}: sleeps for 30 of the 30 s of terminationGracePeriodSeconds: the process has 2 s`,
      ],
      'a command, longer than the grace period': [
        stopping(command('/bin/sh', '-c', 'sleep 60')),
        `${at}: sleeps for 60 s, and is cut off after the 30 s`,
      ],
      'all but a second of a grace period of its own': [
        stopping(command('sleep', '9s'), { terminationGracePeriodSeconds: 10 }),
        `${at}: sleeps for 9 of the 10 s`,
      ],
      'a sidecar': [
        podWithInitContainer({ restartPolicy: 'Always', lifecycle: { preStop: { sleep: { seconds: 30 } } } }),
        'spec.initContainers[0].lifecycle.preStop: 30 of the 30 s',
      ],
    },
  },
});
