import { serviceSelectorAdvice } from '../../../../lib/validation/rules/advice/service-selector';
import { deployment, object, pod, podTemplate } from '../../manifests';
import { testAdvice } from '../test-advice';

const service = (selector?: object, spec: object = {}, metadata: object = {}) =>
  object('v1', 'Service', {
    metadata: { name: 'web', ...metadata },
    spec: { selector, ports: [{ port: 80 }], ...spec },
  });
const labelled = (labels: object) => deployment({ template: podTemplate({}, { labels: { app: 'web', ...labels } }) });
const custom = object('postgresql.cnpg.io/v1', 'Cluster', { spec: { instances: 3 } });

testAdvice(serviceSelectorAdvice, {
  'no-node-port-service': {
    valid: { ClusterIP: service({ app: 'web' }), LoadBalancer: service({ app: 'web' }, { type: 'LoadBalancer' }) },
    invalid: { NodePort: [service({ app: 'web' }, { type: 'NodePort' }), 'spec.type: every node of the cluster'] },
  },
  'require-selected-pods': {
    valid: {
      'a Deployment': [deployment(), service({ app: 'web' })],
      'a Pod': [service({ app: 'web' }), pod({}, { labels: { app: 'web' } })],
      'no selector': [service()],
      'an ExternalName': [service({ app: 'web' }, { type: 'ExternalName', externalName: 'a.example', ports: [] })],
      'pods that an operator makes of a custom resource': [custom, service({ 'cnpg.io/cluster': 'db' })],
      'a slip of the pen, which other advice minds': [deployment(), service({ app: 'wbe' })],
      'objects that are not the whole app': { manifests: [service({ app: 'web' })], oneApp: false },
    },
    invalid: {
      'no pod at all': [service({ app: 'web' }), 'spec.selector: no pod of the app has app=web'],
      'pods of another app': [
        [deployment(), service({ app: 'shop' })],
        '1 spec.selector: no pod of the app has app=shop',
      ],
      'pods in another namespace': [
        [deployment(), service({ app: 'web' }, {}, { namespace: 'shop' })],
        '1 spec.selector: no pod of the app has app=web',
      ],
      'a custom resource in another namespace': [
        [{ ...custom, metadata: { name: 'db', namespace: 'data' } }, service({ app: 'db' })],
        '1 spec.selector: no pod of the app has app=db',
      ],
    },
  },
  'no-missed-pods': {
    valid: {
      'all labels': [labelled({ tier: 'front' }), service({ app: 'web', tier: 'front' })],
      'pods that may be elsewhere': [deployment(), service({ app: 'postgres' })],
      'a part of an app that is elsewhere': [labelled({ tier: 'worker' }), service({ app: 'web', tier: 'front' })],
      'a workload that is alike, beside the right one': [
        deployment(),
        deployment(
          { selector: { matchLabels: { app: 'webs' } }, template: podTemplate({}, { labels: { app: 'webs' } }) },
          { name: 'webs' },
        ),
        service({ app: 'webs' }),
      ],
    },
    invalid: {
      'a misspelling': [
        [deployment(), service({ app: 'wbe' })],
        '1 spec.selector[app]: the pods of Deployment/web have app=web, not app=wbe',
      ],
      'a label that the pods lack': [
        { manifests: [service({ app: 'web', tier: 'front' }), deployment()], oneApp: false },
        '0 spec.selector[tier]: the pods of Deployment/web have no label tier, not tier=front',
      ],
    },
  },
});
