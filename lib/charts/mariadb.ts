import { KubeSecret } from '../../imports/k8s';
import type { App } from '..';
import { Chart, Pod } from '..';

const image = 'mariadb:10.7';
const labels = { app: 'mariadb' };

/** A database whose password stands in the manifest for all to read, and the same with a Secret. */
export function mariadb(app: App): void {
  const chart = new Chart(app, 'mariadb');

  new Pod(chart, 'mariadb', {
    metadata: { labels },
    containers: { mariadb: { image, env: { MYSQL_ROOT_PASSWORD: '123456' } } },
  });

  const credentials = new KubeSecret(chart, 'mariadb-credentials', { stringData: { 'root-password': 'change-me' } });
  new Pod(chart, 'mariadb-secret', {
    metadata: { labels },
    containers: {
      mariadb: { image, env: { MYSQL_ROOT_PASSWORD: { secretKeyRef: { name: credentials, key: 'root-password' } } } },
    },
  });
}
