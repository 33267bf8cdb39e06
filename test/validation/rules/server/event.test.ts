import { eventRules } from '../../../../lib/validation/rules/server/event';
import { testRules } from '../test-rules';

const metadata = { name: 'web.1', namespace: 'shop' };
const pod = { kind: 'Pod', name: 'web', namespace: 'shop' };
const reported = {
  eventTime: '2026-01-01T00:00:00.000000Z',
  reason: 'Started',
  action: 'Start',
  reportingInstance: 'shop-1',
};
const old = (body: object = {}) => ({ apiVersion: 'v1', kind: 'Event', metadata, involvedObject: pod, ...body });
const young = (body: object = {}) => ({
  apiVersion: 'events.k8s.io/v1',
  kind: 'Event',
  metadata,
  regarding: pod,
  ...reported,
  reportingController: 'example.com/shop',
  type: 'Normal',
  ...body,
});
const NAMESPACE = 'involvedObject.namespace: FieldValueInvalid';
const cluster = { kind: 'Node', name: 'n' };

testRules(eventRules, {
  'valid-event-namespace': {
    valid: {
      'that of its object': old(),
      'default, of what has none': old({ metadata: { ...metadata, namespace: 'default' }, involvedObject: cluster }),
      'kube-system, of what has none': young({
        metadata: { ...metadata, namespace: 'kube-system' },
        regarding: cluster,
      }),
      'another, of a new event': young({ regarding: { ...pod, namespace: 'other' } }),
      'one that the manifest does not say': old({ metadata: { name: 'web.1' } }),
    },
    invalid: {
      another: [old({ involvedObject: { ...pod, namespace: 'other' } }), NAMESPACE],
      'of what has none': [old({ involvedObject: cluster }), NAMESPACE],
      'of what has none, new': [young({ regarding: cluster }), NAMESPACE],
    },
  },
  'valid-event-report': {
    valid: {
      'nothing of an old event': old(),
      'a new one': young(),
      'a new one in the core group': old({ ...reported, reportingComponent: 'shop' }),
    },
    invalid: {
      nothing: [
        old({ eventTime: reported.eventTime }),
        'action: FieldValueRequired',
        'reason: FieldValueRequired',
        'reportingComponent: FieldValueInvalid',
        'reportingComponent: FieldValueInvalid',
        'reportingComponent: FieldValueRequired',
        'reportingInstance: FieldValueRequired',
      ],
      'long words': [
        young({
          action: 'a'.repeat(129),
          reason: 'a'.repeat(129),
          reportingInstance: 'a'.repeat(129),
          note: 'a'.repeat(1025),
        }),
        'action: FieldValueInvalid',
        'message: FieldValueInvalid',
        'reason: FieldValueInvalid',
        'reportingInstance: FieldValueInvalid',
      ],
      'a controller with a space': [
        young({ reportingController: 'my shop' }),
        'reportingController: FieldValueInvalid',
      ],
    },
  },
  'valid-new-event': {
    valid: {
      'a series': young({ series: { count: 2, lastObservedTime: reported.eventTime } }),
      'an old one with all that': old({ count: 1, source: { component: 'shop' } }),
    },
    invalid: {
      'no time and no type': [
        young({ eventTime: null, type: '' }),
        'eventTime: FieldValueRequired',
        'type: FieldValueInvalid',
      ],
      'a name in capitals': [young({ metadata: { ...metadata, name: 'Web' } }), 'metadata.name: FieldValueInvalid'],
      'a series of one': [
        young({ series: { count: 1, lastObservedTime: null } }),
        'series.count: FieldValueInvalid',
        'series.lastObservedTime: FieldValueRequired',
      ],
      'deprecated fields': [
        young({
          deprecatedCount: 1,
          deprecatedFirstTimestamp: '2026-01-01T00:00:00Z',
          deprecatedLastTimestamp: '2026-01-01T00:00:00Z',
          deprecatedSource: { host: 'n' },
        }),
        'count: FieldValueInvalid',
        'firstTimestamp: FieldValueInvalid',
        'lastTimestamp: FieldValueInvalid',
        'source: FieldValueInvalid',
      ],
    },
  },
});
