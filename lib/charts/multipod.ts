import type { App } from '..';
import { Chart, Pod } from '..';

/** Two containers in one Pod: one IP, one host name, one life on one node. */
export function multipod(app: App): void {
  const chart = new Chart(app, 'multipod');

  new Pod(chart, 'multipod', {
    containers: {
      'nginx-container': { image: 'nginx:1.14', ports: { http: 80 } },
      // It reaches nginx at localhost:80.
      'centos-container': { image: 'centos:7', command: ['sleep', '10000'] },
    },
  });
}
