/** A Pod in YAML whose one container has these fields beside its name and image. */
export function podWithContainer(fields: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
${indent(fields, 6)}`;
}

/** A Pod in YAML whose spec has these fields beside one container. */
export function podWith(fields: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${indent(fields, 2)}
  containers:
    - name: web
      image: nginx:1.29
`;
}

/** A Deployment in YAML, with these fields in its spec and in that of its pods. */
export function deploymentWith(fields: string, podFields = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
${indent(fields, 2)}
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
${podFields === '' ? '' : `${indent(podFields, 6)}\n`}      containers:
        - name: web
          image: nginx:1.29
`;
}

/** Several documents as one YAML text. */
export function documents(...texts: string[]): string {
  return texts.map((text) => text.trimEnd()).join('\n---\n');
}

function indent(text: string, width: number): string {
  return text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(width) + line)
    .join('\n');
}
