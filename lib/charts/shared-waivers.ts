import { type App, waive } from '..';

const MINIMAL = 'the notes show one thing at a time, and their objects are kept as they are; see ';

/** What no chart here follows, as a manifest for production should. */
export function sharedWaivers(app: App): void {
  waive(
    app,
    'no-naked-pod',
    'the notes study what the kubelet does for a single Pod; nginx shows what a Deployment adds',
  );
  waive(app, 'require-memory-limit', `${MINIMAL}pod-basics for requests and limits`);
  waive(app, 'require-cpu-request', `${MINIMAL}pod-basics for requests and limits`);
  waive(app, 'no-root-user', 'the images of nginx, redis and the databases start as root and step down by themselves');
  waive(app, 'require-dropped-capabilities', 'images that step down from root need SETUID and SETGID to do so');
  waive(app, 'no-privilege-escalation', `${MINIMAL}docs/advice.md for the security context of a real workload`);
}
