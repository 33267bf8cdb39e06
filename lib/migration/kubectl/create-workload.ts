import type { PlainObject } from '../plain-object';
import { wrong } from './flags';
import { kubectlCommand, metadata, nameOf, orAbsent, withoutAbsent } from './object-parts';

/** `kubectl create deployment`. Follows kubectl pkg/cmd/create/create_deployment.go. */
export const createDeployment = kubectlCommand(
  {
    image: { type: 'list' },
    port: { type: 'number' },
    replicas: { type: 'number', short: 'r' },
  },
  (command, { flags, operands, rest }) => {
    const { image: images = [], port = -1, replicas = 1, namespace } = flags;
    const name = nameOf(command, operands);
    if (images.length === 0) throw wrong(command, '--image is required.');
    if (images.length > 1 && rest.length > 0) throw wrong(command, 'a command goes with one --image only.');
    const ports = port >= 0 ? [{ containerPort: port }] : undefined;
    const containers = images.map((image, index) =>
      withoutAbsent({
        name: containerName(image),
        image,
        command: orAbsent(rest),
        ports: index === 0 ? ports : undefined,
      }),
    );
    const labels = { app: name };
    return [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: metadata(name, namespace, { labels }),
        spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
      },
    ];
  },
);

/** The last part of an image's name; kubectl adds random letters where it has `.` or `_`, which names cannot have. */
function containerName(image: string): string {
  const name = image.split('/').at(-1)?.split(':')[0]?.split('@')[0] ?? '';
  return name.replaceAll(/[._]/g, '-');
}

/** `kubectl create job`. Follows kubectl pkg/cmd/create/create_job.go. */
export const createJob = kubectlCommand(
  { from: { type: 'string' }, image: { type: 'string' } },
  (command, { flags, operands, rest }) => {
    const { from, image, namespace } = flags;
    const name = nameOf(command, operands);
    if (from !== undefined)
      throw wrong(command, `--from copies ${from} from a cluster; give its file to migrate instead.`);
    if (image === undefined) throw wrong(command, '--image is required.');
    const spec = { containers: [jobContainer(name, image, rest)], restartPolicy: 'Never' };
    return [{ apiVersion: 'batch/v1', kind: 'Job', metadata: metadata(name, namespace), spec: { template: { spec } } }];
  },
);

/** `kubectl create cronjob`. Follows kubectl pkg/cmd/create/create_cronjob.go. */
export const createCronJob = kubectlCommand(
  { image: { type: 'string' }, restart: { type: 'string' }, schedule: { type: 'string' } },
  (command, { flags, operands, rest }) => {
    const { image, schedule, restart, namespace } = flags;
    const name = nameOf(command, operands);
    if (image === undefined) throw wrong(command, '--image is required.');
    if (schedule === undefined) throw wrong(command, '--schedule is required.');
    const spec = { containers: [jobContainer(name, image, rest)], restartPolicy: restart || 'OnFailure' };
    return [
      {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata: metadata(name, namespace),
        spec: { schedule, jobTemplate: { metadata: { name }, spec: { template: { spec } } } },
      },
    ];
  },
);

function jobContainer(name: string, image: string, command: readonly string[]): PlainObject {
  return withoutAbsent({ name, image, command: orAbsent(command) });
}
