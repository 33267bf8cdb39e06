import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The example app of this repository, and a plain JavaScript cdk8s app of the same objects that validates nothing. */
export function exampleTools(root, workspace) {
  const ours = workspace('example', {}, true);
  return [
    {
      name: 'podwright synth, validated',
      command: process.execPath,
      args: [join(root, 'build/lib/cli/main.js'), 'synth', '--output', ours],
      cwd: root,
    },
    {
      name: 'plain JavaScript cdk8s',
      command: process.execPath,
      args: ['main.js'],
      cwd: workspace('example-of-peer', { 'main.js': sameObjects(root) }),
    },
  ];
}

function sameObjects(root) {
  const { parseAllDocuments } = createRequire(join(root, 'package.json'))('yaml');
  const charts = readdirSync(join(root, 'dist'))
    .filter((file) => file.endsWith('.k8s.yaml'))
    .map((file) => {
      const objects = parseAllDocuments(readFileSync(join(root, 'dist', file), 'utf8')).map((one) => one.toJS());
      const lines = objects.map(
        (object, index) => `new ApiObject(chart, 'object-${index}', ${JSON.stringify(object, null, 2)});`,
      );
      return `{\nconst chart = new Chart(app, '${file.replace('.k8s.yaml', '')}');\n${lines.join('\n')}\n}`;
    });
  return `const { ApiObject, App, Chart } = require('${join(root, 'node_modules/cdk8s')}');
const app = new App();
${charts.join('\n')}
app.synth();
`;
}
