import { byteLength, dnsSubdomain, qualifiedName } from '../../../kubernetes/formats';
import type { Event, EventsV1Event } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { said } from '../../said';

const LONGEST_WORD = 128;
const LONGEST_NOTE = 1024;
const FEWEST_IN_SERIES = 2;
const TYPES = ['Normal', 'Warning'];
/** What events.k8s.io/v1 only has for old clients, with the names that the server reports. */
const DEPRECATED = {
  deprecatedFirstTimestamp: 'firstTimestamp',
  deprecatedLastTimestamp: 'lastTimestamp',
  deprecatedCount: 'count',
  deprecatedSource: 'source',
} as const;
const SOURCE = 'kubernetes pkg/apis/core/validation/events.go';
const GOOD =
  "apiVersion: events.k8s.io/v1\nkind: Event\nmetadata: { name: web.1, namespace: shop }\neventTime: '2026-01-01T00:00:00.000000Z'\ntype: Normal\nreason: Started\naction: Start\nreportingController: example.com/shop\nreportingInstance: shop-1\nregarding: { kind: Pod, name: web, namespace: shop }";

/** Something that happened to an object, in either of the two groups that have the kind. */
export const eventRules = defineRules([
  {
    id: 'valid-event-namespace',
    summary: 'An Event is in the namespace of the object that it is about.',
    why: 'It is listed with that object; events of objects without a namespace are in default.',
    fix: 'Give the Event the namespace of the object.',
    source: `${SOURCE} legacyValidateEvent`,
    example: { bad: GOOD.replace('regarding: { kind: Pod, name: web, namespace: shop }', 'note: none'), good: GOOD },
    visit: {
      Event(event, at, report, { given }) {
        // Without a namespace in the manifest, it is whoever applies it that decides.
        const namespace = said(given, at.down('metadata', 'namespace'));
        if (typeof namespace !== 'string' || namespace === '') return;
        const { namespace: about = '' } = event.involvedObject ?? event.regarding ?? {};
        const fits = event.eventTime
          ? about !== '' || namespace === 'default' || namespace === 'kube-system'
          : about === namespace || (about === '' && namespace === 'default');
        const field = renamed(event, at, 'regarding', 'involvedObject').child('namespace');
        if (!fits) report(invalid(field, about, 'does not match event.namespace'));
      },
    },
  },
  {
    id: 'valid-event-report',
    summary: 'An Event with an eventTime says who reports it, and its reason and action in at most 128 bytes each.',
    why: 'Events are found and grouped by these words.',
    fix: 'Write reportingController as a qualified name, reportingInstance, action and reason.',
    source: `${SOURCE} legacyValidateEvent`,
    example: { bad: GOOD.replace('action: Start\n', ''), good: GOOD },
    visit: {
      Event(event, at, report) {
        if (!event.eventTime) return;
        const { reportingInstance, action, reason, reportingController, reportingComponent } = event;
        const controller = reportingController ?? reportingComponent ?? '';
        const field = at.child(isOfEventsGroup(event) ? 'reportingController' : 'reportingComponent');
        if (controller === '') report(required(field));
        for (const fault of qualifiedName(controller)) report(invalid(field, controller, fault));
        for (const [name, value = ''] of Object.entries({ reportingInstance, action, reason })) {
          if (value === '') report(required(at.child(name)));
          else reportLong(value, LONGEST_WORD, at.child(name), report);
        }
        reportLong(event.message ?? event.note ?? '', LONGEST_NOTE, renamed(event, at, 'note', 'message'), report);
      },
    },
  },
  {
    id: 'valid-new-event',
    summary: 'An Event of events.k8s.io/v1 has an eventTime, a type and none of the deprecated fields.',
    why: 'These fields are there for reading what old clients wrote.',
    fix: 'Write eventTime and type: Normal or Warning; leave the deprecated fields out.',
    source: `${SOURCE} ValidateEventCreate, validateV1EventSeries`,
    example: { bad: GOOD.replace('type: Normal\n', ''), good: GOOD },
    visit: {
      Event(event, at, report) {
        if (!isOfEventsGroup(event)) return;
        const { metadata, eventTime, type = '', series, deprecatedSource } = event;
        const name = metadata?.name;
        if (name) for (const fault of dnsSubdomain(name)) report(invalid(at.down('metadata', 'name'), name, fault));
        if (!eventTime) report(required(at.child('eventTime')));
        if (!TYPES.includes(type)) report(invalid(at.child('type'), '', `has invalid value: ${type}`));
        if (series !== undefined && (series.count ?? 0) < FEWEST_IN_SERIES)
          report(invalid(at.down('series', 'count'), '', `should be at least ${FEWEST_IN_SERIES}`));
        if (series !== undefined && !series.lastObservedTime) report(required(at.down('series', 'lastObservedTime')));
        const written = { ...event, deprecatedSource: deprecatedSource?.component || deprecatedSource?.host };
        for (const field of Object.keys(DEPRECATED) as (keyof typeof DEPRECATED)[])
          if (written[field]) report(invalid(at.child(field).misnamed(DEPRECATED[field]), '', 'needs to be unset'));
      },
    },
  },
]);

function isOfEventsGroup({ apiVersion }: Event | EventsV1Event): boolean {
  return apiVersion !== 'v1';
}

/** A field that the two groups name differently; the server reports the name of the core group for both. */
function renamed(event: Event & EventsV1Event, at: FieldPath, name: string, core: string): FieldPath {
  return isOfEventsGroup(event) ? at.child(name).misnamed(core) : at.child(core);
}

function reportLong(text: string, limit: number, at: FieldPath, report: Report): void {
  if (byteLength(text) > limit) report(invalid(at, '', `can have at most ${limit} characters`));
}
