import { basename, dirname } from 'node:path';
import { Names } from '../code/names';

/** The ids of the charts for files, after which their own files are named: `k8s/web.yaml` and `web.k8s.yaml` give `web`. */
export function chartIds(files: readonly string[]): string[] {
  const names = new Names([], '-');
  return files.map((file) => {
    const id = plainName(file);
    return names.take(id, `${plainName(dirname(file))}-${id}`);
  });
}

function plainName(file: string): string {
  const name = basename(file).replace(/(\.k8s)?\.(ya?ml|json)$/i, '');
  return name.replaceAll(/[^A-Za-z0-9.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '') || 'chart';
}
