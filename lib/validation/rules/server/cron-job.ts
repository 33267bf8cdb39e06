import { scheduleFault } from '../../../kubernetes/cron-schedule';
import { byteLength } from '../../../kubernetes/formats';
import { cronTimeZone, timeZones } from '../../../kubernetes/time-zone';
import { invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const CONCURRENCY_POLICIES = ['Allow', 'Forbid', 'Replace'];
/** A Job's name has at most 63 characters, eleven of which are appended. */
const LONGEST_NAME = 52;
/** The first minor that takes no time zone in the schedule. */
const NO_ZONE_SINCE = 29;
const SOURCE = 'kubernetes pkg/apis/batch/validation/validation.go';

/** When a CronJob creates its Jobs, and under which name. */
export const cronJobRules = defineRules([
  {
    id: 'valid-cron-job-name',
    summary: 'The name of a CronJob has at most 52 characters.',
    why: 'The names of its Jobs are made of it, a dash and ten digits, and have at most 63.',
    fix: 'Shorten metadata.name to 52 characters; metadata.generateName to 47.',
    source: `${SOURCE} ValidateCronJobCreate`,
    example: {
      bad: `metadata: { name: ${'a'.repeat(LONGEST_NAME + 1)} }`,
      good: `metadata: { name: ${'a'.repeat(LONGEST_NAME)} }`,
    },
    visit: {
      CronJob({ metadata }, at, report) {
        const name = metadata?.name ?? '';
        if (byteLength(name) > LONGEST_NAME)
          report(invalid(at.down('metadata', 'name'), name, `must be no more than ${LONGEST_NAME} characters`));
      },
    },
  },
  {
    id: 'require-schedule',
    summary: 'A CronJob has a schedule.',
    why: 'It would never create a Job otherwise.',
    fix: 'Write schedule, for example "0 3 * * *" for three in the morning.',
    source: `${SOURCE} validateCronJobSpec`,
    example: { bad: 'spec: {}', good: 'spec: { schedule: "0 3 * * *" }' },
    visit: {
      CronJob({ spec }, at, report) {
        if (!spec?.schedule) report(required(at.down('spec', 'schedule')));
      },
    },
  },
  {
    id: 'valid-schedule',
    summary: 'A schedule has five fields, or is a descriptor such as @daily or "@every 1h".',
    why: 'The controller could not tell when the next Job is due.',
    fix: 'Write minute (0-59), hour (0-23), day of month (1-31), month (1-12) and day of week (0-6, 0 is Sunday).',
    source: `${SOURCE} validateScheduleFormat, github.com/robfig/cron v3 ParseStandard`,
    example: { bad: 'spec: { schedule: "0 24 * * *" }', good: 'spec: { schedule: "0 0 * * *" }' },
    visit: {
      CronJob({ spec }, at, report) {
        const fault = spec?.schedule ? scheduleFault(spec.schedule) : undefined;
        if (fault !== undefined) report(invalid(at.down('spec', 'schedule'), spec?.schedule, fault));
      },
    },
  },
  {
    id: 'no-time-zone-in-schedule',
    summary: 'The time zone of a schedule is in timeZone, not in the schedule.',
    why: 'A zone before the fields was never supported, and beside timeZone it contradicts it.',
    fix: 'Write the zone into spec.timeZone, and remove TZ= or CRON_TZ= from the schedule.',
    source: `${SOURCE} validateScheduleFormat`,
    example: {
      bad: 'spec: { schedule: "TZ=Europe/Berlin 0 3 * * *", timeZone: Europe/Berlin }',
      good: 'spec: { schedule: "0 3 * * *", timeZone: Europe/Berlin }',
    },
    visit: {
      CronJob({ spec = {} }, at, report, { minor }) {
        if (!spec.schedule?.includes('TZ') || (minor < NO_ZONE_SINCE && spec.timeZone === undefined)) return;
        report(invalid(at.down('spec', 'schedule'), spec.schedule, 'cannot use TZ or CRON_TZ, use timeZone instead'));
      },
    },
  },
  {
    id: 'valid-time-zone',
    summary: '`timeZone` is the name of a time zone such as Europe/Berlin, letter for letter.',
    why: 'The server looks the zone up by its name; offsets and most abbreviations are none.',
    fix: 'Write a name of the IANA list, such as Etc/UTC or Europe/Berlin.',
    source: `${SOURCE} validateTimeZone`,
    example: {
      bad: 'spec: { schedule: "0 3 * * *", timeZone: +02:00 }',
      good: 'spec: { schedule: "0 3 * * *", timeZone: Europe/Berlin }',
    },
    visit: {
      CronJob({ spec }, at, report) {
        const zone = spec?.timeZone;
        if (zone === undefined) return;
        for (const reason of cronTimeZone(zone))
          report(invalid(at.down('spec', 'timeZone'), zone, reason, didYouMean(zone, timeZones, timeZones.size)));
      },
    },
  },
  {
    id: 'valid-concurrency-policy',
    summary: '`concurrencyPolicy` is Allow, Forbid or Replace.',
    why: 'A Job that is due while the last one runs is created beside it, left out, or put in its place.',
    fix: 'Leave concurrencyPolicy out for Allow, or write Forbid or Replace.',
    source: `${SOURCE} validateConcurrencyPolicy`,
    example: { bad: 'spec: { concurrencyPolicy: forbid }', good: 'spec: { concurrencyPolicy: Forbid }' },
    visit: {
      CronJob({ spec }, at, report) {
        const policy = spec?.concurrencyPolicy;
        if (policy === undefined || CONCURRENCY_POLICIES.includes(policy)) return;
        const extra = didYouMean(policy, CONCURRENCY_POLICIES);
        report(notSupported(at.down('spec', 'concurrencyPolicy'), policy, CONCURRENCY_POLICIES, extra));
      },
    },
  },
]);
