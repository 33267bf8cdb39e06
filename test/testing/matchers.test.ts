import '../../lib/testing';
import { sources } from './web';

describe.each(Object.entries(sources))('%s', (_, source) => {
  test('is what every matcher takes', () => {
    const received = source();
    expect(received).toBeValid({ kubeVersion: '1.30' });
    expect(received).not.toHaveFinding('require-container');
    expect(received).toContainObject({ kind: 'Deployment', name: 'web' });
    expect(received).toHaveContainer('app', { image: 'nginx:1.29' });
    expect(received).not.toHaveProbe('readiness', {}, { container: 'app' });
    expect(received).toHaveReplicas(1);
    expect(received).toMatchManifest({ kind: 'Deployment', metadata: { name: 'web' } });
    expect(received).not.toMatchManifestFile('no-such-file.yaml');
    expect(received).toSurvive({});
    expect(received).toRecoverWithin(120, {});
  });
});
