import { type BrokenText, nearbyLines, type Repair, replaceLine } from './broken-text';

const PREFIX = String.raw`^(\s*(?:- +)*)`;
const NAME = String.raw`("?[A-Za-z][\w./-]*"?)`;
const WITHOUT_SPACE = new RegExp(`${PREFIX}${NAME}:([^\\s:/].*)$`);
const WITHOUT_COLON = new RegExp(`${PREFIX}${NAME}\\s*(#.*)?$`);
const WITHOUT_COLON_BEFORE_VALUE = new RegExp(`${PREFIX}${NAME}(\\s*=\\s*|\\s+)(?![=:#])(.*\\S)\\s*$`);
const WITHOUT_SPACE_AFTER_DASH = /^(\s*)-([^\s-].*)$/;

/** `port:80`, which YAML takes for a text. */
export function addSpaceAfterColon(line: number, text: string): Repair | undefined {
  const match = WITHOUT_SPACE.exec(text);
  if (!match) return undefined;
  const [, prefix = '', name = '', value = ''] = match;
  const mended = `${name}: ${value}`;
  return replaceLine(line, prefix + mended, prefix.length, text.trimEnd().length, {
    rule: 'require-space-after-colon',
    message: `A space is missing after the colon of \`${name}\`, so this is a text and not a field`,
    fix: `Write \`${visible(name, mended)}\``,
  });
}

/** `livenessProbe` in front of its block, and `port 80` or `port = 80`. */
export function addColon(line: number, text: string): Repair | undefined {
  const bare = WITHOUT_COLON.exec(text);
  if (bare) {
    const [, prefix = '', name = '', comment = ''] = bare;
    return replaceLine(line, `${prefix}${name}: ${comment}`, prefix.length, prefix.length + name.length, {
      rule: 'require-colon',
      message: `The colon after \`${name}\` is missing`,
      fix: `Write \`${name}:\``,
    });
  }
  const match = WITHOUT_COLON_BEFORE_VALUE.exec(text);
  if (!match) return undefined;
  const [, prefix = '', name = '', between = '', value = ''] = match;
  const mended = `${name}: ${value}`;
  return replaceLine(line, prefix + mended, prefix.length, text.trimEnd().length, {
    rule: 'require-colon',
    message: between.includes('=')
      ? `\`=\` stands after \`${name}\` where YAML has a colon`
      : `The colon between \`${name}\` and its value is missing`,
    fix: `Write \`${visible(name, mended)}\``,
  });
}

/** Colons, and the spaces after colons and dashes, that may be missing near the error. */
export function missingColons(broken: BrokenText): Repair[] {
  const near = nearbyLines(broken).filter((line) => broken.kinds[line] === 'block');
  return [addSpaceAfterColon, addSpaceAfterDash, addColon].flatMap((mend) =>
    near.flatMap((line) => mend(line, broken.lines[line] ?? '') ?? []),
  );
}

function addSpaceAfterDash(line: number, text: string): Repair | undefined {
  const match = WITHOUT_SPACE_AFTER_DASH.exec(text);
  if (!match) return undefined;
  const [, prefix = '', rest = ''] = match;
  return replaceLine(line, `${prefix}- ${rest}`, prefix.length, prefix.length + 1, {
    rule: 'require-space-after-dash',
    message: 'A space is missing after the dash of the list item',
    fix: 'Write a space after the `-`',
  });
}

// A value may be a password: it is repeated only after names that never hold one.
const HARMLESS =
  /^(?:apiVersion|image|kind|name|namespace|path|patch|port|prot|protocol|replicas|scheme|type|\w+(?:Port|Seconds|Threshold|Policy))$/;

function visible(name: string, mended: string): string {
  return HARMLESS.test(name) ? mended : `${name}: …`;
}
