const HEAD =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: nginx:1.14\n';

/** Each mistake of the study notes: the manifest, and the errors it gets: line, rule and a part of what they say. */
export const mistakes: [string, string, [line: number, rule: string, says: string][]][] = [
  [
    'tabs as indentation, and one container written as two list items',
    'apiVersion: v1\nkind: Pod\nmetadata:\n\tname: redis\nspec:\n\tcontainers:\n\t- name: redis\n\t- image: redis123\n',
    [
      [4, 'no-tab-indentation', 'spaces'],
      [6, 'no-tab-indentation', 'spaces'],
      [7, 'require-container-image', 'Write name and image as one list item'],
      [8, 'require-container-name', 'Write name and image as one list item'],
    ],
  ],
  [
    'patch for path and prot for port',
    `${HEAD}      livenessProbe:\n        httpGet:\n          patch: /\n          port: 80\n      readinessProbe:\n        tcpSocket:\n          prot: 22\n`,
    [
      [11, 'no-unknown-field', 'Did you mean path?'],
      [15, 'no-unknown-field', 'Did you mean port?'],
    ],
  ],
  [
    'a port without a colon',
    `${HEAD}      livenessProbe:\n        httpGet:\n          path: /\n          port 80\n`,
    [[12, 'require-colon', 'port: 80']],
  ],
  [
    'a value without a space after the colon',
    `${HEAD}      livenessProbe:\n        tcpSocket:\n          prot:22\n`,
    [
      [11, 'require-space-after-colon', 'prot: 22'],
      [11, 'no-unknown-field', 'Did you mean port?'],
    ],
  ],
  [
    'a probe without its colon',
    `${HEAD}      livenessProbe\n        httpGet:\n          path: /\n          port: 80\n`,
    [[9, 'require-colon', 'livenessProbe:']],
  ],
  [
    'apiVerison',
    HEAD.replace('apiVersion', 'apiVerison'),
    [[1, 'valid-kind', 'Did you mean apiVersion instead of apiVerison?']],
  ],
  [
    'a probe beside the containers',
    `${HEAD}  livenessProbe:\n    exec:\n      command: [ls, /tmp/healthy]\n`,
    [[9, 'no-unknown-field', 'It belongs inside an item of containers.']],
  ],
  [
    'livenessProve',
    `${HEAD}      livenessProve:\n        tcpSocket:\n          port: 80\n`,
    [[9, 'no-unknown-field', 'Did you mean livenessProbe?']],
  ],
];
