import { writeFileSync } from 'node:fs';
import { graphAround } from '../../graph/graph-around';
import { keyOf } from '../../graph/graph-builder';
import { graphOf } from '../../graph/graph-of';
import { heldObjects } from '../../graph/held-object';
import { minorOf } from '../../kubernetes/version';
import { graphMermaid } from '../../picture/graph/graph-mermaid';
import { graphSvg } from '../../picture/graph/graph-svg';
import { defineCommand, ExitCode, UsageError } from '../command';
import { kubeVersionsOf } from '../common-options';
import { findObject, referenceTo } from '../files/find-object';
import { inputObjects } from '../files/input-objects';
import { synthesisOptions, targetOf } from '../synthesis-options';

/** Draws the objects of an app and what ties them together. */
export const graph = defineCommand({
  name: 'graph',
  summary: 'Draw the objects of the app, or of files: who selects, mounts and names whom, and what leads nowhere.',
  operands: '[FILE...] [KIND/NAME]',
  options: {
    svg: { type: 'string', value: 'FILE', summary: 'draw it into this file instead' },
    format: { type: 'string', value: 'FORMAT', summary: 'mermaid, svg or json (default mermaid)' },
    app: synthesisOptions.app,
    env: synthesisOptions.env,
    'kube-version': {
      ...synthesisOptions['kube-version'],
      summary: 'the Kubernetes version of the objects (default 1.36)',
    },
  },
  async run(options, operands, io) {
    const { format = 'mermaid' } = options;
    if (format !== 'mermaid' && format !== 'svg' && format !== 'json')
      throw new UsageError(`--format ${format} is not known; give mermaid, svg or json.`);
    const { objects, reference } = await inputObjects(operands, options, io);
    const kubeVersion = kubeVersionsOf(options['kube-version']).at(-1) ?? '1.36';
    const all = objects.map(({ json }) => json);
    const meant = reference === undefined ? undefined : findObject(all, reference);
    const [held] = meant ? heldObjects([meant], minorOf(kubeVersion)) : [];
    const chosen = held && keyOf(held);
    const whole = graphOf(all, kubeVersion);
    const part = chosen === undefined ? whole : graphAround(whole, chosen);
    const files = operands.slice(0, reference === undefined ? undefined : -1);
    const source = files.length > 0 ? files.join(' ') : targetOf(options).app;
    const title = meant ? referenceTo(meant) : source;
    const draw = () => graphSvg(part, title, chosen === undefined ? {} : { chosen });
    if (options.svg !== undefined) writeFileSync(options.svg, draw());
    else if (format === 'svg') io.out(draw());
    else io.out(format === 'json' ? `${JSON.stringify(part, null, 2)}\n` : graphMermaid(part));
    return ExitCode.ok;
  },
});
