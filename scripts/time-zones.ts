// Writes the names of the IANA time zones from a tzdata.zi file: `tsx scripts/time-zones.ts <tzdata.zi>`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names of the zones and links in a `tzdata.zi` file, sorted. */
export function timeZoneNames(tzdata: string): string[] {
  const names = tzdata.split('\n').flatMap((line) => {
    const [mark, first, second] = line.split(' ');
    if (mark === 'Z') return first ?? [];
    return mark === 'L' ? (second ?? []) : [];
  });
  return names.sort();
}

if (require.main === module) {
  const [source = ''] = process.argv.slice(2);
  const target = join(__dirname, '../lib/kubernetes/generated/time-zones.json');
  writeFileSync(target, `${JSON.stringify(timeZoneNames(readFileSync(source, 'utf8')))}\n`);
}
