/** The manifest of a Deployment whose container has some fields more, for the examples of rules. */
export function deploymentExample(container: string, { replicas = 2, spec = '', pod = '' } = {}): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ${replicas}
${indent(spec, 2)}  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
${indent(pod, 6)}      containers:
        - name: web
          image: registry.example/web:1.4.2
${indent(container, 10)}`;
}

/** The manifest of a Service for that Deployment. */
export const SERVICE_EXAMPLE = `---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: http
`;

function indent(text: string, depth: number): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `${' '.repeat(depth)}${line}\n`))
    .join('');
}
