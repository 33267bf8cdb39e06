import { pathWithoutBacksteps } from '../../../kubernetes/local-path';
import { forbidden, invalid, notFound, required } from '../../finding';
import { defineRules } from '../../rule';
import { fixForVolume } from './fix-for-volume';

/** The volumes that a container gets as block devices. */
export const volumeDeviceRules = defineRules([
  {
    id: 'require-volume-device',
    summary: 'Every volume device has a name and a devicePath.',
    why: 'A volume has to appear somewhere in the container.',
    fix: 'Write the name of a volume and the path of its device.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeDevices',
    example: {
      bad: 'volumeDevices: [{ name: data }]',
      good: 'volumeDevices: [{ name: data, devicePath: /dev/xvda }]',
    },
    visit: {
      container({ volumeDevices }, at, report) {
        volumeDevices?.forEach(({ name, devicePath }, index) => {
          const deviceAt = at.child('volumeDevices').index(index);
          if (!name) report(required(deviceAt.child('name')));
          if (!devicePath) report(required(deviceAt.child('devicePath')));
        });
      },
    },
  },
  {
    id: 'valid-volume-device-name',
    summary: 'A volume device names a persistentVolumeClaim or ephemeral volume of the pod, or a claim template.',
    why: 'Only a claim can be given to a container as a block device.',
    fix: 'Name a volume with a claim, or mount the volume with volumeMounts instead.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeDevices, isMatchedDevice',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data, emptyDir: {} }], containers: [{ name: app, image: a, volumeDevices: [{ name: data, devicePath: /dev/xvda }] }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }], containers: [{ name: app, image: a, volumeDevices: [{ name: data, devicePath: /dev/xvda }] }] }',
    },
    visit: {
      container({ volumeDevices }, at, report, { podSpec, volumes }) {
        volumeDevices?.forEach(({ name = '' }, index) => {
          const field = at.child('volumeDevices').index(index).child('name');
          const volume = volumes.get(name);
          if (volume === undefined) report(notFound(field, name, fixForVolume(name, podSpec, volumes)));
          else if (!volume.persistentVolumeClaim && !volume.ephemeral)
            report(invalid(field, name, 'must be a persistentVolumeClaim or ephemeral volume'));
        });
      },
    },
  },
  {
    id: 'unique-volume-device',
    summary: 'No two volume devices of a container have the same name or the same devicePath.',
    why: 'One would hide the other.',
    fix: 'Give each device a volume and a path of its own.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeDevices',
    example: {
      bad: 'volumeDevices: [{ name: a, devicePath: /dev/xvda }, { name: b, devicePath: /dev/xvda }]',
      good: 'volumeDevices: [{ name: a, devicePath: /dev/xvda }, { name: b, devicePath: /dev/xvdb }]',
    },
    visit: {
      container({ volumeDevices }, at, report) {
        if (volumeDevices === undefined || volumeDevices.length < 2) return;
        const names = new Set<string>();
        const paths = new Set<string>();
        volumeDevices.forEach(({ name = '', devicePath = '' }, index) => {
          const deviceAt = at.child('volumeDevices').index(index);
          if (names.has(name)) report(invalid(deviceAt.child('name'), name, 'must be unique'));
          if (paths.has(devicePath)) report(invalid(deviceAt.child('devicePath'), devicePath, 'must be unique'));
          if (name) names.add(name);
          if (pathWithoutBacksteps(devicePath).length === 0) paths.add(devicePath);
        });
      },
    },
  },
  {
    id: 'valid-device-path',
    summary: 'The devicePath of a volume device has no `..` element.',
    why: 'The device appears below the root of the container.',
    fix: 'Write a plain path such as /dev/xvda.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeDevices, validatePathNoBacksteps',
    example: {
      bad: 'volumeDevices: [{ name: data, devicePath: /dev/../xvda }]',
      good: 'volumeDevices: [{ name: data, devicePath: /dev/xvda }]',
    },
    visit: {
      container({ volumeDevices }, at, report) {
        volumeDevices?.forEach(({ devicePath = '' }, index) => {
          for (const reason of pathWithoutBacksteps(devicePath))
            report(invalid(at.child('volumeDevices').index(index).child('devicePath'), devicePath, reason));
        });
      },
    },
  },
  {
    id: 'no-volume-mount-and-device',
    summary: 'A volume, and a path, is used in volumeMounts or in volumeDevices of a container, not in both.',
    why: 'A volume is a file system or a block device.',
    fix: 'Remove it from one of the two lists.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeMounts, ValidateVolumeDevices',
    example: {
      bad: 'volumeMounts: [{ name: data, mountPath: /data }]\nvolumeDevices: [{ name: data, devicePath: /dev/xvda }]',
      good: 'volumeDevices: [{ name: data, devicePath: /dev/xvda }]',
    },
    visit: {
      container({ volumeMounts, volumeDevices }, at, report) {
        if (!volumeMounts?.length || !volumeDevices?.length) return;
        // As in the server, of several entries with one name the last path counts.
        const mounts = new Map(volumeMounts.map(({ name = '', mountPath = '' }) => [name, mountPath]));
        const devices = new Map(volumeDevices.map(({ name = '', devicePath = '' }) => [name, devicePath]));
        volumeMounts.forEach(({ name = '', mountPath = '' }, index) => {
          const mountAt = at.child('volumeMounts').index(index);
          if (devices.has(name)) report(invalid(mountAt.child('name'), name, 'must not be in volumeDevices as well'));
          if ([...devices.values()].includes(mountPath))
            report(invalid(mountAt.child('mountPath'), mountPath, 'must not be a path in volumeDevices as well'));
        });
        volumeDevices.forEach(({ name = '', devicePath = '' }, index) => {
          const deviceAt = at.child('volumeDevices').index(index);
          if (mounts.has(name)) report(invalid(deviceAt.child('name'), name, 'must not be in volumeMounts as well'));
          if ([...mounts.values()].includes(devicePath))
            report(invalid(deviceAt.child('devicePath'), devicePath, 'must not be a path in volumeMounts as well'));
        });
      },
    },
  },
  {
    id: 'no-volume-device-without-host-users',
    summary: 'A container of a pod with hostUsers: false has no volume devices.',
    why: 'The owner of a block device cannot be mapped to the users of the pod.',
    fix: 'Mount the volume as a file system, or leave hostUsers out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerCommon',
    since: 34,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { hostUsers: false, volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }], containers: [{ name: app, image: a, volumeDevices: [{ name: data, devicePath: /dev/xvda }] }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }], containers: [{ name: app, image: a, volumeDevices: [{ name: data, devicePath: /dev/xvda }] }] }',
    },
    visit: {
      container({ volumeDevices }, at, report, { podSpec }) {
        if (podSpec.hostUsers === false && volumeDevices?.length)
          report(forbidden(at.child('volumeDevices'), 'may not be set when hostUsers is false'));
      },
    },
  },
]);
