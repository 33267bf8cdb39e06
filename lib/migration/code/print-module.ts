import { LINE_WIDTH } from './print-expression';

/** The statements that import names from modules, sorted. */
export function printImports(imports: ReadonlyMap<string, ReadonlySet<string>>): string {
  const modules = [...imports].sort(([one], [other]) => compare(moduleOrder(one), moduleOrder(other)));
  return modules.map(([module, names]) => printImport(module, [...names].sort(byName))).join('');
}

function printImport(module: string, names: readonly string[]): string {
  const flat = `import { ${names.join(', ')} } from '${module}';\n`;
  if (flat.length - 1 <= LINE_WIDTH) return flat;
  return `import {\n${names.map((name) => `  ${name},\n`).join('')}} from '${module}';\n`;
}

/** Packages before files. */
function moduleOrder(module: string): string {
  return `${module.startsWith('.') ? 1 : 0} ${module}`;
}

/** `type App` stands where `App` would. */
function byName(one: string, other: string): number {
  return compare(plainName(one), plainName(other));
}

function plainName(name: string): string {
  return name.replace(/^type /, '');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}
